/** Any value of a JSON text. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object: what resources, orders and events are made of. */
export type JsonObject = { readonly [name: string]: Json };

/** Whether a value is a JSON object, so neither a list nor `null`. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The property of that name, `undefined` where there is none.
 *
 * Names come from the network, so only own properties count: `constructor` is nobody's property.
 */
export function property(value: Json | undefined, name: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
