import type { FollowSchema, Schema, SchemaOrBoolean } from "../openapi/index.js";

/**
 * Properties that a composition requires but only a referenced schema declares, as optional. If `id` is optional in
 * `Order`, then `allOf: [{ $ref: Order }, { required: [id] }]` is an order with an `id`.
 */
export function inheritedRequired(source: Schema, follow: FollowSchema): Pick<Schema, "properties" | "required"> {
  const writtenOut = [source, ...(source.allOf ?? []).filter(isWrittenOut)];
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
function declaration(source: Schema, name: string, follow: FollowSchema, met: Set<string>): Declaration {
  const parts = referredTo(source)
    .filter((reference) => !met.has(reference) && met.add(reference))
    .map(($ref) => follow({ $ref }))
    .filter((target) => target !== undefined)
    .flatMap((target) => [
      { property: ownProperty(target, name), isRequired: target.required?.includes(name) ?? false },
      declaration(target, name, follow, met),
    ]);
  return {
    property: parts.find(({ property }) => property !== undefined)?.property,
    isRequired: parts.some(({ isRequired }) => isRequired),
  };
}

function ownProperty({ properties = {}, allOf = [] }: Schema, name: string): SchemaOrBoolean | undefined {
  const declaring = [properties, ...allOf.filter(isWrittenOut).map((part) => part.properties ?? {})];
  return declaring.find((each) => Object.hasOwn(each, name))?.[name];
}

function referredTo({ $ref, allOf = [] }: Schema): readonly string[] {
  const references = [$ref, ...allOf.map((part) => (typeof part === "boolean" ? undefined : part.$ref))];
  return references.filter((reference) => reference !== undefined);
}

function isWrittenOut(part: SchemaOrBoolean): part is Schema {
  return typeof part !== "boolean" && part.$ref === undefined;
}
