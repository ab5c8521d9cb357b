import type { ImplementingClause, RqlExpression, RqlValue, SelectClause } from "./expression.js";
import * as operators from "./operators.js";
import type { OperandOf, PropertyPath, SortKey } from "./property-path.js";

/**
 * The operators of RQL for the properties of one type: a name that `T` does not have, or a value that its property
 * cannot take, does not compile. What they do is said at the operators of `rql`.
 *
 * `Types` are the types that the client knows by their ids: those that `implementing` is most likely about.
 */
export interface RqlOperators<T, Types = object> {
  /** Equal. For one of several values, use `in`. */
  eq<P extends PropertyPath<T>>(property: P, value: OperandOf<T, P>): RqlExpression;
  /** Not equal. */
  ne<P extends PropertyPath<T>>(property: P, value: OperandOf<T, P>): RqlExpression;
  /** Greater than. */
  gt<P extends PropertyPath<T>>(property: P, value: OperandOf<T, P>): RqlExpression;
  /** Greater than or equal. */
  ge<P extends PropertyPath<T>>(property: P, value: OperandOf<T, P>): RqlExpression;
  /** Less than. */
  lt<P extends PropertyPath<T>>(property: P, value: OperandOf<T, P>): RqlExpression;
  /** Less than or equal. */
  le<P extends PropertyPath<T>>(property: P, value: OperandOf<T, P>): RqlExpression;
  /**
   * Fits a pattern, in which `*` stands for any run of characters and `?` for one. Around text that a user typed, use
   * `pattern`.
   */
  like(property: PropertyPath<T>, pattern: string | RqlValue): RqlExpression;
  /** One of the values. */
  in<P extends PropertyPath<T>>(property: P, values: ReadonlyArray<OperandOf<T, P>>): RqlExpression;
  /** None of the values. */
  out<P extends PropertyPath<T>>(property: P, values: ReadonlyArray<OperandOf<T, P>>): RqlExpression;
  /** All of these. Clauses of a list are joined so anyway; needed inside `or` and `not`. */
  and(...expressions: readonly RqlExpression[]): RqlExpression;
  /** At least one of these. */
  or(...expressions: readonly RqlExpression[]): RqlExpression;
  /** Not this. */
  not(expression: RqlExpression): RqlExpression;
  /** Where the list holds resources of all types, its items are of the type with this id, if the client knows it. */
  implementing<const TypeId extends (keyof Types & string) | (string & {})>(type: TypeId): ImplementingClause<TypeId>;
  /** APS types that the type with this id implements. */
  composing(type: string): RqlExpression;
  /** Narrows the items of the list to these properties. */
  select<const P extends PropertyPath<T>>(...paths: readonly P[]): SelectClause<P>;
  /** In which order: `"name"` or `"+name"` ascending, `"-name"` descending; the first counts most. */
  sort(...keys: ReadonlyArray<SortKey<T>>): RqlExpression;
  /**
   * A window: leaves out `start` items, counted from 0, and returns `count` at most. The list is one request then.
   */
  limit(start: number, count: number): RqlExpression;
  /** The value of a property that is missing. The same as giving `null`. */
  null(): RqlExpression;
  /** The empty text. The same as giving `""`. */
  empty(): RqlExpression;
  /** True, in the form of a function. Giving `true` prints the bare word, which is the usual form. */
  true(): RqlExpression;
  /** False, in the form of a function. Giving `false` prints the bare word, which is the usual form. */
  false(): RqlExpression;
  /** A pattern with literal holes: in ``pattern`${name}*` `` only the last asterisk is a wildcard. */
  pattern(strings: TemplateStringsArray, ...holes: ReadonlyArray<string | number | bigint | boolean>): RqlValue;
  /**
   * A clause in RQL text, for what has no operator here. Values in it stay as they are: never paste what a user
   * typed.
   */
  raw(text: string): RqlExpression;
}

/** The operators, typed for the properties of `T`. */
export function operatorsFor<T, Types = object>(): RqlOperators<T, Types> {
  return operators;
}
