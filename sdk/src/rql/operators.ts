/**
 * RQL, the filter language of the APS bus: `import { rql } from "apsdirect/rql"`.
 *
 * `String(expression)` is the exact text on the wire: prefix form, structure raw, values percent-encoded. Hand it on as
 * it is; `URLSearchParams` would rewrite it. All of these throw an `RqlError` for what has no text in RQL.
 */
import { RqlError } from "../errors.js";
import { encode, encodePattern, encodeTypeId } from "./encoding.js";
import { ImplementingClause, RqlExpression, RqlList, RqlValue, SelectClause } from "./expression.js";
import { literal, literalText, type RqlLiteral } from "./literal.js";
import { parse } from "./parse.js";

export { absent as null, among as in, empty, parse, truth as true, untruth as false };

/** Equal. For one of several values, use `in`. */
export function eq(property: string, value: RqlLiteral): RqlExpression {
  return new RqlExpression("eq", [path(property), literal(value)]);
}

/** Not equal. */
export function ne(property: string, value: RqlLiteral): RqlExpression {
  return new RqlExpression("ne", [path(property), literal(value)]);
}

/** Greater than. */
export function gt(property: string, value: RqlLiteral): RqlExpression {
  return new RqlExpression("gt", [path(property), literal(value)]);
}

/** Greater than or equal. */
export function ge(property: string, value: RqlLiteral): RqlExpression {
  return new RqlExpression("ge", [path(property), literal(value)]);
}

/** Less than. */
export function lt(property: string, value: RqlLiteral): RqlExpression {
  return new RqlExpression("lt", [path(property), literal(value)]);
}

/** Less than or equal. */
export function le(property: string, value: RqlLiteral): RqlExpression {
  return new RqlExpression("le", [path(property), literal(value)]);
}

/**
 * Fits a pattern, in which `*` stands for any run of characters and `?` for one. A plain string is the pattern itself;
 * around text that a user typed, use {@link pattern}, or the user's `*` is a wildcard, too.
 */
export function like(property: string, text: string | RqlValue): RqlExpression {
  const operand = typeof text === "string" ? patternValue(encodePattern(text)) : text;
  // An empty argument, as in eq(p,), is undefined on the platform.
  if (operand.text === "") throw new RqlError("an empty pattern is undefined; for an empty value use eq with empty()");
  return new RqlExpression("like", [path(property), operand]);
}

/** A pattern with literal holes: in ``pattern`${name}*` `` only the last asterisk is a wildcard. */
export function pattern(
  strings: TemplateStringsArray,
  ...holes: ReadonlyArray<string | number | bigint | boolean>
): RqlValue {
  const encodedHoles = holes.map((hole) => encode(literalText(hole)));
  return patternValue(strings.map((text, index) => encodePattern(text) + (encodedHoles[index] ?? "")).join(""));
}

/** One of the values. */
function among(property: string, values: readonly RqlLiteral[]): RqlExpression {
  return new RqlExpression("in", [path(property), new RqlList(values.map(literal))]);
}

/** None of the values. */
export function out(property: string, values: readonly RqlLiteral[]): RqlExpression {
  return new RqlExpression("out", [path(property), new RqlList(values.map(literal))]);
}

/** All of these. Clauses of a query are joined so anyway; needed inside {@link or} and {@link not}. */
export function and(...expressions: readonly RqlExpression[]): RqlExpression {
  return joined("and", expressions);
}

/** At least one of these. */
export function or(...expressions: readonly RqlExpression[]): RqlExpression {
  return joined("or", expressions);
}

/** Not this. */
export function not(expression: RqlExpression): RqlExpression {
  return new RqlExpression("not", [single(expression)]);
}

/**
 * Resources of an APS type and of all types derived from it.
 *
 * @param type Type id, for example `http://parallels.com/aps/types/pa/account/1.2`; also without its minor version, or
 * without any.
 */
export function implementing<const TypeId extends string>(type: TypeId): ImplementingClause<TypeId> {
  return new ImplementingClause(type, typeId(type));
}

/** APS types that the given type implements. */
export function composing(type: string): RqlExpression {
  return new RqlExpression("composing", [typeId(type)]);
}

/** Which properties and links come back: all others are missing from the answer, required ones too. */
export function select<const Path extends string>(...paths: readonly Path[]): SelectClause<Path> {
  if (paths.length === 0) throw new RqlError("select needs at least one property");
  paths.forEach(assertPath);
  return new SelectClause(paths);
}

/** In which order: `"name"` or `"+name"` ascending, `"-name"` descending; the first counts most. */
export function sort(...keys: readonly string[]): RqlExpression {
  if (keys.length === 0) throw new RqlError("sort needs at least one property");
  return new RqlExpression("sort", keys.map(sortKey));
}

/**
 * A window on the result. Both numbers are always sent: the platform reads a single one as the start, and then stops
 * after 1000.
 *
 * @param start How many to leave out, counted from 0.
 * @param count How many to return at most.
 */
export function limit(start: number, count: number): RqlExpression {
  return new RqlExpression("limit", [whole(start, "start"), whole(count, "count")]);
}

/** The value of a property that is missing. The same as giving `null`. */
function absent(): RqlExpression {
  return new RqlExpression("null", []);
}

/** The empty text. The same as giving `""`. */
function empty(): RqlExpression {
  return new RqlExpression("empty", []);
}

/** True, in the form of a function. Giving `true` prints the bare word, which is the usual form. */
function truth(): RqlExpression {
  return new RqlExpression("true", []);
}

/** False, in the form of a function. Giving `false` prints the bare word, which is the usual form. */
function untruth(): RqlExpression {
  return new RqlExpression("false", []);
}

/**
 * A clause in RQL text, for what has no operator here: `raw("linkedWith(1a2b)")`. It must read as one clause, so that
 * it cannot break out of the expression it is put in. Values in it stay as they are: encode them with
 * `encodeURIComponent` and, for `!'()*`, by hand; never paste what a user typed.
 */
export function raw(text: string): RqlExpression {
  const [clause, second] = parse(text).operands;
  if (!(clause instanceof RqlExpression)) throw new RqlError("raw needs a clause, and the text is empty");
  if (second) throw new RqlError("raw takes one clause: give each its own raw, or put them into and(…)");
  return clause;
}

/** A whole query: clauses that must all hold, and `select`, `sort` and `limit`. */
export function query(...clauses: readonly RqlExpression[]): RqlExpression {
  return new RqlExpression(
    "",
    clauses.flatMap((clause) => (clause.operator === "" ? clause.operands : [clause])),
  );
}

function joined(operator: "and" | "or", expressions: readonly RqlExpression[]): RqlExpression {
  const operands = expressions.map(single);
  const [first, second] = operands;
  if (first === undefined) throw new RqlError(`${operator} needs at least one expression`);
  return second === undefined ? first : new RqlExpression(operator, operands);
}

/** A whole query as an operand: its clauses would otherwise become operands of the expression around it. */
function single(expression: RqlExpression): RqlExpression {
  return expression.operator === "" ? and(...clausesOf(expression)) : expression;
}

function clausesOf(whole: RqlExpression): RqlExpression[] {
  return whole.operands.filter((operand) => operand instanceof RqlExpression);
}

function path(property: string): RqlValue {
  assertPath(property);
  return new RqlValue(property, property);
}

function assertPath(property: string): void {
  if (!PATH.test(property)) {
    throw new RqlError(
      `${JSON.stringify(property)} is no property path: names joined by dots, such as "account.aps.id"`,
    );
  }
}

const PATH = /^[\w$][\w$-]*(?:\.[\w$][\w$-]*)*$/;

/**
 * The sign stands raw, as in all examples of the platform; a name without one is unconfirmed there, so ascending gets
 * its `+`. In a base string that `+` is a space (RFC 5849 section 3.4.1.3.1), on both sides alike. Only Tomcat of the
 * early 7.0 line reads it otherwise: should sorted queries alone be refused, `raw("sort(%2Bname)")` is the way out.
 */
function sortKey(key: string): RqlValue {
  const sign = key.startsWith("-") ? "-" : "+";
  const text = sign + path(key.replace(/^[+-]/, "")).text;
  return new RqlValue(text, text);
}

function typeId(type: string): RqlValue {
  if (type === "") throw new RqlError("an APS type id is not empty");
  return new RqlValue(encodeTypeId(type), type);
}

function whole(number: number, name: string): RqlValue {
  if (!Number.isSafeInteger(number) || number < 0) throw new RqlError(`limit: ${name} must be 0 or a positive integer`);
  const text = literalText(number);
  return new RqlValue(text, text);
}

function patternValue(text: string): RqlValue {
  return new RqlValue(text, decodeURIComponent(text));
}
