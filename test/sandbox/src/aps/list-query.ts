import { type RqlExpression, type RqlNode, rql } from "apsdirect/rql";
import type { JsonObject } from "../json.js";
import { type FollowLink, type PropertyPath, parsePropertyPath } from "./property-path.js";
import { operandFailure, operandsOf, parseCondition, parsePath, rqlFailure } from "./rql-evaluation.js";

/** Parsed RQL query: filter, selection, order and window. */
export interface ListQuery {
  readonly isWanted: (item: JsonObject) => boolean;
  /** `undefined` if the query selects nothing. */
  readonly select: readonly PropertyPath[] | undefined;
  readonly sort: readonly SortKey[];
  readonly start: number;
  readonly count: number;
}

/** Property to sort by. */
export interface SortKey {
  readonly path: PropertyPath;
  readonly descending: boolean;
}

/** Number of items in a response if the query has no `limit`, or one with only a start. */
const defaultCount = 1000;

/** Parses the raw query string of a list. Throws the bus's error if it is not valid RQL. */
export function parseListQuery(text: string, follow: FollowLink): ListQuery {
  const clauses = clausesOf(parseRql(text));
  const conditions = clauses.filter((clause) => !isDirective(clause)).map((clause) => parseCondition(clause, follow));
  const select = directive(clauses, "select");
  const [start = 0, count = defaultCount] = numbersOf(directive(clauses, "limit"));
  return {
    isWanted: (item) => conditions.every((condition) => condition(item)),
    select: select && operandsOf(select, 1, Infinity).map(parsePath),
    sort: sortKeys(directive(clauses, "sort")),
    start,
    count,
  };
}

function parseRql(text: string): RqlNode {
  try {
    return rql.parse(text);
  } catch (error) {
    throw rqlFailure(`cannot read ${text}: ${error instanceof Error ? error.message : error}`);
  }
}

/** Clauses of the top level. It is an implicit `and`, so an explicit one is equivalent. */
function clausesOf(node: RqlNode): readonly RqlNode[] {
  const isJoined = node.kind === "expression" && (node.operator === "" || node.operator === "and");
  return isJoined ? node.operands.flatMap(clausesOf) : [node];
}

/** Returns true for clauses that do not filter items but process them. */
function isDirective(node: RqlNode): node is RqlExpression {
  return node.kind === "expression" && ["select", "sort", "limit"].includes(node.operator);
}

function directive(clauses: readonly RqlNode[], operator: string): RqlExpression | undefined {
  const [found, another] = clauses.filter(isDirective).filter((clause) => clause.operator === operator);
  if (another) throw rqlFailure(`${operator}() occurs twice`);
  return found;
}

/** `limit` with a single operand sets the start, not the count. */
function numbersOf(limit: RqlExpression | undefined): readonly number[] {
  if (limit === undefined) return [];
  return operandsOf(limit, 1, 2).map((node) => {
    if (node.kind !== "value" || !/^\d{1,9}$/.test(node.value)) throw operandFailure(node, "a whole number from 0 up");
    return Number(node.value);
  });
}

function sortKeys(sort: RqlExpression | undefined): readonly SortKey[] {
  if (sort === undefined) return [];
  return operandsOf(sort, 1, Infinity).map((node) => {
    const key = node.kind === "value" ? node.value : "";
    const path = parsePropertyPath(key.replace(/^[+-]/, ""));
    if (path === undefined) throw operandFailure(node, "a property to sort by");
    return { path, descending: key.startsWith("-") };
  });
}
