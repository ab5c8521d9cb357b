import { ResponseValidationError } from "../../errors/index.js";
import { createExcerpt } from "../schema/index.js";
import { type CallResponse, redactPart } from "./call.js";
import { isSameJson } from "./same-json.js";

/** Response that contains a page, and its operation. */
export interface PageSource {
  /** Public name of the operation, for errors. */
  readonly operation: string;
  readonly response: CallResponse<unknown>;
}

/**
 * Returns the items of a page.
 *
 * @param path JSON path of the list, for the error.
 * @throws ResponseValidationError if the value is not a list: text would be iterated letter by letter
 */
export function readList(source: PageSource, value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw createUnusableResponseError(
    source,
    path,
    `expected a list, found ${createExcerpt(value, EXCERPT, getRedaction(source))}`,
  );
}

/**
 * Returns true if a page contains the same objects as an earlier one. Scalar values can repeat, and so can objects of
 * which the query selects only some properties, unless these properties distinguish the items of a page.
 */
export function isSamePage(items: readonly unknown[], earlier: readonly unknown[], isPartial = false): boolean {
  if (items.length === 0 || items.length !== earlier.length) return false;
  if (typeof items[0] !== "object" || !isSameJson(items, earlier)) return false;
  return !isPartial || (items.length > 1 && areDistinct(items));
}

function areDistinct(items: readonly unknown[]): boolean {
  return new Set(items.map((item) => createExcerpt(item, EXCERPT))).size === items.length;
}

/** Creates the error for a response that cannot be used. */
export function createUnusableResponseError(
  source: PageSource,
  path: string,
  message: string,
): ResponseValidationError {
  const { operation, response } = source;
  const { reference, status, headers, data } = response;
  const received = {
    status,
    contentType: headers.get("content-type") ?? undefined,
    excerpt: createExcerpt(data, EXCERPT, getRedaction(source)),
  };
  return new ResponseValidationError({ operation, reference }, received, [{ path, message }]);
}

function getRedaction({ response }: PageSource): (part: string) => string {
  return (part) => redactPart(response, part);
}

/** Maximum length of a quotation, in characters. */
const EXCERPT = 200;
