import { isSamePage } from "../response/index.js";
import { readTotal } from "./page-headers.js";

/** Some of the items of a list, as one request brought them. */
export interface Page<T> {
  /** In the order of the platform. */
  readonly items: readonly T[];
  /** Number of the first item, from 0: in the whole list where it is asked for by numbers, else from the call on. */
  readonly start: number;
  /** How many items the whole list has, where the platform says so. */
  readonly total: number | undefined;
}

/** Items of the platform, fetched page by page while they are used. Each iteration asks anew. */
export interface List<T> extends AsyncIterable<T> {
  /** The same, a page at a time. */
  pages(): AsyncIterable<Page<T>>;
  /**
   * All items in one array.
   *
   * @param options.max Stops when there are as many: what may be large should not fill the memory.
   */
  all(options: { readonly max: number }): Promise<T[]>;
}

/** Makes a list of something that fetches one page after the other. */
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

/** Page as one request brought it. */
export interface FetchedPage<T> {
  readonly items: readonly T[];
  /** Header `Content-Range`, if it came. */
  readonly contentRange: string | null;
}

/** Way to get the pages of a list, and to speak about what does not add up. */
export interface PagedSource<T, P extends FetchedPage<T> = FetchedPage<T>> {
  /** Asks for a number of items from a number on. */
  readonly fetch: (start: number, count: number) => Promise<P>;
  /** Items to ask for at once. */
  readonly count: number;
  /** Whether the query selects some properties, so that different items may look the same. */
  readonly isPartial: boolean;
  /** Makes the error for a page that came before. */
  readonly repetition: (page: P) => Error;
  /** Reports a total that is not the number of items received. */
  readonly onWrongTotal: (page: P, total: number, received: number) => void;
}

/**
 * Pages to the end of a list: to the total of `Content-Range`, or else to the first page that is short. An empty page
 * always ends. Neither first and last of the header are trusted, which the platform's own example prints wrongly, nor a
 * total that is lower than the number of items received. A platform that ignores `limit` gives the same page for ever:
 * a page that came before is an error.
 */
export async function* readAllPages<T, P extends FetchedPage<T>>(source: PagedSource<T, P>): AsyncGenerator<Page<T>> {
  const { fetch, count, isPartial } = source;
  let first: readonly T[] | undefined;
  let previous: readonly T[] = [];
  let isTotalWrong = false;
  for (let start = 0; ; ) {
    const page = await fetch(start, count);
    const { items } = page;
    if ([first ?? [], previous].some((earlier) => isSamePage(items, earlier, isPartial))) throw source.repetition(page);
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

/** A list whose query sets a limit is a window: exactly one request, and nothing added to it. */
export async function* readOnePage<T>(fetch: () => Promise<FetchedPage<T>>): AsyncGenerator<Page<T>> {
  const { items, contentRange } = await fetch();
  yield { items, start: 0, total: readTotal(contentRange) };
}
