import { isJsonObject, type JsonObject, type JsonValue, pointerPath } from "../json/index.js";
import type { Fields } from "../openapi/index.js";

/** Component schemas that TypeScript accepts. */
export interface BrokenRecursion {
  readonly schemas: Fields<JsonObject>;
  /** Names of the schemas in which a reference has become the empty schema. */
  readonly opened: readonly string[];
}

/** Keywords whose types TypeScript resolves at once: unions, intersections and lists. It defers those of properties. */
const eagerKeywords = ["allOf", "anyOf", "oneOf", "items", "prefixItems"] as const;

/**
 * Breaks recursion that TypeScript refuses in the output of openapi-typescript: a member of an interface may refer to
 * itself below a property, but not through unions, intersections and lists alone.
 *
 * A reference in `allOf` becomes the properties of its target: a class that lists its subclasses is such a cycle. Any other
 * reference becomes the empty schema. All references of a cycle are treated alike, so that the result does not depend on
 * the order of the document.
 */
export function breakRecursion(schemas: Fields<JsonObject>): BrokenRecursion {
  const ownProperties = (target: string): JsonObject => pick(schemas[target] ?? {}, objectKeywords);
  const inlined = withoutCycles(schemas, (keyword, target) =>
    keyword === "allOf" ? ownProperties(target) : undefined,
  );
  const broken = withoutCycles(inlined, () => ({}));
  return { schemas: broken, opened: Object.keys(schemas).filter((name) => inlined[name] !== broken[name]) };
}

const objectKeywords = ["type", "required", "properties", "additionalProperties", "patternProperties"] as const;

function pick(schema: JsonObject, keywords: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => keywords.includes(keyword)));
}

/** Schema that takes the place of a reference; `undefined` if the reference stays. */
type Replacement = (keyword: string, target: string) => JsonObject | undefined;

/** Replaces references that lead back to the component that they are part of. */
function withoutCycles(schemas: Fields<JsonObject>, replacement: Replacement): Fields<JsonObject> {
  const targets = new Map(Object.entries(schemas).map(([name, schema]) => [name, eagerTargets(schema)]));
  const entries = Object.entries(schemas).map(([name, schema]) => {
    const back = (targets.get(name) ?? []).filter((target) => reachable(target, targets).has(name));
    const replaceBack: Replacement = (keyword, target) =>
      back.includes(target) ? replacement(keyword, target) : undefined;
    return [name, back.length === 0 ? schema : rewriteReferences(schema, replaceBack)];
  });
  return Object.fromEntries(entries);
}

/** Names of the components whose types TypeScript resolves together with a schema's. */
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

function reachable(name: string, targets: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set([name]);
  // A set is iterated to the end that it has by then.
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
