import type { Operation, PropertyPath } from "../schema/index.js";

/** What is asked for after a page, and where its items stand. Parameters go by their names in the call's options. */
export type Paging = PagedAnswer & (OffsetPaging | NumberPaging | CursorPaging | LinkPaging);

/** What a page looks like. */
export interface PagedAnswer {
  /** The list of items, where the answer itself is not the list. */
  readonly items?: PropertyPath;
  /** How many items all pages have together: a property of the answer, or what `Content-Range` says. */
  readonly total?: PropertyPath | "content-range";
}

/** A page is asked for by the number of its first item, from 0. */
export interface OffsetPaging {
  readonly style: "offset";
  readonly offset: string;
}

/** A page is asked for by its own number. */
export interface NumberPaging {
  readonly style: "page";
  readonly page: string;
  /** Number of the page that comes where none is asked for. */
  readonly firstPage: number;
}

/** A page names what to ask for the one after it; the last names nothing. */
export interface CursorPaging {
  readonly style: "cursor";
  readonly cursor: string;
  readonly next: PropertyPath;
}

/** A page leads to the one after it by the header `Link`. */
export interface LinkPaging {
  readonly style: "link";
}

declare const itemType: unique symbol;

/**
 * An operation that answers a page, for the run-time to go on from.
 *
 * @typeParam Item What a page is a list of.
 */
export interface PagedOperation<
  Input extends object,
  Result,
  Item,
  Errors extends object = object,
  ResponseHeaders extends object = object,
> extends Operation<Input, Result, Errors, ResponseHeaders> {
  /** For the compiler alone. */
  readonly [itemType]?: Item;
  /** How the next page is asked for. */
  readonly paging: Paging;
}
