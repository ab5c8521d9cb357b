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
  eq<P extends PropertyPath<T>>(property: P, value: OperandOf<T, P>): RqlExpression;
  ne<P extends PropertyPath<T>>(property: P, value: OperandOf<T, P>): RqlExpression;
  gt<P extends PropertyPath<T>>(property: P, value: OperandOf<T, P>): RqlExpression;
  ge<P extends PropertyPath<T>>(property: P, value: OperandOf<T, P>): RqlExpression;
  lt<P extends PropertyPath<T>>(property: P, value: OperandOf<T, P>): RqlExpression;
  le<P extends PropertyPath<T>>(property: P, value: OperandOf<T, P>): RqlExpression;
  like(property: PropertyPath<T>, pattern: string | RqlValue): RqlExpression;
  in<P extends PropertyPath<T>>(property: P, values: ReadonlyArray<OperandOf<T, P>>): RqlExpression;
  out<P extends PropertyPath<T>>(property: P, values: ReadonlyArray<OperandOf<T, P>>): RqlExpression;
  and(...expressions: readonly RqlExpression[]): RqlExpression;
  or(...expressions: readonly RqlExpression[]): RqlExpression;
  not(expression: RqlExpression): RqlExpression;
  /** Where the list holds resources of all types, its items are of the type with this id, if the client knows it. */
  implementing<const TypeId extends (keyof Types & string) | (string & {})>(type: TypeId): ImplementingClause<TypeId>;
  composing(type: string): RqlExpression;
  /** Narrows the items of the list to these properties. */
  select<const P extends PropertyPath<T>>(...paths: readonly P[]): SelectClause<P>;
  sort(...keys: ReadonlyArray<SortKey<T>>): RqlExpression;
  limit(start: number, count: number): RqlExpression;
  null(): RqlExpression;
  empty(): RqlExpression;
  true(): RqlExpression;
  false(): RqlExpression;
  pattern(strings: TemplateStringsArray, ...holes: ReadonlyArray<string | number | bigint | boolean>): RqlValue;
  raw(text: string): RqlExpression;
}

/** The operators, typed for the properties of `T`. */
export function operatorsFor<T, Types = object>(): RqlOperators<T, Types> {
  return operators;
}
