/** JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** JSON object. */
export type JsonObject = { readonly [name: string]: Json };

/** Returns true if a value is a JSON object, not a list or `null`. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Returns the property with the given name, or `undefined`.
 *
 * Names come from the network, so only own properties count: `constructor` is not one.
 */
export function property(value: Json | undefined, name: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
