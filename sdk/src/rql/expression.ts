import { RqlError } from "../errors/index.js";

/** A part of an RQL expression. */
export type RqlNode = RqlExpression | RqlList | RqlValue;

/**
 * An operator and its operands, in the prefix form: `eq(status,ACTIVE)`.
 *
 * The operator `""` is a whole query: its operands are clauses that are joined by an implicit and, and it prints them
 * without a wrapper.
 */
export class RqlExpression {
  readonly kind = "expression";
  /** Its name, such as `eq`; empty for a whole query. */
  readonly operator: string;
  /** What stands between its parentheses, in order. */
  readonly operands: readonly RqlNode[];
  /** Levels of parentheses in the text. */
  readonly depth: number;

  /** @throws RqlError when the expression is nested more than 100 levels deep */
  constructor(operator: string, operands: readonly RqlNode[]) {
    this.operator = operator;
    this.operands = operands;
    this.depth = (operator === "" ? 0 : 1) + deepest(operands);
    if (this.depth > DEEPEST) throw new RqlError(`an expression may be nested ${DEEPEST} levels deep`);
  }

  /** The exact text on the wire. */
  toString(): string {
    const operands = this.operands.join(",");
    return this.operator === "" ? operands : `${this.operator}(${operands})`;
  }
}

/** The values of `in` and `out`: `(ACTIVE,GRACE)`. */
export class RqlList {
  readonly kind = "list";
  /** In order. */
  readonly items: readonly RqlNode[];
  /** Levels of parentheses in the text. */
  readonly depth: number;

  /** @throws RqlError when the list is empty */
  constructor(items: readonly RqlNode[]) {
    if (items.length === 0) throw new RqlError("a list needs at least one value");
    this.items = items;
    this.depth = 1 + deepest(items);
  }

  /** The exact text on the wire. */
  toString(): string {
    return `(${this.items.join(",")})`;
  }
}

/** A property, a literal or a pattern. */
export class RqlValue {
  readonly kind = "value";
  /** As on the wire. Only here a wildcard, `*`, can be told from an asterisk, `%2A`. */
  readonly text: string;
  /** Decoded. */
  readonly value: string;
  /** No expression is nested in a value. */
  readonly depth = 0;

  constructor(text: string, value: string) {
    this.text = text;
    this.value = value;
  }

  /** The exact text on the wire. */
  toString(): string {
    return this.text;
  }
}

/** The clause that says which properties come back. The type remembers them, and narrows the items of a list. */
export class SelectClause<Path extends string = string> extends RqlExpression {
  /** What comes back. */
  readonly paths: readonly Path[];

  constructor(paths: readonly Path[]) {
    super(
      "select",
      paths.map((path) => new RqlValue(path, path)),
    );
    this.paths = paths;
  }
}

/** The clause that says of which type the resources are. The type remembers its id, and types the items of a list. */
export class ImplementingClause<TypeId extends string = string> extends RqlExpression {
  /** The id as it was given, not encoded. */
  readonly typeId: TypeId;

  /** @param operand The type id as it stands on the wire. */
  constructor(typeId: TypeId, operand: RqlValue) {
    super("implementing", [operand]);
    this.typeId = typeId;
  }
}

/** Far more than any query needs, and little enough for every recursion over a tree. */
export const DEEPEST = 100;

function deepest(nodes: readonly RqlNode[]): number {
  return nodes.reduce((depth, node) => Math.max(depth, node.depth), 0);
}

/**
 * What a property can be compared with. `null` becomes `null()` and `""` becomes `empty()`; a date becomes ISO 8601 in
 * UTC, with milliseconds only where it has some. Or a value that is RQL already: `rql.null()`, `rql.pattern`.
 */
export type RqlLiteral = string | number | bigint | boolean | Date | null | RqlExpression | RqlValue;
