import { isSamePage } from "../response/index.js";
import { readTotal } from "./page-headers.js";

/** Page of a list: the items of one response. */
export interface Page<T> {
  /** Items in the order of the platform. */
  readonly items: readonly T[];
  /** Index of the first item, from 0: in the whole list if pages are numbered, otherwise from the start of the call. */
  readonly start: number;
  /** Total number of items in the list, if the platform reports it. */
  readonly total: number | undefined;
}

/** List of items, fetched page by page during iteration. Each iteration sends new requests. */
export interface List<T> extends AsyncIterable<T> {
  /** Returns the list as pages. */
  pages(): AsyncIterable<Page<T>>;
  /**
   * Returns all items in one array.
   *
   * @param options.max Maximum number of items, so that a large list does not fill the memory.
   */
  all(options: { readonly max: number }): Promise<T[]>;
}

/** Creates a list from a function that fetches one page after another. */
export function createList<T>(pages: () => AsyncGenerator<Page<T>>): List<T> {
  async function* items(): AsyncGenerator<T> {
    for await (const page of pages()) yield* page.items;
  }
  return {
    [Symbol.asyncIterator]: items,
    pages,
    async all({ max }) {
      const all: T[] = [];
      if (max <= 0) return all;
      for await (const item of items()) if (all.push(item) >= max) break;
      return all;
    },
  };
}

/** Page as returned by one request. */
export interface FetchedPage<T> {
  readonly items: readonly T[];
  /** Header `Content-Range`, if present. */
  readonly contentRange: string | null;
}

/** Source of the pages of a list, with handlers for inconsistent pages. */
export interface PagedSource<T, P extends FetchedPage<T> = FetchedPage<T>> {
  /** Fetches a number of items, starting at an index. */
  readonly fetch: (start: number, count: number) => Promise<P>;
  /** Number of items to request at once. */
  readonly count: number;
  /** True if the query selects only some properties, so that different items may look the same. */
  readonly isPartial: boolean;
  /** Creates the error for a page that was received before. */
  readonly createRepetitionError: (page: P) => Error;
  /** Reports a total that differs from the number of items received. */
  readonly onWrongTotal: (page: P, total: number, received: number) => void;
}

/**
 * Yields pages to the end of a list: to the total of `Content-Range`, or else to the first short page. An empty page
 * always ends the list. The first and last index of the header are ignored, because the platform's own example has
 * them wrong, and so is a total that is lower than the number of items received. A platform that ignores `limit`
 * would return the same page forever, so a repeated page is an error.
 */
export async function* readAllPages<T, P extends FetchedPage<T>>(source: PagedSource<T, P>): AsyncGenerator<Page<T>> {
  const { fetch, count, isPartial } = source;
  let first: readonly T[] | undefined;
  let previous: readonly T[] = [];
  let isTotalWrong = false;
  for (let start = 0; ; ) {
    const page = await fetch(start, count);
    const { items } = page;
    if ([first ?? [], previous].some((earlier) => isSamePage(items, earlier, isPartial)))
      throw source.createRepetitionError(page);
    const total = readTotal(page.contentRange);
    if (items.length > 0 || start === 0) yield { items, start, total };
    start += items.length;
    const isEnd = total === undefined || isTotalWrong || start > total ? items.length < count : start >= total;
    const hasEnded = items.length === 0 || isEnd;
    if (total !== undefined && !isTotalWrong && (start > total || (hasEnded && start < total))) {
      isTotalWrong = true;
      source.onWrongTotal(page, total, start);
    }
    if (hasEnded) return;
    first ??= items;
    previous = items;
  }
}

/** Yields the only page of a list whose query sets a limit: exactly one request, with the query unchanged. */
export async function* readOnePage<T>(fetch: () => Promise<FetchedPage<T>>): AsyncGenerator<Page<T>> {
  const { items, contentRange } = await fetch();
  yield { items, start: 0, total: readTotal(contentRange) };
}
