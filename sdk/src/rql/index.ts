/** RQL, the filter language of the APS bus: build it, read it, and type it by the resource it filters. */
export { RqlError } from "../errors.js";
export type { ImplementingClause, RqlExpression, RqlList, RqlNode, RqlValue, SelectClause } from "./expression.js";
export type { RqlLiteral } from "./literal.js";
export * as rql from "./operators.js";
export type { OperandOf, Picked, PropertyPath, SortKey, ValueAt } from "./property-path.js";
export {
  type Implementing,
  type ResolvedQuery,
  type RqlClauses,
  type RqlQuery,
  resolveQuery,
  type Selected,
  withClause,
} from "./query.js";
export { operatorsFor, type RqlOperators } from "./typed.js";
