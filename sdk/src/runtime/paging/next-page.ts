import type { CallOptions } from "../request/call-options.js";
import type { Address } from "../request/index.js";
import { type CallResponse, createUnusableResponseError, isSamePage, readList } from "../response/index.js";
import type { PropertyPath } from "../schema/index.js";
import { findLinkTarget, readTotal } from "./page-headers.js";
import type { CursorPaging, Paging } from "./paged-operation.js";

/** Where a paged call starts from. */
export interface PageContext {
  /** Public name of the operation, for errors. */
  readonly operation: string;
  readonly paging: Paging;
  readonly options: CallOptions;
  /** Of the call itself: a link must lead to something below the same base address. */
  readonly address: () => Address;
}

/** What asks for a further page: other options than the call's, or an address as a whole. */
export type PageRequest = { readonly options: CallOptions } | { readonly url: string };

/** A page that came, and where it stands among the others. */
export interface Arrival extends PageContext {
  readonly response: CallResponse<unknown>;
  /** Pages before it, from the call on. */
  readonly number: number;
  /** Number of the first item after it. */
  readonly end: number;
  /** The link that led to it, if one did: what a link in it may be relative to. */
  readonly link: string | undefined;
  /** Cursors and links of the pages before it. */
  readonly seen: Set<string>;
}

/** What asks for the page after one; `undefined` where it is the last. */
export function findNextPage(page: Arrival): PageRequest | undefined {
  const { paging } = page;
  switch (paging.style) {
    case "offset":
      return numbered(page, paging.offset, page.end);
    case "page":
      return numbered(page, paging.page, numberOf(page.options, paging.page, paging.firstPage) + page.number + 1);
    case "cursor":
      return byCursor(page, paging);
    case "link":
      return byLink(page);
  }
}

function numbered({ options }: Arrival, option: string, number: number): PageRequest {
  return { options: { ...options, [option]: number } };
}

function byCursor(page: Arrival, { cursor, next }: CursorPaging): PageRequest | undefined {
  const value = valueAt(page.response.data, next);
  if (value === undefined || value === null || value === "") return undefined;
  const path = ["$", ...next].join(".");
  if (typeof value !== "string" && typeof value !== "number")
    throw createUnusableResponseError(page, path, "expected text or a number");
  refuseRepetition(page, String(value), "another cursor", path);
  return { options: { ...page.options, [cursor]: value } };
}

function byLink(page: Arrival): PageRequest | undefined {
  const target = findLinkTarget(page.response.headers.get("link") ?? "", "next");
  if (target === undefined) return undefined;
  const { baseUrl, url: first } = page.address();
  const from = page.link ?? first;
  const url = URL.canParse(target, from) ? new URL(target, from) : undefined;
  // What is followed is signed: it must not lead to anyone else.
  if (url === undefined || !isBelow(url, new URL(baseUrl))) {
    throw createUnusableResponseError(page, "Link", `expected an address below ${baseUrl}, found ${target}`);
  }
  url.hash = "";
  refuseRepetition(page, url.href, "another link", "Link");
  return { url: url.href };
}

function isBelow({ origin, pathname, username, password }: URL, base: URL): boolean {
  const prefix = base.pathname.replace(/\/$/, "");
  return origin === base.origin && username + password === "" && `${pathname}/`.startsWith(`${prefix}/`);
}

/** What leads where an earlier page led would go on for ever. */
function refuseRepetition(page: Arrival, mark: string, expected: string, path: string): void {
  if (page.seen.has(mark))
    throw createUnusableResponseError(page, path, `expected ${expected}, and the same came again`);
  page.seen.add(mark);
}

/** Number of the first item of the first page, as far as what the caller asked for says it. */
export function readStart(paging: Paging, options: CallOptions, data: unknown): number {
  if (paging.style === "offset") return numberOf(options, paging.offset, 0);
  if (paging.style !== "page") return 0;
  const pages = numberOf(options, paging.page, paging.firstPage) - paging.firstPage;
  // The pages before it were as long: one that is the last and shorter makes this too small, and costs a request.
  return Math.max(0, pages) * lengthOf(valueAt(data, paging.items));
}

function lengthOf(items: unknown): number {
  return Array.isArray(items) ? items.length : 0;
}

/**
 * Items of a page. Where the list is absent or `null`, there are none.
 *
 * @param previous Items of the page before: where pages have numbers, a platform that ignores them gives the same page
 * for ever.
 * @throws ResponseValidationError for what is not a list, and for the same page again
 */
export function readPageItems<Item>(
  { operation, paging }: PageContext,
  response: CallResponse<unknown>,
  previous: readonly Item[],
): readonly Item[] {
  const path = ["$", ...(paging.items ?? [])].join(".");
  const inside = valueAt(response.data, paging.items);
  const isAbsent = paging.items !== undefined && (inside === undefined || inside === null);
  // That the items are what the document says was checked when the response was read.
  const items = (isAbsent ? [] : readList({ operation, response }, inside, path)) as readonly Item[];
  const isNumbered = paging.style === "offset" || paging.style === "page";
  if (isNumbered && isSamePage(items, previous)) {
    throw createUnusableResponseError({ operation, response }, path, "expected another page, and the same came again");
  }
  return items;
}

/** How many items all pages have together. */
export function readKnownTotal({ total }: Paging, { data, headers }: CallResponse<unknown>): number | undefined {
  if (total === "content-range") return readTotal(headers.get("content-range"));
  const value = total === undefined ? undefined : valueAt(data, total);
  return typeof value === "number" ? value : undefined;
}

function numberOf(options: CallOptions, name: string, otherwise: number): number {
  const value: unknown = Reflect.get(options, name);
  return value === undefined ? otherwise : Number(value);
}

/** What stands at a path; a property that an object only inherits is not there. */
function valueAt(data: unknown, path: PropertyPath = []): unknown {
  return path.reduce<unknown>((value, name) => {
    const has = typeof value === "object" && value !== null && Object.hasOwn(value, name);
    return has ? Reflect.get(value, name) : undefined;
  }, data);
}
