const uncheckedValues = new WeakSet<object>();

/**
 * Marks an object as one that the document does not describe: it compiles in the place of any type, and it is sent as
 * it is, without a look at its schema. For fields that the platform takes and its reference does not list.
 *
 * @param value The object, or an array.
 */
export function unchecked<T>(value: unknown): T {
  if (typeof value !== "object" || value === null) throw new TypeError("unchecked(value) takes an object or an array");
  uncheckedValues.add(value);
  return value as T;
}

/** Whether a value was marked so. */
export function isUnchecked(value: unknown): boolean {
  return typeof value === "object" && value !== null && uncheckedValues.has(value);
}
