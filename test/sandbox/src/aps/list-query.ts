import { type RqlExpression, type RqlNode, rql } from "apsdirect/rql";
import type { JsonObject } from "../json.js";
import { type FollowLink, type PropertyPath, parsePropertyPath } from "./property-path.js";
import { misplaced, operandsOf, readCondition, readPath, rqlFailure } from "./rql-evaluation.js";

/** A query in RQL, taken apart: which items, which of their properties, in which order, from where to where. */
export interface ListQuery {
  readonly isWanted: (item: JsonObject) => boolean;
  /** `undefined` where the query selects nothing in particular. */
  readonly select: readonly PropertyPath[] | undefined;
  readonly sort: readonly SortKey[];
  readonly start: number;
  readonly count: number;
}

/** One property to sort by. */
export interface SortKey {
  readonly path: PropertyPath;
  readonly descending: boolean;
}

/** Items in an answer where the query has no `limit`, or one that names the start alone. */
const defaultCount = 1000;

/** Reads the query string of a list, as it was sent. Throws the bus's refusal where it is no RQL. */
export function readListQuery(text: string, follow: FollowLink): ListQuery {
  const clauses = clausesOf(parsed(text));
  const conditions = clauses.filter((clause) => !isDirective(clause)).map((clause) => readCondition(clause, follow));
  const select = directive(clauses, "select");
  const [start = 0, count = defaultCount] = numbersOf(directive(clauses, "limit"));
  return {
    isWanted: (item) => conditions.every((condition) => condition(item)),
    select: select && operandsOf(select, 1, Infinity).map(readPath),
    sort: sortKeys(directive(clauses, "sort")),
    start,
    count,
  };
}

function parsed(text: string): RqlNode {
  try {
    return rql.parse(text);
  } catch (error) {
    throw rqlFailure(`cannot read ${text}: ${error instanceof Error ? error.message : error}`);
  }
}

/** The clauses of the top level, which is an implicit `and`, and so may be an explicit one. */
function clausesOf(node: RqlNode): readonly RqlNode[] {
  const isJoined = node.kind === "expression" && (node.operator === "" || node.operator === "and");
  return isJoined ? node.operands.flatMap(clausesOf) : [node];
}

/** Not a condition: says what to do with the items that are wanted. */
function isDirective(node: RqlNode): node is RqlExpression {
  return node.kind === "expression" && ["select", "sort", "limit"].includes(node.operator);
}

function directive(clauses: readonly RqlNode[], operator: string): RqlExpression | undefined {
  const [found, another] = clauses.filter(isDirective).filter((clause) => clause.operator === operator);
  if (another) throw rqlFailure(`${operator}() stands there twice`);
  return found;
}

/** `limit` with one operand names the start, not the count. */
function numbersOf(limit: RqlExpression | undefined): readonly number[] {
  if (limit === undefined) return [];
  return operandsOf(limit, 1, 2).map((node) => {
    if (node.kind !== "value" || !/^\d{1,9}$/.test(node.value)) throw misplaced(node, "a whole number from 0 up");
    return Number(node.value);
  });
}

function sortKeys(sort: RqlExpression | undefined): readonly SortKey[] {
  if (sort === undefined) return [];
  return operandsOf(sort, 1, Infinity).map((node) => {
    const key = node.kind === "value" ? node.value : "";
    const path = parsePropertyPath(key.replace(/^[+-]/, ""));
    if (path === undefined) throw misplaced(node, "a property to sort by");
    return { path, descending: key.startsWith("-") };
  });
}
