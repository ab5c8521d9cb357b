import type { CallOptions } from "../request/call-options.js";
import type { Address } from "../request/index.js";
import { type CallResponse, createUnusableResponseError, isSamePage, readList } from "../response/index.js";
import type { PropertyPath } from "../schema/index.js";
import { findLinkTarget, readTotal } from "./page-headers.js";
import type { CursorPaging, Paging } from "./paged-operation.js";

/** Context of a paged call. */
export interface PageContext {
  /** Public name of the operation, for errors. */
  readonly operation: string;
  readonly paging: Paging;
  readonly options: CallOptions;
  /** Address of the call itself. Links must stay below the same base URL. */
  readonly address: () => Address;
}

/** Request for another page: changed options, or a complete URL. */
export type PageRequest = { readonly options: CallOptions } | { readonly url: string };

/** Received page with its position in the list. */
export interface ReceivedPage extends PageContext {
  readonly response: CallResponse<unknown>;
  /** Number of pages before it, counted from the call. */
  readonly number: number;
  /** Index of the first item after it. */
  readonly end: number;
  /** Link that led to the page, if any. Links in the page may be relative to it. */
  readonly link: string | undefined;
  /** Cursors and links of the pages before it. */
  readonly seen: Set<string>;
}

/** Returns the request for the next page, or `undefined` if a page is the last one. */
export function findNextPage(page: ReceivedPage): PageRequest | undefined {
  const { paging } = page;
  switch (paging.style) {
    case "offset":
      return requestByNumber(page, paging.offset, page.end);
    case "page":
      return requestByNumber(
        page,
        paging.page,
        readNumber(page.options, paging.page, paging.firstPage) + page.number + 1,
      );
    case "cursor":
      return requestByCursor(page, paging);
    case "link":
      return requestByLink(page);
  }
}

function requestByNumber({ options }: ReceivedPage, option: string, number: number): PageRequest {
  return { options: { ...options, [option]: number } };
}

function requestByCursor(page: ReceivedPage, { cursor, next }: CursorPaging): PageRequest | undefined {
  const value = getValueAt(page.response.data, next);
  if (value === undefined || value === null || value === "") return undefined;
  const path = ["$", ...next].join(".");
  if (typeof value !== "string" && typeof value !== "number")
    throw createUnusableResponseError(page, path, "expected text or a number");
  assertNew(page, String(value), "another cursor", path);
  return { options: { ...page.options, [cursor]: value } };
}

function requestByLink(page: ReceivedPage): PageRequest | undefined {
  const target = findLinkTarget(page.response.headers.get("link") ?? "", "next");
  if (target === undefined) return undefined;
  const { baseUrl, url: first } = page.address();
  const from = page.link ?? first;
  const url = URL.canParse(target, from) ? new URL(target, from) : undefined;
  // The request to the link is signed, so it must not go to another server.
  if (url === undefined || !isBelow(url, new URL(baseUrl))) {
    throw createUnusableResponseError(page, "Link", `expected a URL below ${baseUrl}, found ${target}`);
  }
  url.hash = "";
  assertNew(page, url.href, "another link", "Link");
  return { url: url.href };
}

function isBelow({ origin, pathname, username, password }: URL, base: URL): boolean {
  const prefix = base.pathname.replace(/\/$/, "");
  return origin === base.origin && username + password === "" && `${pathname}/`.startsWith(`${prefix}/`);
}

/** Throws if a cursor or link was used before, which would never end. */
function assertNew(page: ReceivedPage, mark: string, expected: string, path: string): void {
  if (page.seen.has(mark))
    throw createUnusableResponseError(page, path, `expected ${expected}, but the same was returned again`);
  page.seen.add(mark);
}

/** Returns the index of the first item of the first page, as far as the options of the call determine it. */
export function readStart(paging: Paging, options: CallOptions, data: unknown): number {
  if (paging.style === "offset") return readNumber(options, paging.offset, 0);
  if (paging.style !== "page") return 0;
  const pages = readNumber(options, paging.page, paging.firstPage) - paging.firstPage;
  // Assumes that earlier pages are equally long. If this is a shorter last page, the result is too small, which costs one
  // extra request.
  return Math.max(0, pages) * countItems(getValueAt(data, paging.items));
}

function countItems(items: unknown): number {
  return Array.isArray(items) ? items.length : 0;
}

/**
 * Returns the items of a page: none if the list is absent or `null`.
 *
 * @param previous Items of the previous page. A platform that ignores page numbers would return the same page forever.
 * @throws ResponseValidationError if the items are not a list, or if the same page was returned again
 */
export function readPageItems<Item>(
  { operation, paging }: PageContext,
  response: CallResponse<unknown>,
  previous: readonly Item[],
): readonly Item[] {
  const path = ["$", ...(paging.items ?? [])].join(".");
  const inside = getValueAt(response.data, paging.items);
  const isAbsent = paging.items !== undefined && (inside === undefined || inside === null);
  // The items were validated when the response was read.
  const items = (isAbsent ? [] : readList({ operation, response }, inside, path)) as readonly Item[];
  const isNumbered = paging.style === "offset" || paging.style === "page";
  if (isNumbered && isSamePage(items, previous)) {
    throw createUnusableResponseError(
      { operation, response },
      path,
      "expected another page, but the same was returned again",
    );
  }
  return items;
}

/** Returns the total number of items in all pages, if the platform reports it. */
export function readKnownTotal({ total }: Paging, { data, headers }: CallResponse<unknown>): number | undefined {
  if (total === "content-range") return readTotal(headers.get("content-range"));
  const value = total === undefined ? undefined : getValueAt(data, total);
  return typeof value === "number" ? value : undefined;
}

function readNumber(options: CallOptions, name: string, otherwise: number): number {
  const value: unknown = Reflect.get(options, name);
  return value === undefined ? otherwise : Number(value);
}

/** Returns the value at a path of own properties. */
function getValueAt(data: unknown, path: PropertyPath = []): unknown {
  return path.reduce<unknown>((value, name) => {
    const has = typeof value === "object" && value !== null && Object.hasOwn(value, name);
    return has ? Reflect.get(value, name) : undefined;
  }, data);
}
