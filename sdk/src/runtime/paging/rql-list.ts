import {
  type Implementing,
  type RqlClauses,
  type RqlQuery,
  resolveQuery,
  rql,
  type Selected,
  withClause,
} from "../../rql/index.js";
import type { ListOptions } from "../request/call-options.js";
import { createUnusableResponseError, type PageSource, readList } from "../response/index.js";
import type { Operation } from "../schema/index.js";
import { createList, type FetchedPage, type List, readAllPages, readOnePage } from "./list.js";
import type { OperationCaller } from "./operation-caller.js";
import { applyItemType } from "./typed-list.js";

/** Returns the list of an operation that takes RQL. No request is sent before the list is used. */
export function rqlList<Input extends object, Item, Errors extends object, T, const C extends RqlClauses, Types>(
  core: OperationCaller,
  operation: Operation<Input, Item[], Errors>,
  input: NoInfer<Input>,
  query: RqlQuery<T, C, Types> | undefined,
  options: ListOptions = {},
): List<Selected<Implementing<Item, C, Types>, C>> {
  type Narrowed = Selected<Implementing<Item, C, Types>, C>;
  const { text, hasLimit, typeIds } = resolveQuery(query);
  // Only the compiler knows the item type that results from the clauses.
  const typed = applyItemType<Input, unknown>(operation, typeIds) as Operation<Input, Narrowed[]>;
  const fetch = async (query: string): Promise<RqlPage<Narrowed>> => {
    const response = await core.call(typed, input, options, query).withResponse();
    const source = { operation: operation.name, response };
    // The items were validated when the response was read.
    const items = readList(source, response.data, "$") as readonly Narrowed[];
    return { ...source, items, contentRange: response.headers.get("content-range") };
  };
  if (hasLimit) return createList(() => readOnePage(() => fetch(text)));
  return createList(() =>
    readAllPages({
      fetch: (start, count) => fetch(withClause(text, rql.limit(start, count))),
      count: options.pageSize ?? core.pageSize ?? operation.pageSize ?? DEFAULT_PAGE_SIZE,
      isPartial: text.includes("select("),
      createRepetitionError: (page) =>
        createUnusableResponseError(page, "$", "expected another page, but the same was returned again"),
      onWrongTotal(page, total, received) {
        const message = `the header Content-Range states ${total} items, but ${received} were received`;
        core.reportMismatch(page, message, options);
      },
    }),
  );
}

/** Page of a list, with its response. */
interface RqlPage<T> extends FetchedPage<T>, PageSource {}

/** Number of items that a list requests at once, unless the caller, the client or the document sets it. */
const DEFAULT_PAGE_SIZE = 100;
