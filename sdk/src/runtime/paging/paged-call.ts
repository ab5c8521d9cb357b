import type { CallOptions } from "../request/call-options.js";
import type { Call, CallResponse } from "../response/index.js";
import { createList, type List, type Page } from "./list.js";
import {
  findNextPage,
  type PageContext,
  type PageRequest,
  readKnownTotal,
  readPageItems,
  readStart,
} from "./next-page.js";
import type { OperationCaller } from "./operation-caller.js";
import type { PagedOperation } from "./paged-operation.js";

/**
 * A call for one page. Awaited, it gives the answer to that one request. Iterated over, it gives the items of that
 * answer and goes on to the pages after it: the call itself is the first request, and each further page is asked for
 * when its turn comes, with the call's other options.
 */
export interface PagedCall<T, Item, DocumentedHeaders extends object = object>
  extends Call<T, DocumentedHeaders>,
    List<Item> {}

/** Carries out an operation that answers a page, in such a way that it can go on to the pages after it. */
export function pagedCall<Input extends object, Result, Item, Errors extends object, ResponseHeaders extends object>(
  core: OperationCaller,
  operation: PagedOperation<Input, Result, Item, Errors, ResponseHeaders>,
  input: NoInfer<Input>,
  options: CallOptions = {},
): PagedCall<Result, Item, ResponseHeaders> {
  const call = core.call(operation, input, options);
  const context: PagedCallContext<Result> = {
    operation: operation.name,
    paging: operation.paging,
    options,
    address: () => core.addressOf(operation, input, options),
    onWrongTotal(response, total, received) {
      const source = { operation: operation.name, response };
      core.reportMismatch(source, `the total is ${total} items, and ${received} came`, options);
    },
    send: (page) => {
      const next =
        "url" in page
          ? core.callAt(() => page.url, operation, input, options)
          : core.call(operation, input, page.options);
      return next.withResponse();
    },
  };
  return Object.assign(
    call,
    createList(() => readPages<Result, Item>(call, context)),
  );
}

/** Everything that it takes to get further pages. */
interface PagedCallContext<T> extends PageContext {
  readonly send: (request: PageRequest) => Promise<CallResponse<T>>;
  /** Reports a total that is not the number of items received. */
  readonly onWrongTotal: (response: CallResponse<T>, total: number, received: number) => void;
}

/**
 * Pages to the end: to the total, where one is known, or to a page that leads no further. An empty page always ends. A
 * short one does not: a platform may give fewer items than it was asked for, or leave out what a caller must not see. A
 * total that is lower than the number of items received is reported, and does not end the list.
 */
async function* readPages<T, Item>(call: Call<T>, context: PagedCallContext<T>): AsyncGenerator<Page<Item>> {
  const { paging, options, send } = context;
  const seen = new Set<string>();
  let response = await call.withResponse();
  let link: string | undefined;
  let start = readStart(paging, options, response.data);
  let items: readonly Item[] = [];
  let isTotalWrong = false;
  for (let number = 0; ; number++) {
    items = readPageItems(context, response, items);
    const total = readKnownTotal(paging, response);
    if (items.length > 0 || number === 0) yield { items, start, total };
    start += items.length;
    if (total !== undefined && start > total && items.length > 0 && !isTotalWrong) {
      isTotalWrong = true;
      context.onWrongTotal(response, total, start);
    }
    if (items.length === 0 || (total !== undefined && !isTotalWrong && start >= total)) return;
    const next = findNextPage({ ...context, response, number, end: start, seen, link });
    if (next === undefined) return;
    response = await send(next);
    link = "url" in next ? next.url : undefined;
  }
}
