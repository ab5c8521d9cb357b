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

/** Carries out an operation that lists by RQL: nothing is asked for before the list is used. */
export function rqlList<Input extends object, Item, Errors extends object, T, const C extends RqlClauses, Types>(
  core: OperationCaller,
  operation: Operation<Input, Item[], Errors>,
  input: NoInfer<Input>,
  query: RqlQuery<T, C, Types> | undefined,
  options: ListOptions = {},
): List<Selected<Implementing<Item, C, Types>, C>> {
  type Narrowed = Selected<Implementing<Item, C, Types>, C>;
  const { text, hasLimit, typeIds } = resolveQuery(query);
  // What the clauses make of an item is known to the compiler alone.
  const typed = applyItemType<Input, unknown>(operation, typeIds) as Operation<Input, Narrowed[]>;
  const fetch = async (query: string): Promise<RqlPage<Narrowed>> => {
    const response = await core.call(typed, input, options, query).withResponse();
    const source = { operation: operation.name, response };
    // That the items are what the document says was checked when the response was read.
    const items = readList(source, response.data, "$") as readonly Narrowed[];
    return { ...source, items, contentRange: response.headers.get("content-range") };
  };
  if (hasLimit) return createList(() => readOnePage(() => fetch(text)));
  return createList(() =>
    readAllPages({
      fetch: (start, count) => fetch(withClause(text, rql.limit(start, count))),
      count: options.pageSize ?? core.pageSize ?? operation.pageSize ?? DEFAULT_PAGE_SIZE,
      isPartial: text.includes("select("),
      repetition: (page) => createUnusableResponseError(page, "$", "expected another page, and the same came again"),
      onWrongTotal(page, total, received) {
        core.reportMismatch(page, `the header Content-Range counts ${total} items, and ${received} came`, options);
      },
    }),
  );
}

/** Page of a list, with the response that brought it. */
interface RqlPage<T> extends FetchedPage<T>, PageSource {}

/** Items that a list asks for at once where neither caller, client nor document says how many. */
const DEFAULT_PAGE_SIZE = 100;
