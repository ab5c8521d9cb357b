import { parseChecked } from "./check-text.js";
import { type ImplementingClause, RqlExpression, type SelectClause } from "./expression.js";
import { operatorsFor, type RqlOperators, rql } from "./operators.js";
import { parse } from "./parse.js";
import type { Picked } from "./property-path.js";

/** One clause, or several that must all hold. */
export type RqlClauses = RqlExpression | readonly RqlExpression[];

/** How a list takes its RQL: as text, as an expression, or as a function of the operators for its items. */
export type RqlQuery<T, C extends RqlClauses = RqlClauses, Types = object> =
  | string
  | RqlExpression
  | ((operators: RqlOperators<T, Types>) => C);

/** The items of a list whose query has the clauses `C`: all of `T`, or what a `select` among them leaves of it. */
export type Selected<T, C> = [SelectedPath<C>] extends [never]
  ? T
  : string extends SelectedPath<C>
    ? T
    : Picked<T, SelectedPath<C>>;

/**
 * The items of a list of `T` whose query has the clauses `C`, before a `select`: of the type that an `implementing` among
 * them names, where `Types` knows its id; else of `T`.
 *
 * The first clause that surely stands in the query decides. So an element that may also be another clause, or a list
 * spread into it that may be empty, leaves the items as they are; of two queries, each has its own.
 */
export type Implementing<T, C, Types> = [keyof Types] extends [never]
  ? T
  : C extends readonly [infer Clause, ...infer Others]
    ? TypeOf<Clause, Types, Others, T>
    : C extends readonly [...infer Others, infer Clause]
      ? TypeOf<Clause, Types, Others, T>
      : TypeOf<C, Types, [], T>;

/** A query as it goes on the wire. */
export interface ResolvedQuery {
  /** Without the `?`; empty for none. */
  readonly text: string;
  /** Whether the caller set a window of its own: such a list is a single request. */
  readonly hasLimit: boolean;
  /** Ids of the types that all of the result implements. */
  readonly typeIds: readonly string[];
}

/** A query with a clause added to its end. What is joined by or without brackets gets them. */
export function withClause(text: string, clause: RqlExpression): string {
  if (text === "") return String(clause);
  const [only, ...others] = parse(text).operands;
  const isAlternative = only?.kind === "expression" && only.operator === "or" && others.length === 0;
  return isAlternative && !text.startsWith("or(") ? `(${text}),${clause}` : `${text},${clause}`;
}

/**
 * The text of a query, in whichever form it was given. Text from the caller is read to check it, and sent as it is.
 *
 * @throws RqlError when the text cannot be read, or would not arrive as it was signed
 */
export function resolveQuery<T>(query: RqlQuery<T> | undefined): ResolvedQuery {
  if (typeof query === "string") return resolved(query, parseChecked(query));
  const whole = rql.query(...clausesOf(query));
  return resolved(String(whole), whole);
}

function resolved(text: string, whole: RqlExpression): ResolvedQuery {
  return { text, hasLimit: hasLimit(whole), typeIds: typeIdsIn(whole) };
}

type SelectedPath<C> =
  C extends SelectClause<infer P> ? P : C extends readonly (infer Clause)[] ? SelectedPath<Clause> : never;

type TypeOf<Clause, Types, Others, T> = [Clause] extends [ImplementingClause<infer TypeId extends keyof Types & string>]
  ? Types[TypeId]
  : Others extends readonly []
    ? T
    : Implementing<T, Others, Types>;

function clausesOf<T>(query: Exclude<RqlQuery<T>, string> | undefined): readonly RqlExpression[] {
  if (query === undefined) return [];
  const clauses = typeof query === "function" ? query(operatorsFor<T>()) : query;
  return clauses instanceof RqlExpression ? [clauses] : clauses;
}

/** A `limit` counts at the top, where it is joined to the rest by and. */
function hasLimit({ operator, operands }: RqlExpression): boolean {
  if (operator === "limit") return true;
  if (operator !== "" && operator !== "and") return false;
  return operands.some((operand) => operand.kind === "expression" && hasLimit(operand));
}

/** Of the clauses themselves: what stands within another says of some of the result only, or that it is not so. */
function typeIdsIn({ operands }: RqlExpression): readonly string[] {
  return operands.flatMap((clause) => {
    if (clause.kind !== "expression" || clause.operator !== "implementing") return [];
    return clause.operands.flatMap((operand) => (operand.kind === "value" ? [operand.value] : []));
  });
}
