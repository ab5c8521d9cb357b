import { RqlError } from "../errors/index.js";

/** Part of an RQL expression. */
export type RqlNode = RqlExpression | RqlList | RqlValue;

/**
 * Operator with its operands, in prefix form: `eq(status,ACTIVE)`.
 *
 * The operator `""` is a whole query. Its operands are clauses joined by an implicit `and`, printed without
 * parentheses.
 */
export class RqlExpression {
  readonly kind = "expression";
  /** Name, such as `eq`. Empty for a whole query. */
  readonly operator: string;
  /** Operands, in order. */
  readonly operands: readonly RqlNode[];
  /** Number of nested parentheses in the text. */
  readonly depth: number;

  /** @throws RqlError if the expression is nested more than 100 levels deep */
  constructor(operator: string, operands: readonly RqlNode[]) {
    this.operator = operator;
    this.operands = operands;
    this.depth = (operator === "" ? 0 : 1) + maxDepth(operands);
    if (this.depth > DEEPEST) throw new RqlError(`Expressions may be nested at most ${DEEPEST} levels deep`);
  }

  /** Returns the exact text on the wire. */
  toString(): string {
    const operands = this.operands.join(",");
    return this.operator === "" ? operands : `${this.operator}(${operands})`;
  }
}

/** List of values for `in` and `out`: `(ACTIVE,GRACE)`. */
export class RqlList {
  readonly kind = "list";
  /** Values, in order. */
  readonly items: readonly RqlNode[];
  /** Number of nested parentheses in the text. */
  readonly depth: number;

  /** @throws RqlError if the list is empty */
  constructor(items: readonly RqlNode[]) {
    if (items.length === 0) throw new RqlError("A list needs at least one value");
    this.items = items;
    this.depth = 1 + maxDepth(items);
  }

  /** Returns the exact text on the wire. */
  toString(): string {
    return `(${this.items.join(",")})`;
  }
}

/** Property, literal or pattern. */
export class RqlValue {
  readonly kind = "value";
  /** Encoded text, as on the wire. Unlike `value`, it distinguishes a wildcard (`*`) from an asterisk (`%2A`). */
  readonly text: string;
  /** Decoded text. */
  readonly value: string;
  /** Number of nested parentheses in the text: always 0. */
  readonly depth = 0;

  constructor(text: string, value: string) {
    this.text = text;
    this.value = value;
  }

  /** Returns the exact text on the wire. */
  toString(): string {
    return this.text;
  }
}

/** Clause that selects properties. Its type contains their paths and narrows the items of a list. */
export class SelectClause<Path extends string = string> extends RqlExpression {
  /** Paths of the selected properties. */
  readonly paths: readonly Path[];

  constructor(paths: readonly Path[]) {
    super(
      "select",
      paths.map((path) => new RqlValue(path, path)),
    );
    this.paths = paths;
  }
}

/** Clause that restricts resources to an APS type. Its type contains the type id and types the items of a list. */
export class ImplementingClause<TypeId extends string = string> extends RqlExpression {
  /** Type id, not encoded. */
  readonly typeId: TypeId;

  /** @param operand Type id in the form in which it is sent. */
  constructor(typeId: TypeId, operand: RqlValue) {
    super("implementing", [operand]);
    this.typeId = typeId;
  }
}

/** Maximum depth: far more than any query needs, and small enough for recursive functions. */
export const DEEPEST = 100;

function maxDepth(nodes: readonly RqlNode[]): number {
  return nodes.reduce((depth, node) => Math.max(depth, node.depth), 0);
}

/**
 * Value that a property can be compared with. `null` becomes `null()`, `""` becomes `empty()`, and a date becomes ISO
 * 8601 in UTC, with milliseconds only if they are not zero. Values that are already RQL, such as `rql.null()` and
 * `rql.pattern`, are used unchanged.
 */
export type RqlLiteral = string | number | bigint | boolean | Date | null | RqlExpression | RqlValue;
