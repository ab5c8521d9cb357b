import type { FollowSchema, Schema, SchemaOrBoolean, SchemaType } from "./types.js";

type Properties = ReadonlyMap<string, SchemaOrBoolean>;

/** The properties of a schema, those of the schemas that it is composed of among them. */
export function propertiesOf(schema: SchemaOrBoolean | undefined, follow: FollowSchema): Properties {
  const properties = new Map<string, SchemaOrBoolean>();
  for (const part of partsOf(schema, follow)) {
    for (const [name, property] of Object.entries(part.properties ?? {})) properties.set(name, property);
  }
  return properties;
}

/** A schema and all that its `allOf` names, each once. */
function partsOf(schema: SchemaOrBoolean | undefined, follow: FollowSchema, found = new Set<Schema>()): Set<Schema> {
  const target = follow(schema);
  if (target === undefined || found.has(target)) return found;
  found.add(target);
  for (const member of target.allOf ?? []) partsOf(member, follow, found);
  return found;
}

/** The schema at a path of property names. */
export function schemaAt(
  schema: SchemaOrBoolean | undefined,
  path: readonly string[],
  follow: FollowSchema,
): SchemaOrBoolean | undefined {
  return path.reduce<SchemaOrBoolean | undefined>((parent, name) => propertiesOf(parent, follow).get(name), schema);
}

/** A schema, or what it offers to choose from, each once: `anyOf: [text, null]` are two. */
function alternativesOf(schema: SchemaOrBoolean | undefined, follow: FollowSchema): readonly Schema[] {
  return [...choicesOf(schema, follow)].filter((each) => (each.oneOf ?? each.anyOf) === undefined);
}

/** A schema and all that it offers to choose from, choices among them: such a one may offer itself. */
function choicesOf(schema: SchemaOrBoolean | undefined, follow: FollowSchema, found = new Set<Schema>()): Set<Schema> {
  const target = follow(schema);
  if (target === undefined || found.has(target)) return found;
  found.add(target);
  for (const member of target.oneOf ?? target.anyOf ?? []) choicesOf(member, follow, found);
  return found;
}

/** Tells whether a schema, or one of those that it offers to choose from, has a property at a path. */
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

/** The types that a value may have beside null. Without any, the schema leaves it open. */
export function typesOf(schema: SchemaOrBoolean | undefined, follow: FollowSchema): ReadonlySet<SchemaType> {
  const types = alternativesOf(schema, follow).flatMap((each) => each.type ?? impliedType(each));
  return new Set(types.filter((type) => type !== "null"));
}

function impliedType({ properties, items }: Schema): readonly SchemaType[] {
  if (properties !== undefined) return ["object"];
  return items === undefined ? [] : ["array"];
}

/** Whether a schema takes objects and, but for null, nothing else. */
export function isObject(schema: SchemaOrBoolean | undefined, follow: FollowSchema): boolean {
  const types = [...partsOf(schema, follow)].flatMap((part) => [...typesOf(part, follow)]);
  return types.length > 0 && types.every((type) => type === "object");
}

/** What a list is made of, where a schema is a list and nothing else but null. */
export function itemsOf(schema: SchemaOrBoolean | undefined, follow: FollowSchema): SchemaOrBoolean | undefined {
  const [only, ...others] = alternativesOf(schema, follow).filter(({ type }) => type !== "null");
  if (only === undefined || others.length > 0) return undefined;
  const types = typesOf(only, follow);
  return types.size === 1 && types.has("array") ? (only.items ?? true) : undefined;
}

/** A schema with only those of its keywords that count: OpenAPI 3.0 ignores what stands beside a `$ref`. */
export function counting(source: SchemaOrBoolean, document: { readonly readsSiblings: boolean }): SchemaOrBoolean {
  const isAlone = typeof source === "boolean" || source.$ref === undefined || document.readsSiblings;
  return isAlone ? source : { $ref: source.$ref };
}
