import type { FollowSchema, Schema, SchemaOrBoolean } from "../openapi/index.js";

/**
 * Properties that a composition requires but only a referenced schema declares, as optional. If `id` is optional in
 * `Order`, then `allOf: [{ $ref: Order }, { required: [id] }]` is an order with an `id`.
 */
export function findInheritedRequired(source: Schema, follow: FollowSchema): Pick<Schema, "properties" | "required"> {
  const writtenOut = [source, ...(source.allOf ?? []).filter(isInline)];
  const declared = new Set(writtenOut.flatMap(({ properties = {} }) => Object.keys(properties)));
  const wanted = new Set(writtenOut.flatMap(({ required = [] }) => required).filter((name) => !declared.has(name)));
  const found = Array.from(wanted, (name) => [name, declaration(source, name, follow, new Set())] as const);
  const properties = found.flatMap(([name, { property, isRequired }]) => {
    return property === undefined || isRequired ? [] : [[name, property] as const];
  });
  return { properties: Object.fromEntries(properties), required: properties.map(([name]) => name) };
}

interface Declaration {
  readonly property?: SchemaOrBoolean | undefined;
  readonly isRequired: boolean;
}

/**
 * Declaration of a property in referenced schemas. All of them apply, so the property is required if any of them
 * requires it.
 */
function declaration(source: Schema, name: string, follow: FollowSchema, visited: Set<string>): Declaration {
  const parts = referencesOf(source)
    .filter((reference) => !visited.has(reference) && visited.add(reference))
    .map(($ref) => follow({ $ref }))
    .filter((target) => target !== undefined)
    .flatMap((target) => [
      { property: ownProperty(target, name), isRequired: target.required?.includes(name) ?? false },
      declaration(target, name, follow, visited),
    ]);
  return {
    property: parts.find(({ property }) => property !== undefined)?.property,
    isRequired: parts.some(({ isRequired }) => isRequired),
  };
}

function ownProperty({ properties = {}, allOf = [] }: Schema, name: string): SchemaOrBoolean | undefined {
  const declaring = [properties, ...allOf.filter(isInline).map((part) => part.properties ?? {})];
  return declaring.find((each) => Object.hasOwn(each, name))?.[name];
}

function referencesOf({ $ref, allOf = [] }: Schema): readonly string[] {
  const references = [$ref, ...allOf.map((part) => (typeof part === "boolean" ? undefined : part.$ref))];
  return references.filter((reference) => reference !== undefined);
}

function isInline(part: SchemaOrBoolean): part is Schema {
  return typeof part !== "boolean" && part.$ref === undefined;
}
