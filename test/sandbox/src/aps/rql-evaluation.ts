import type { RqlExpression, RqlNode } from "apsdirect/rql";
import { Failure } from "../failure.js";
import { type Json, type JsonObject, property } from "../json.js";
import { type FollowLink, type PropertyPath, parsePropertyPath, valuesAt } from "./property-path.js";
import { isImplementing } from "./resource-types.js";
import { wildcardPattern } from "./wildcard-pattern.js";

/** Returns true if an item matches. */
export type Condition = (item: JsonObject) => boolean;

/**
 * Converts an expression to a condition. If a property is missing or `null`, every comparison with it is false; only
 * `null()` matches it.
 */
export function parseCondition(node: RqlNode, follow: FollowLink): Condition {
  if (node.kind !== "expression") throw operandFailure(node, "a condition");
  const read = Object.hasOwn(conditions, node.operator) ? conditions[node.operator] : undefined;
  if (read === undefined) throw rqlFailure(`${node.operator}() is not a condition on resources`);
  return read(node, follow);
}

/** Parses an operand that names a property. */
export function parsePath(node: RqlNode | undefined): PropertyPath {
  const path = node?.kind === "value" ? parsePropertyPath(node.value) : undefined;
  if (path === undefined) throw operandFailure(node, "the name of a property");
  return path;
}

/** Creates the failure for an operand of the wrong kind. */
export function operandFailure(node: RqlNode | undefined, wanted: string): Failure {
  return rqlFailure(`expected ${wanted}, found ${node ?? "nothing"}`);
}

/**
 * Creates a failure of the parser. Its most common cause is a client that encodes the whole query: the signature is
 * then valid, but the query has no parentheses.
 */
export function rqlFailure(message: string): Failure {
  const advice = "%28 and %29 are parentheses inside a value; structural parentheses must be sent as ( and )";
  return new Failure(400, /%2[89]/.test(message) ? `RQL: ${message}. ${advice}` : `RQL: ${message}`);
}

/** Operands of an expression. Throws if there are too few or too many. */
export function operandsOf({ operator, operands }: RqlExpression, least: number, most: number): readonly RqlNode[] {
  if (operands.length >= least && operands.length <= most) return operands;
  throw rqlFailure(`${operator}() does not take ${operands.length} operands`);
}

type ReadCondition = (expression: RqlExpression, follow: FollowLink) => Condition;

const conditions: Readonly<Record<string, ReadCondition>> = {
  and: (expression, follow) => {
    const all = operandsOf(expression, 2, Infinity).map((operand) => parseCondition(operand, follow));
    return (item) => all.every((condition) => condition(item));
  },
  or: (expression, follow) => {
    const any = operandsOf(expression, 2, Infinity).map((operand) => parseCondition(operand, follow));
    return (item) => any.some((condition) => condition(item));
  },
  not: (expression, follow) => {
    const conditions = operandsOf(expression, 1, 1).map((operand) => parseCondition(operand, follow));
    return (item) => !conditions.every((condition) => condition(item));
  },
  eq: comparison((values, { isNull, equals }) => (isNull ? values.length === 0 : values.some(equals))),
  ne: comparison((values, { equals }) => values.length > 0 && !values.some(equals)),
  gt: comparison((values, { order }) => values.some((value) => order(value) > 0)),
  ge: comparison((values, { order }) => values.some((value) => order(value) >= 0)),
  lt: comparison((values, { order }) => values.some((value) => order(value) < 0)),
  le: comparison((values, { order }) => values.some((value) => order(value) <= 0)),
  in: membership((values, isMember) => values.some(isMember)),
  out: membership((values, isMember) => values.length > 0 && !values.some(isMember)),
  like: parseLike,
  implementing: (expression) => parseTypeCondition(expression, (actual, asked) => isImplementing(actual, asked)),
  composing: (expression) => parseTypeCondition(expression, (actual, asked) => isImplementing(asked, actual)),
};

function comparison(holds: (values: readonly Json[], literal: Literal) => boolean): ReadCondition {
  return (expression, follow) => {
    const [name, value] = operandsOf(expression, 2, 2);
    const path = parsePath(name);
    const literal = parseLiteral(value);
    return (item) => holds(presentValues(item, path, follow), literal);
  };
}

function membership(holds: (values: readonly Json[], isMember: (value: Json) => boolean) => boolean): ReadCondition {
  return (expression, follow) => {
    const [name, list] = operandsOf(expression, 2, 2);
    const path = parsePath(name);
    if (list?.kind !== "list") throw operandFailure(list, "a list in parentheses");
    const literals = list.items.map(parseLiteral);
    const isMember = (value: Json) => literals.some(({ equals }) => equals(value));
    return (item) => holds(presentValues(item, path, follow), isMember);
  };
}

function parseLike(expression: RqlExpression, follow: FollowLink): Condition {
  const [name, pattern] = operandsOf(expression, 2, 2);
  const path = parsePath(name);
  if (pattern?.kind !== "value") throw operandFailure(pattern, "a pattern");
  const fits = wildcardPattern(pattern.text);
  return (item) => presentValues(item, path, follow).some((value) => typeof value === "string" && fits(value));
}

function parseTypeCondition(expression: RqlExpression, holds: (actual: string, asked: string) => boolean): Condition {
  const [asked] = operandsOf(expression, 1, 1);
  if (asked?.kind !== "value") throw operandFailure(asked, "the id of a type");
  return (item) => {
    // A resource has a type. A type in the library is identified by its own id.
    const actual = property(item["aps"], "type") ?? item["id"];
    return typeof actual === "string" && holds(actual, asked.value);
  };
}

/** Right-hand side of a comparison. The property determines the type: `1` equals both the number and the text. */
interface Literal {
  readonly isNull: boolean;
  readonly equals: (value: Json) => boolean;
  /**
   * Positive if the value is greater than the literal. `NaN` if they cannot be compared, so that every comparison is
   * false.
   */
  readonly order: (value: Json) => number;
}

const noText: Omit<Literal, "isNull"> = { equals: () => false, order: () => Number.NaN };

function parseLiteral(node: RqlNode | undefined): Literal {
  if (node?.kind === "value") return textLiteral(node.value);
  if (node?.kind !== "expression" || node.operands.length > 0) throw operandFailure(node, "a value");
  if (node.operator === "null") return { ...noText, isNull: true };
  if (node.operator === "empty") return textLiteral("");
  if (node.operator === "true" || node.operator === "false") return textLiteral(node.operator);
  throw operandFailure(node, "a value");
}

function textLiteral(text: string): Literal {
  return {
    isNull: false,
    equals: (value) =>
      typeof value === "number" ? value === numberOf(text) : isScalar(value) && String(value) === text,
    order: (value) => {
      if (typeof value === "number") return value - numberOf(text);
      if (typeof value !== "string") return Number.NaN;
      return value === text ? 0 : value > text ? 1 : -1;
    },
  };
}

function numberOf(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}

function isScalar(value: Json): value is string | boolean {
  return typeof value === "string" || typeof value === "boolean";
}

function presentValues(item: JsonObject, path: PropertyPath, follow: FollowLink): readonly Json[] {
  return valuesAt(item, path, follow).filter((value) => value !== null);
}
