/** Plain data of a document, from YAML or JSON. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** Object in a document. It has no prototype, so keys such as `__proto__` and `constructor` are ordinary keys. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Path from the root of a document to a value: property names and array indices. */
export type JsonPath = readonly (string | number)[];

/** Returns true if a value is an object, not an array or `null`. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns the value at a path, or `undefined` if there is none. Follows own properties only. */
export function valueAt(root: JsonValue, path: JsonPath): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = isJsonObject(value) ? value[key] : value[Number(key)];
  }
  return value;
}
