import { isJsonObject, type JsonObject, type JsonValue, pointerPath } from "../json/index.js";
import type { Fields } from "../openapi/index.js";

/** Component schemas without recursion that TypeScript rejects. */
export interface BrokenRecursion {
  readonly schemas: Fields<JsonObject>;
  /** Names of the schemas in which a reference was replaced by the empty schema. */
  readonly opened: readonly string[];
}

/**
 * Keywords whose types TypeScript resolves eagerly: unions, intersections and lists. It defers the types of properties.
 */
const eagerKeywords = ["allOf", "anyOf", "oneOf", "items", "prefixItems"] as const;

/**
 * Breaks recursion that TypeScript rejects in the output of openapi-typescript. A member of an interface may refer to
 * itself below a property, but not only through unions, intersections and lists.
 *
 * A reference in `allOf` is replaced by the properties of its target, because a class that lists its subclasses is such
 * a cycle. Any other reference is replaced by the empty schema. All references of a cycle are treated alike, so the
 * result does not depend on the order of the document.
 */
export function breakRecursion(schemas: Fields<JsonObject>): BrokenRecursion {
  const ownProperties = (target: string): JsonObject => pick(schemas[target] ?? {}, objectKeywords);
  const inlined = replaceCycles(schemas, (keyword, target) =>
    keyword === "allOf" ? ownProperties(target) : undefined,
  );
  const broken = replaceCycles(inlined, () => ({}));
  return { schemas: broken, opened: Object.keys(schemas).filter((name) => inlined[name] !== broken[name]) };
}

const objectKeywords = ["type", "required", "properties", "additionalProperties", "patternProperties"] as const;

function pick(schema: JsonObject, keywords: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => keywords.includes(keyword)));
}

/** Returns the schema that replaces a reference, or `undefined` to keep it. */
type Replacement = (keyword: string, target: string) => JsonObject | undefined;

/** Replaces references that lead back to the component that contains them. */
function replaceCycles(schemas: Fields<JsonObject>, replacement: Replacement): Fields<JsonObject> {
  const targets = new Map(Object.entries(schemas).map(([name, schema]) => [name, eagerTargets(schema)]));
  const entries = Object.entries(schemas).map(([name, schema]) => {
    const back = (targets.get(name) ?? []).filter((target) => findReachable(target, targets).has(name));
    const replaceBack: Replacement = (keyword, target) =>
      back.includes(target) ? replacement(keyword, target) : undefined;
    return [name, back.length === 0 ? schema : rewriteReferences(schema, replaceBack)];
  });
  return Object.fromEntries(entries);
}

/** Names of the components whose types TypeScript resolves together with this schema's. */
function eagerTargets(schema: JsonObject): readonly string[] {
  const own = targetOf(schema);
  return [
    ...(own === undefined ? [] : [own]),
    ...eagerKeywords.flatMap((keyword) => children(schema[keyword]).flatMap(eagerTargets)),
  ];
}

function children(value: JsonValue | undefined): readonly JsonObject[] {
  return [value].flat().filter(isJsonObject);
}

function targetOf({ $ref }: JsonObject): string | undefined {
  return typeof $ref === "string" ? pointerPath($ref)?.[2] : undefined;
}

function findReachable(name: string, targets: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set([name]);
  // Iterating over a set includes items added during the loop.
  for (const each of found) for (const target of targets.get(each) ?? []) found.add(target);
  return found;
}

function rewriteReferences(schema: JsonObject, replacement: Replacement): JsonObject {
  const rewrite = (child: JsonObject, keyword: string): JsonObject => {
    const target = targetOf(child);
    return target === undefined ? rewriteReferences(child, replacement) : (replacement(keyword, target) ?? child);
  };
  const rewritten = eagerKeywords
    .filter((keyword) => keyword in schema)
    .map((keyword) => {
      const value = schema[keyword];
      const all = children(value).map((child) => rewrite(child, keyword));
      return [keyword, Array.isArray(value) ? all : all[0]];
    });
  return { ...schema, ...Object.fromEntries(rewritten) };
}
