/** What a document holds once it is read: plain data, whether it was written in YAML or in JSON. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** An object of a document. It has no prototype, so that a key named `__proto__` or `constructor` is only a key. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** A way from the root of a document to one of its values: property names and array indices. */
export type JsonPath = readonly (string | number)[];

/** Whether a value is an object, and neither an array nor `null`. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value at a path, or `undefined` where the path leads nowhere. Own properties only. */
export function valueAt(root: JsonValue, path: JsonPath): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = isJsonObject(value) ? value[key] : value[Number(key)];
  }
  return value;
}
