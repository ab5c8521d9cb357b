const uncheckedValues = new WeakSet<object>();

/**
 * Marks an object as not described by the document. It compiles as any type and is sent unchanged, without
 * validation. Use it for fields that the platform accepts but its reference does not list.
 *
 * @param value Object or array.
 */
export function unchecked<T>(value: unknown): T {
  if (typeof value !== "object" || value === null)
    throw new TypeError("unchecked(value) requires an object or an array");
  uncheckedValues.add(value);
  return value as T;
}

/** Returns true if a value was marked by {@link unchecked}. */
export function isUnchecked(value: unknown): boolean {
  return typeof value === "object" && value !== null && uncheckedValues.has(value);
}
