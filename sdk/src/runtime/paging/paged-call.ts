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
 * Call for one page. `await` returns the response to that one request. Iteration yields the items of that response
 * and continues with the following pages: the call itself is the first request, and each further page is requested on
 * demand, with the call's other options.
 */
export interface PagedCall<T, Item, DocumentedHeaders extends object = object>
  extends Call<T, DocumentedHeaders>,
    List<Item> {}

/** Calls an operation that returns a page. The result can also be iterated over, to read the following pages. */
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
      core.reportMismatch(source, `the total is ${total} items, but ${received} were received`, options);
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

/** Context needed to request further pages. */
interface PagedCallContext<T> extends PageContext {
  readonly send: (request: PageRequest) => Promise<CallResponse<T>>;
  /** Reports a total that differs from the number of items received. */
  readonly onWrongTotal: (response: CallResponse<T>, total: number, received: number) => void;
}

/**
 * Yields pages to the end: to the total, if it is known, or to a page without a next one. An empty page always ends the
 * list. A short page does not: a platform may return fewer items than requested, or omit items that the caller may not
 * see. A total that is lower than the number of items received is reported and does not end the list.
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
