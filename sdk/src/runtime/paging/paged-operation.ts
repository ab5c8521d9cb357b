import type { Operation, PropertyPath } from "../schema/index.js";

/**
 * Location of the items in a page, and the way to request the next page. Parameters have their names in
 * `CallOptions`.
 */
export type Paging = PagedAnswer & (OffsetPaging | NumberPaging | CursorPaging | LinkPaging);

/** Structure of a page. */
export interface PagedAnswer {
  /** Path to the list of items; absent if the body itself is the list. */
  readonly items?: PropertyPath;
  /** Total number of items in all pages: a property of the body, or the header `Content-Range`. */
  readonly total?: PropertyPath | "content-range";
}

/** Paging by the index of the first item, from 0. */
export interface OffsetPaging {
  readonly style: "offset";
  readonly offset: string;
}

/** Paging by page number. */
export interface NumberPaging {
  readonly style: "page";
  readonly page: string;
  /** Number of the page that is returned by default. */
  readonly firstPage: number;
}

/** Paging by a cursor that each page contains. The last page contains none. */
export interface CursorPaging {
  readonly style: "cursor";
  readonly cursor: string;
  readonly next: PropertyPath;
}

/** Paging by the header `Link`, which contains the URL of the next page. */
export interface LinkPaging {
  readonly style: "link";
}

declare const itemType: unique symbol;

/**
 * Operation that returns a page, from which the runtime can request the next one.
 *
 * @typeParam Item Type of the items of a page.
 */
export interface PagedOperation<
  Input extends object,
  Result,
  Item,
  Errors extends object = object,
  ResponseHeaders extends object = object,
> extends Operation<Input, Result, Errors, ResponseHeaders> {
  /** Only for the compiler. */
  readonly [itemType]?: Item;
  /** Way to request the next page. */
  readonly paging: Paging;
}
