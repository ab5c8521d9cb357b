/**
 * Finds operations that do not state `x-safety`. In a client that shares the core of `ApsClient`, such an operation counts
 * as unsafe; in a client of its own, the HTTP method decides. Our documents leave neither to chance.
 *
 * @param {any} document
 * @returns {string[]}
 */
export function safetyFaults(document) {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined && item[method]["x-safety"] === undefined).map(
      (method) => `${method.toUpperCase()} ${path}: x-safety is missing. Set it to safe, idempotent or unsafe.`,
    ),
  );
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];
