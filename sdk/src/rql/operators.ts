import { RqlError } from "../errors/index.js";
import { encode, encodePattern, encodeTypeId } from "./encoding.js";
import { ImplementingClause, RqlExpression, RqlList, type RqlLiteral, RqlValue, SelectClause } from "./expression.js";
import { createLiteral, formatLiteral } from "./literal.js";
import { parse } from "./parse.js";
import type { OperandOf, PropertyPath, SortKey } from "./property-path.js";

/**
 * RQL operators for the properties of one type. A property that `T` does not have, or a value that the property cannot
 * have, does not compile. If `T` is `unknown`, as in `rql`, any property and any value are allowed.
 *
 * `Types` maps type ids to the types that the client knows, for `implementing`.
 */
export interface RqlOperators<T, Types = object> {
  /** Equal. To match one of several values, use `in`. */
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
   * Matches a pattern. `*` matches any number of characters and `?` matches one. A plain string is used as the pattern.
   * For text that a user typed, use `pattern`; otherwise the user's `*` is a wildcard, too.
   */
  like(property: PropertyPath<T>, pattern: string | RqlValue): RqlExpression;
  /** One of the values. */
  in<P extends PropertyPath<T>>(property: P, values: ReadonlyArray<OperandOf<T, P>>): RqlExpression;
  /** None of the values. */
  out<P extends PropertyPath<T>>(property: P, values: ReadonlyArray<OperandOf<T, P>>): RqlExpression;
  /** All of the expressions. Only needed inside `or` and `not`, because the clauses of a list are joined by `and`. */
  and(...expressions: readonly RqlExpression[]): RqlExpression;
  /** At least one of the expressions. */
  or(...expressions: readonly RqlExpression[]): RqlExpression;
  /** Negation of the expression. */
  not(expression: RqlExpression): RqlExpression;
  /**
   * Resources of an APS type and of all types derived from it. In a list of resources of all types, the items get the
   * type with this id, if the client knows it.
   *
   * @param type Type id, for example `http://parallels.com/aps/types/pa/account/1.2`. The minor version or the whole
   * version may be left out.
   */
  implementing<const TypeId extends (keyof Types & string) | (string & {})>(type: TypeId): ImplementingClause<TypeId>;
  /** APS types that the type with this id implements. */
  composing(type: string): RqlExpression;
  /** Selects properties. All others are missing from the items, even required ones. */
  select<const P extends PropertyPath<T>>(...paths: readonly P[]): SelectClause<P>;
  /** Sorts by properties: `"name"` or `"+name"` ascending, `"-name"` descending. The first property has priority. */
  sort(...keys: ReadonlyArray<SortKey<T>>): RqlExpression;
  /**
   * Limits the result to a range of items. The list then sends a single request. Both numbers are always sent, because
   * the platform reads a single number as the start and returns at most 1000 items.
   *
   * @param start Number of items to skip.
   * @param count Maximum number of items to return.
   */
  limit(start: number, count: number): RqlExpression;
  /** Value of a missing property. The same as passing `null`. */
  null(): RqlExpression;
  /** Empty text. The same as passing `""`. */
  empty(): RqlExpression;
  /** True as a function, `true()`. Passing `true` prints the plain word, which is the usual form. */
  true(): RqlExpression;
  /** False as a function, `false()`. Passing `false` prints the plain word, which is the usual form. */
  false(): RqlExpression;
  /** Pattern with literal placeholders: in ``pattern`${name}*` ``, only the last asterisk is a wildcard. */
  pattern(strings: TemplateStringsArray, ...values: ReadonlyArray<string | number | bigint | boolean>): RqlValue;
  /**
   * Clause as RQL text, for operators that are missing here: `raw("linkedWith(1a2b)")`. The text must be a single
   * clause, so that it cannot break out of the expression around it. Its values are not encoded: encode them with
   * `encodeURIComponent`, and `!'()*` by hand. Never insert text that a user typed.
   */
  raw(text: string): RqlExpression;
}

/** Operators for properties of any name, and functions for whole queries. */
export interface Rql extends RqlOperators<unknown> {
  /** Whole query: clauses that must all match, and `select`, `sort` and `limit`. */
  query(...clauses: readonly RqlExpression[]): RqlExpression;
  /**
   * Parses RQL in prefix and infix form, with `&` and `,` as `and`, `|` and `;` as `or`, and groups in parentheses. It
   * refuses text that mixes `and` and `or` without parentheses, because their precedence on the platform is not known.
   *
   * Returns a whole query (operator `""`) with the clauses as operands. `String` returns its canonical text: prefix
   * form, `or(…)` instead of `|`, and values unchanged except for characters that must be encoded.
   *
   * @throws RqlError with the `position` of the error, counted from 0
   */
  parse(text: string): RqlExpression;
}

/**
 * Operators of RQL, the filter language of the APS bus.
 *
 * `String(expression)` returns the exact text on the wire: prefix form, with raw structure and percent-encoded values.
 * Do not pass it through `URLSearchParams`, which would rewrite it. Operators throw an `RqlError` for values that RQL
 * cannot express.
 */
export const rql: Rql = {
  // `RqlOperators` declares each operator once, for `rql` and for the typed forms. An operator that is missing there or
  // here does not compile.
  eq: createComparison("eq"),
  ne: createComparison("ne"),
  gt: createComparison("gt"),
  ge: createComparison("ge"),
  lt: createComparison("lt"),
  le: createComparison("le"),
  like(property, text) {
    const operand = typeof text === "string" ? createPattern(encodePattern(text)) : text;
    // An empty argument, as in eq(p,), is undefined on the platform.
    if (operand.text === "") {
      throw new RqlError("The platform does not define an empty pattern. For an empty value, use eq with empty()");
    }
    return new RqlExpression("like", [createPath(property), operand]);
  },
  in: (property, values) => new RqlExpression("in", [createPath(property), new RqlList(values.map(createLiteral))]),
  out: (property, values) => new RqlExpression("out", [createPath(property), new RqlList(values.map(createLiteral))]),
  and: (...expressions) => join("and", expressions),
  or: (...expressions) => join("or", expressions),
  not: (expression) => new RqlExpression("not", [asOperand(expression)]),
  implementing: (type) => new ImplementingClause(type, createTypeId(type)),
  composing: (type) => new RqlExpression("composing", [createTypeId(type)]),
  select(...paths) {
    if (paths.length === 0) throw new RqlError("select needs at least one property");
    paths.forEach(assertPath);
    return new SelectClause(paths);
  },
  sort(...keys) {
    if (keys.length === 0) throw new RqlError("sort needs at least one property");
    return new RqlExpression("sort", keys.map(createSortKey));
  },
  limit: (start, count) => new RqlExpression("limit", [createCount(start, "start"), createCount(count, "count")]),
  null: () => new RqlExpression("null", []),
  empty: () => new RqlExpression("empty", []),
  true: () => new RqlExpression("true", []),
  false: () => new RqlExpression("false", []),
  pattern(strings, ...values) {
    const encoded = values.map((value) => encode(formatLiteral(value)));
    return createPattern(strings.map((text, index) => encodePattern(text) + (encoded[index] ?? "")).join(""));
  },
  raw(text) {
    const [clause, second] = parse(text).operands;
    if (!(clause instanceof RqlExpression)) throw new RqlError("raw needs a clause, but the text is empty");
    if (second) throw new RqlError("raw takes one clause: call raw for each clause, or put them into and(…)");
    return clause;
  },
  query: (...clauses) =>
    new RqlExpression(
      "",
      clauses.flatMap((clause) => (clause.operator === "" ? clause.operands : [clause])),
    ),
  parse,
};

/** Returns the operators, typed for the properties of `T`. */
export function operatorsFor<T, Types = object>(): RqlOperators<T, Types> {
  return rql;
}

function createComparison(operator: string): (property: string, value: RqlLiteral) => RqlExpression {
  return (property, value) => new RqlExpression(operator, [createPath(property), createLiteral(value)]);
}

function join(operator: "and" | "or", expressions: readonly RqlExpression[]): RqlExpression {
  const operands = expressions.map(asOperand);
  const [first, second] = operands;
  if (first === undefined) throw new RqlError(`${operator} needs at least one expression`);
  return second === undefined ? first : new RqlExpression(operator, operands);
}

/** Joins a whole query with `and`. Otherwise its clauses would become operands of the expression around it. */
function asOperand(expression: RqlExpression): RqlExpression {
  return expression.operator === "" ? join("and", listClauses(expression)) : expression;
}

function listClauses(query: RqlExpression): RqlExpression[] {
  return query.operands.filter((operand) => operand instanceof RqlExpression);
}

function createPath(property: string): RqlValue {
  assertPath(property);
  return new RqlValue(property, property);
}

function assertPath(property: string): void {
  if (!PATH.test(property)) {
    throw new RqlError(
      `${JSON.stringify(property)} is not a property path: join names with dots, as in "account.aps.id"`,
    );
  }
}

const PATH = /^[\w$][\w$-]*(?:\.[\w$][\w$-]*)*$/;

/**
 * Creates a sort key with a raw sign, as in all examples of the platform. They have no names without a sign, so
 * ascending keys get a `+`. In a base string, this `+` is a space (RFC 5849 section 3.4.1.3.1) on both sides. Only
 * early versions of Tomcat 7.0 differ: if a server refuses only sorted queries, use `raw("sort(%2Bname)")`.
 */
function createSortKey(key: string): RqlValue {
  const sign = key.startsWith("-") ? "-" : "+";
  const text = sign + createPath(key.replace(/^[+-]/, "")).text;
  return new RqlValue(text, text);
}

function createTypeId(type: string): RqlValue {
  if (type === "") throw new RqlError("An APS type id must not be empty");
  return new RqlValue(encodeTypeId(type), type);
}

function createCount(number: number, name: string): RqlValue {
  if (!Number.isSafeInteger(number) || number < 0) throw new RqlError(`limit: ${name} must be 0 or a positive integer`);
  const text = formatLiteral(number);
  return new RqlValue(text, text);
}

function createPattern(text: string): RqlValue {
  return new RqlValue(text, decodeURIComponent(text));
}
