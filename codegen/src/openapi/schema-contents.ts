import type { FollowSchema, Schema, SchemaOrBoolean, SchemaType } from "./types.js";

type Properties = ReadonlyMap<string, SchemaOrBoolean>;

/** Properties of a schema, including those of the schemas it is composed of. */
export function propertiesOf(schema: SchemaOrBoolean | undefined, follow: FollowSchema): Properties {
  const properties = new Map<string, SchemaOrBoolean>();
  for (const part of partsOf(schema, follow)) {
    for (const [name, property] of Object.entries(part.properties ?? {})) properties.set(name, property);
  }
  return properties;
}

/** A schema and everything in its `allOf`, without duplicates. */
function partsOf(schema: SchemaOrBoolean | undefined, follow: FollowSchema, found = new Set<Schema>()): Set<Schema> {
  const target = follow(schema);
  if (target === undefined || found.has(target)) return found;
  found.add(target);
  for (const member of target.allOf ?? []) partsOf(member, follow, found);
  return found;
}

/** Schema at a path of property names. */
export function schemaAt(
  schema: SchemaOrBoolean | undefined,
  path: readonly string[],
  follow: FollowSchema,
): SchemaOrBoolean | undefined {
  return path.reduce<SchemaOrBoolean | undefined>((parent, name) => propertiesOf(parent, follow).get(name), schema);
}

/** Alternatives that a schema offers, or the schema itself, without duplicates: `anyOf: [text, null]` has two. */
function alternativesOf(schema: SchemaOrBoolean | undefined, follow: FollowSchema): readonly Schema[] {
  return [...choicesOf(schema, follow)].filter((each) => (each.oneOf ?? each.anyOf) === undefined);
}

/** A schema and its choices, including nested ones. Handles circular choices. */
function choicesOf(schema: SchemaOrBoolean | undefined, follow: FollowSchema, found = new Set<Schema>()): Set<Schema> {
  const target = follow(schema);
  if (target === undefined || found.has(target)) return found;
  found.add(target);
  for (const member of target.oneOf ?? target.anyOf ?? []) choicesOf(member, follow, found);
  return found;
}

/** Returns true if a schema, or one of its choices, has a property at the path. */
export function hasProperty(
  schema: SchemaOrBoolean | undefined,
  [name, ...rest]: readonly string[],
  follow: FollowSchema,
): boolean {
  if (name === undefined) return true;
  return [...choicesOf(schema, follow)].some((choice) => {
    const property = propertiesOf(choice, follow).get(name);
    return property !== undefined && hasProperty(property, rest, follow);
  });
}

/** Types that a value may have, except null. Empty if the schema does not restrict the type. */
export function typesOf(schema: SchemaOrBoolean | undefined, follow: FollowSchema): ReadonlySet<SchemaType> {
  const types = alternativesOf(schema, follow).flatMap((each) => each.type ?? impliedType(each));
  return new Set(types.filter((type) => type !== "null"));
}

function impliedType({ properties, items }: Schema): readonly SchemaType[] {
  if (properties !== undefined) return ["object"];
  return items === undefined ? [] : ["array"];
}

/** Returns true if a schema accepts only objects, and possibly null. */
export function isObject(schema: SchemaOrBoolean | undefined, follow: FollowSchema): boolean {
  const types = [...partsOf(schema, follow)].flatMap((part) => [...typesOf(part, follow)]);
  return types.length > 0 && types.every((type) => type === "object");
}

/** Schema of the items if a schema accepts only lists, and possibly null. */
export function itemsOf(schema: SchemaOrBoolean | undefined, follow: FollowSchema): SchemaOrBoolean | undefined {
  const [only, ...others] = alternativesOf(schema, follow).filter(({ type }) => type !== "null");
  if (only === undefined || others.length > 0) return undefined;
  const types = typesOf(only, follow);
  return types.size === 1 && types.has("array") ? (only.items ?? true) : undefined;
}

/** Removes the keywords of a schema that do not apply: OpenAPI 3.0 ignores everything next to a `$ref`. */
export function dropIgnoredKeywords(
  source: SchemaOrBoolean,
  document: { readonly readsSiblings: boolean },
): SchemaOrBoolean {
  const isAlone = typeof source === "boolean" || source.$ref === undefined || document.readsSiblings;
  return isAlone ? source : { $ref: source.$ref };
}
