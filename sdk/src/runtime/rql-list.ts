import {
  type Implementing,
  type RqlClauses,
  type RqlQuery,
  resolveQuery,
  rql,
  type Selected,
  withClause,
} from "../rql/index.js";
import type { ClientCore } from "./client-core.js";
import { allPages, type FetchedPage, type List, listOf, onePage } from "./list.js";
import type { Operation } from "./operation.js";
import type { ListOptions } from "./options.js";
import { typedBy } from "./typed-list.js";

/** Carries out an operation that lists by RQL: nothing is asked for before the list is used. */
export function rqlList<Input extends object, Item, Errors extends object, T, const C extends RqlClauses, Types>(
  core: ClientCore,
  operation: Operation<Input, Item[], Errors>,
  input: NoInfer<Input>,
  query: RqlQuery<T, C, Types> | undefined,
  options: ListOptions = {},
): List<Selected<Implementing<Item, C, Types>, C>> {
  type Narrowed = Selected<Implementing<Item, C, Types>, C>;
  const { text, hasLimit, typeIds } = resolveQuery(query);
  // What the clauses make of an item is known to the compiler alone.
  const typed = typedBy<Input, unknown>(operation, typeIds) as Operation<Input, Narrowed[]>;
  const fetch = async (query: string): Promise<FetchedPage<Narrowed>> => {
    const { data, headers } = await core.call(typed, input, options, query).withResponse();
    return { items: data, contentRange: headers.get("content-range") };
  };
  if (hasLimit) return listOf(() => onePage(() => fetch(text)));
  const count = options.pageSize ?? core.pageSize ?? operation.pageSize ?? DEFAULT_PAGE_SIZE;
  return listOf(() => allPages((start) => fetch(withClause(text, rql.limit(start, count))), count));
}

/** Items that a list asks for at once where neither caller, client nor document says how many. */
const DEFAULT_PAGE_SIZE = 100;
