import { RqlError } from "../errors/index.js";
import { encode, encodePattern, encodeTypeId } from "./encoding.js";
import { ImplementingClause, RqlExpression, RqlList, type RqlLiteral, RqlValue, SelectClause } from "./expression.js";
import { literal, literalText } from "./literal.js";
import { parse } from "./parse.js";
import type { OperandOf, PropertyPath, SortKey } from "./property-path.js";

/**
 * The operators of RQL for the properties of one type: a name that `T` does not have, or a value that its property
 * cannot take, does not compile. With `unknown` for `T`, as in `rql`, any name and any value will do.
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
   * Matches a pattern, in which `*` stands for any number of characters and `?` for one. A plain string is the pattern
   * itself; around text that a user typed, use `pattern`, or the user's `*` is a wildcard, too.
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
  /**
   * Resources of an APS type and of all types derived from it. Where the list holds resources of all types, its items
   * are of the type with this id, if the client knows it.
   *
   * @param type Type id, for example `http://parallels.com/aps/types/pa/account/1.2`; also without its minor version, or
   * without any.
   */
  implementing<const TypeId extends (keyof Types & string) | (string & {})>(type: TypeId): ImplementingClause<TypeId>;
  /** APS types that the type with this id implements. */
  composing(type: string): RqlExpression;
  /** Narrows the items of the list to these properties: all others are missing from the response, required ones too. */
  select<const P extends PropertyPath<T>>(...paths: readonly P[]): SelectClause<P>;
  /** Sorts: `"name"` or `"+name"` ascending, `"-name"` descending; the first counts most. */
  sort(...keys: ReadonlyArray<SortKey<T>>): RqlExpression;
  /**
   * A window on the result; the list is one request then. Both numbers are always sent: the platform reads a single one
   * as the start, and then stops after 1000.
   *
   * @param start Number of items to skip.
   * @param count Number of items to return at most.
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
   * A clause in RQL text, for what has no operator here: `raw("linkedWith(1a2b)")`. It must read as one clause, so that
   * it cannot break out of the expression it is put in. Values in it stay as they are: encode them with
   * `encodeURIComponent` and, for `!'()*`, by hand; never paste what a user typed.
   */
  raw(text: string): RqlExpression;
}

/** The operators with a whole query around them, for properties of any name. */
export interface Rql extends RqlOperators<unknown> {
  /** A whole query: clauses that must all hold, and `select`, `sort` and `limit`. */
  query(...clauses: readonly RqlExpression[]): RqlExpression;
  /**
   * Reads RQL: prefix and infix form, `&` and `,` as and, `|` and `;` as or, groups in parentheses. Which of and and or
   * binds tighter on the platform is not known, so a text that mixes them without parentheses is refused.
   *
   * The result is a whole query, operator `""`, whose operands are the clauses. `String` of it is the canonical text:
   * prefix form, `or(…)` in place of `|`, values as they came but for characters that must be encoded.
   *
   * @throws RqlError with the `position` of what cannot be read, counted from 0
   */
  parse(text: string): RqlExpression;
}

/**
 * RQL, the filter language of the APS bus.
 *
 * `String(expression)` is the exact text on the wire: prefix form, structure raw, values percent-encoded. Hand it on as
 * it is; `URLSearchParams` would rewrite it. All operators throw an `RqlError` for what has no text in RQL.
 */
export const rql: Rql = {
  // `RqlOperators` declares each operator once, for `rql` and for the typed forms: one that is missing there, or here,
  // does not compile.
  eq: compareBy("eq"),
  ne: compareBy("ne"),
  gt: compareBy("gt"),
  ge: compareBy("ge"),
  lt: compareBy("lt"),
  le: compareBy("le"),
  like(property, text) {
    const operand = typeof text === "string" ? patternValue(encodePattern(text)) : text;
    // An empty argument, as in eq(p,), is undefined on the platform.
    if (operand.text === "") {
      throw new RqlError("an empty pattern is undefined; for an empty value use eq with empty()");
    }
    return new RqlExpression("like", [path(property), operand]);
  },
  in: (property, values) => new RqlExpression("in", [path(property), new RqlList(values.map(literal))]),
  out: (property, values) => new RqlExpression("out", [path(property), new RqlList(values.map(literal))]),
  and: (...expressions) => joined("and", expressions),
  or: (...expressions) => joined("or", expressions),
  not: (expression) => new RqlExpression("not", [single(expression)]),
  implementing: (type) => new ImplementingClause(type, typeId(type)),
  composing: (type) => new RqlExpression("composing", [typeId(type)]),
  select(...paths) {
    if (paths.length === 0) throw new RqlError("select needs at least one property");
    paths.forEach(assertPath);
    return new SelectClause(paths);
  },
  sort(...keys) {
    if (keys.length === 0) throw new RqlError("sort needs at least one property");
    return new RqlExpression("sort", keys.map(sortKey));
  },
  limit: (start, count) => new RqlExpression("limit", [whole(start, "start"), whole(count, "count")]),
  null: () => new RqlExpression("null", []),
  empty: () => new RqlExpression("empty", []),
  true: () => new RqlExpression("true", []),
  false: () => new RqlExpression("false", []),
  pattern(strings, ...holes) {
    const encodedHoles = holes.map((hole) => encode(literalText(hole)));
    return patternValue(strings.map((text, index) => encodePattern(text) + (encodedHoles[index] ?? "")).join(""));
  },
  raw(text) {
    const [clause, second] = parse(text).operands;
    if (!(clause instanceof RqlExpression)) throw new RqlError("raw needs a clause, and the text is empty");
    if (second) throw new RqlError("raw takes one clause: give each its own raw, or put them into and(…)");
    return clause;
  },
  query: (...clauses) =>
    new RqlExpression(
      "",
      clauses.flatMap((clause) => (clause.operator === "" ? clause.operands : [clause])),
    ),
  parse,
};

/** The operators, typed for the properties of `T`. */
export function operatorsFor<T, Types = object>(): RqlOperators<T, Types> {
  return rql;
}

function compareBy(operator: string): (property: string, value: RqlLiteral) => RqlExpression {
  return (property, value) => new RqlExpression(operator, [path(property), literal(value)]);
}

function joined(operator: "and" | "or", expressions: readonly RqlExpression[]): RqlExpression {
  const operands = expressions.map(single);
  const [first, second] = operands;
  if (first === undefined) throw new RqlError(`${operator} needs at least one expression`);
  return second === undefined ? first : new RqlExpression(operator, operands);
}

/** A whole query as an operand: its clauses would otherwise become operands of the expression around it. */
function single(expression: RqlExpression): RqlExpression {
  return expression.operator === "" ? joined("and", clausesOf(expression)) : expression;
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
