import { ResponseValidationError } from "../../errors/index.js";
import { createExcerpt } from "../schema/index.js";
import { type CallResponse, redactPart } from "./call.js";
import { isSameJson } from "./same-json.js";

/** Response that brought a page, and the operation that asked for it. */
export interface PageSource {
  /** Public name of the operation, for errors. */
  readonly operation: string;
  readonly response: CallResponse<unknown>;
}

/**
 * Items of a page. Where the list is absent or `null`, there are none.
 *
 * @param path JSON path of the list, for the error.
 * @throws ResponseValidationError for anything else: text would be iterated letter by letter
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
 * Tells whether a page holds the objects of an earlier one. Plain values may well be the same, and so may objects of
 * which the query selects some properties, unless those tell the items of a page apart.
 */
export function isSamePage(items: readonly unknown[], earlier: readonly unknown[], isPartial = false): boolean {
  if (items.length === 0 || items.length !== earlier.length) return false;
  if (typeof items[0] !== "object" || !isSameJson(items, earlier)) return false;
  return !isPartial || (items.length > 1 && areDistinct(items));
}

function areDistinct(items: readonly unknown[]): boolean {
  return new Set(items.map((item) => createExcerpt(item, EXCERPT))).size === items.length;
}

/** Error for a response that cannot be used. */
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

/** Characters of a body that an error quotes. */
const EXCERPT = 200;
