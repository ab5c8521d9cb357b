/** RQL, the filter language of the APS bus: builds and parses queries, with types for the filtered resources. */
export { RqlError } from "../errors/index.js";
export type {
  ImplementingClause,
  RqlExpression,
  RqlList,
  RqlLiteral,
  RqlNode,
  RqlValue,
  SelectClause,
} from "./expression.js";
export { operatorsFor, type Rql, type RqlOperators, rql } from "./operators.js";
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
