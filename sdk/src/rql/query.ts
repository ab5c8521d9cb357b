import { parseChecked } from "./check-text.js";
import { type ImplementingClause, RqlExpression, type SelectClause } from "./expression.js";
import { operatorsFor, type RqlOperators, rql } from "./operators.js";
import { parse } from "./parse.js";
import type { Picked } from "./property-path.js";

/** One clause, or several clauses that must all match. */
export type RqlClauses = RqlExpression | readonly RqlExpression[];

/** RQL of a list: text, an expression, or a function that gets the operators for the list's items. */
export type RqlQuery<T, C extends RqlClauses = RqlClauses, Types = object> =
  | string
  | RqlExpression
  | ((operators: RqlOperators<T, Types>) => C);

/** Type of the items of a list with the clauses `C`: `T`, or the properties of `T` that a `select` clause selects. */
export type Selected<T, C> = [SelectedPath<C>] extends [never]
  ? T
  : string extends SelectedPath<C>
    ? T
    : Picked<T, SelectedPath<C>>;

/**
 * Type of the items of a list of `T` with the clauses `C`, before a `select`: the type in an `implementing` clause if
 * `Types` has its id, otherwise `T`.
 *
 * The first `implementing` clause that is certainly in the query decides. An element that may also be another clause,
 * or a spread list that may be empty, does not change the type. A union of queries gives a union of types.
 */
export type Implementing<T, C, Types> = [keyof Types] extends [never]
  ? T
  : C extends readonly [infer Clause, ...infer Others]
    ? TypeOf<Clause, Types, Others, T>
    : C extends readonly [...infer Others, infer Clause]
      ? TypeOf<Clause, Types, Others, T>
      : TypeOf<C, Types, [], T>;

/** Query in the form in which it is sent. */
export interface ResolvedQuery {
  /** Text without the `?`. Empty if there is no query. */
  readonly text: string;
  /** True if the caller set a limit. The list then sends a single request. */
  readonly hasLimit: boolean;
  /** Ids of the types that every item of the result implements. */
  readonly typeIds: readonly string[];
}

/** Appends a clause to a query. Adds parentheses around clauses joined by `or` if they have none. */
export function withClause(text: string, clause: RqlExpression): string {
  if (text === "") return String(clause);
  const [only, ...others] = parse(text).operands;
  const isAlternative = only?.kind === "expression" && only.operator === "or" && others.length === 0;
  return isAlternative && !text.startsWith("or(") ? `(${text}),${clause}` : `${text},${clause}`;
}

/**
 * Resolves a query of any form to its text. Text from the caller is validated and sent unchanged.
 *
 * @throws RqlError if the text cannot be parsed or would change between signing and arrival
 */
export function resolveQuery<T>(query: RqlQuery<T> | undefined): ResolvedQuery {
  if (typeof query === "string") return createResolvedQuery(query, parseChecked(query));
  const whole = rql.query(...listClauses(query));
  return createResolvedQuery(String(whole), whole);
}

function createResolvedQuery(text: string, whole: RqlExpression): ResolvedQuery {
  return { text, hasLimit: hasLimit(whole), typeIds: findTypeIds(whole) };
}

type SelectedPath<C> =
  C extends SelectClause<infer P> ? P : C extends readonly (infer Clause)[] ? SelectedPath<Clause> : never;

type TypeOf<Clause, Types, Others, T> = [Clause] extends [ImplementingClause<infer TypeId extends keyof Types & string>]
  ? Types[TypeId]
  : Others extends readonly []
    ? T
    : Implementing<T, Others, Types>;

function listClauses<T>(query: Exclude<RqlQuery<T>, string> | undefined): readonly RqlExpression[] {
  if (query === undefined) return [];
  const clauses = typeof query === "function" ? query(operatorsFor<T>()) : query;
  return clauses instanceof RqlExpression ? [clauses] : clauses;
}

/** Returns true if the query has a `limit` at its top level, joined to the other clauses by `and`. */
function hasLimit({ operator, operands }: RqlExpression): boolean {
  if (operator === "limit") return true;
  if (operator !== "" && operator !== "and") return false;
  return operands.some((operand) => operand.kind === "expression" && hasLimit(operand));
}

/** Finds the type ids of top-level clauses. Clauses inside `or` or `not` do not apply to every item. */
function findTypeIds({ operands }: RqlExpression): readonly string[] {
  return operands.flatMap((clause) => {
    if (clause.kind !== "expression" || clause.operator !== "implementing") return [];
    return clause.operands.flatMap((operand) => (operand.kind === "value" ? [operand.value] : []));
  });
}
