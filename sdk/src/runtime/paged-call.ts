import type { Call, CallResponse } from "./call.js";
import { type List, listOf, type Page } from "./list.js";
import { knownTotal, nextPage, type PageContext, type PageRequest, pageItems, startOf } from "./next-page.js";

/**
 * A call for one page. Awaited, it gives the answer to that one request. Iterated over, it gives the items of that
 * answer and goes on to the pages after it: the call itself is the first request, and each further page is asked for
 * when its turn comes, with the call's other options.
 */
export interface PagedCall<T, Item, DocumentedHeaders extends object = object>
  extends Call<T, DocumentedHeaders>,
    List<Item> {}

/** What a paged call goes on with. */
export interface PagedCallContext<T> extends PageContext {
  readonly send: (request: PageRequest) => Promise<CallResponse<T>>;
}

/** Makes of a call for a page one that can go on to the pages after it. */
export function pagedCallOf<T, Item, DocumentedHeaders extends object>(
  call: Call<T, DocumentedHeaders>,
  context: PagedCallContext<T>,
): PagedCall<T, Item, DocumentedHeaders> {
  return Object.assign(
    call,
    listOf(() => pagesFrom<T, Item>(call, context)),
  );
}

/**
 * Pages to the end: to the total, where one is known, or to a page that leads no further. An empty page always ends. A
 * short one does not: a platform may give fewer items than it was asked for, or leave out what a caller must not see.
 */
async function* pagesFrom<T, Item>(call: Call<T>, context: PagedCallContext<T>): AsyncGenerator<Page<Item>> {
  const { paging, options, send } = context;
  const seen = new Set<string>();
  let response = await call.withResponse();
  let url: string | undefined;
  let start = startOf(paging, options, response.data);
  let items: readonly Item[] = [];
  for (let number = 0; ; number++) {
    items = pageItems(context, response, items);
    const total = knownTotal(paging, response);
    if (items.length > 0 || number === 0) yield { items, start, total };
    start += items.length;
    if (items.length === 0 || (total !== undefined && start >= total)) return;
    const next = nextPage({ ...context, response, number, end: start, seen, url: () => url ?? context.url() });
    if (next === undefined) return;
    response = await send(next);
    url = "url" in next ? next.url : undefined;
  }
}
