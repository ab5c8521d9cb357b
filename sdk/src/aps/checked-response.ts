import type { ResponseValidationError } from "../errors/index.js";
import { type CallResponse, createUnusableResponseError } from "../runtime/response/index.js";

/**
 * Returns the items of a list after checking that each is an object. A client that only warns about invalid responses
 * passes them on unchanged, so the data can be an object, text or nothing.
 *
 * @throws ResponseValidationError that names the operation and the value found
 */
export function checkItems<T extends object>(operation: string, response: CallResponse<T[]>): T[] {
  const items: unknown = response.data;
  if (!Array.isArray(items)) throw createMismatchError(operation, response, "$", "a list", items);
  const index = items.findIndex((item) => !isObject(item));
  if (index !== -1) throw createMismatchError(operation, response, `$[${index}]`, "an object", items[index]);
  return response.data;
}

/**
 * Returns the body of a response after checking that it is an object.
 *
 * @param member Property that must be an object too.
 * @throws ResponseValidationError that names the operation and the value found
 */
export function checkObject<T extends object>(
  operation: string,
  response: CallResponse<T>,
  member?: keyof T & string,
): T {
  const body: unknown = response.data;
  if (!isObject(body)) throw createMismatchError(operation, response, "$", "an object", body);
  const value: unknown = member === undefined ? body : Reflect.get(body, member);
  if (!isObject(value)) throw createMismatchError(operation, response, `$.${member}`, "an object", value);
  return response.data;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function createMismatchError(
  operation: string,
  response: CallResponse<unknown>,
  path: string,
  expected: string,
  found: unknown,
): ResponseValidationError {
  return createUnusableResponseError(
    { operation, response },
    path,
    `expected ${expected}, found ${describeKind(found)}`,
  );
}

function describeKind(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return `an object with ${listNames(Object.keys(value)) || "no properties"}`;
  return typeof value === "string" ? "text" : `a ${typeof value}`;
}

/** Lists some names, because the names of the properties show that an object is an envelope. */
function listNames(names: readonly string[]): string {
  const FEW = 5;
  const shown = names.slice(0, FEW).map((name) => JSON.stringify(name.slice(0, 40)));
  return [...shown, ...(names.length > FEW ? [`${names.length - FEW} more`] : [])].join(", ");
}
