import { RqlError } from "../errors/index.js";
import { canonicalValue, decode } from "./encoding.js";
import { DEEPEST, RqlExpression, RqlList, type RqlNode, RqlValue } from "./expression.js";
import { Scanner, type Token } from "./scanner.js";

/** Parses RQL text, as described at `rql.parse`. @throws RqlError with the `position` of the error */
export function parse(text: string): RqlExpression {
  if (text === "") return new RqlExpression("", []);
  const scanner = new Scanner(text);
  const { items, joint } = readJoined(scanner, 0, ANYWHERE);
  if (scanner.next !== "") throw scanner.createUnexpectedError();
  const clauses = items.map(asExpression);
  return new RqlExpression("", joint === "or" ? [new RqlExpression("or", clauses)] : clauses);
}

type Joint = "and" | "or";
type Separators = ReadonlyMap<string, Joint>;

/** Separators within an operator's parentheses. The comma is missing, because it separates operands there. */
const WITHIN_OPERAND: Separators = new Map([
  ["&", "and"],
  ["|", "or"],
  [";", "or"],
]);
const ANYWHERE: Separators = new Map([...WITHIN_OPERAND, [",", "and"]]);

interface Item {
  readonly node: RqlNode;
  readonly position: number;
}

interface Joined {
  readonly items: readonly Item[];
  /** Operator that joins the items. `undefined` for a single item. */
  readonly joint: Joint | undefined;
}

// Recursive descent: DEEPEST bounds the recursion, and no character is read twice.

function readJoined(scanner: Scanner, depth: number, separators: Separators): Joined {
  const items = [readItem(scanner, depth)];
  let joint: Joint | undefined;
  for (let next = separators.get(scanner.next); next; next = separators.get(scanner.next)) {
    if (joint && joint !== next) throw scanner.createError("Mixed `and` and `or`: put one of them into parentheses");
    joint = next;
    scanner.skip();
    items.push(readItem(scanner, depth));
  }
  return { items, joint };
}

/** Reads `(…)`, `op(…)`, `p=v`, `p=op=v`, or a value. */
function readItem(scanner: Scanner, depth: number): Item {
  const { position } = scanner;
  if (scanner.next === "(") return { node: readGroup(scanner, depth), position };
  const token = scanner.readToken();
  const node = scanner.next === "=" ? readInfix(scanner, depth, token) : readCallOrValue(scanner, depth, token);
  return { node, position };
}

/** Reads values in parentheses as a list, and expressions as a group. The tree has no node for the group itself. */
function readGroup(scanner: Scanner, depth: number): RqlNode {
  const { items, joint } = readParenthesised(scanner, depth, (inner) => readJoined(scanner, inner, ANYWHERE));
  const nodes = items.map(({ node }) => node);
  return joint !== "or" && nodes.every(isLiteral) ? new RqlList(nodes) : combine({ items, joint });
}

function readCallOrValue(scanner: Scanner, depth: number, token: Token): RqlNode {
  if (scanner.next !== "(") return asValue(token);
  if (!/^[A-Za-z_][\w-]*$/.test(token.text)) throw new RqlError("This is not an operator name", token.position);
  return new RqlExpression(
    token.text,
    readParenthesised(scanner, depth, (inner) => readOperands(scanner, inner)),
  );
}

function readOperands(scanner: Scanner, depth: number): RqlNode[] {
  if (scanner.next === ")") return [];
  const operands = [combine(readJoined(scanner, depth, WITHIN_OPERAND))];
  while (scanner.next === ",") {
    scanner.skip();
    operands.push(combine(readJoined(scanner, depth, WITHIN_OPERAND)));
  }
  return operands;
}

function readInfix(scanner: Scanner, depth: number, property: Token): RqlExpression {
  const operator = scanner.readInfixOperator();
  const value = scanner.next === "(" ? readGroup(scanner, depth) : readCallOrValue(scanner, depth, scanner.readToken());
  if (scanner.next === "=") throw scanner.createError('A value contains a raw "=": write %3D');
  return new RqlExpression(operator, [asValue(property), value]);
}

function readParenthesised<T>(scanner: Scanner, depth: number, read: (depth: number) => T): T {
  if (depth === DEEPEST) throw scanner.createError(`Parentheses may be nested at most ${DEEPEST} levels deep`);
  scanner.skip();
  const inside = read(depth + 1);
  if (scanner.next !== ")") throw scanner.createUnexpectedError();
  scanner.skip();
  return inside;
}

function combine({ items, joint }: Joined): RqlNode {
  const [first] = items;
  if (joint === undefined && first) return first.node;
  return new RqlExpression(joint ?? "and", items.map(asExpression));
}

/** Returns true for a value or a function without operands, such as `null()` in a list. */
function isLiteral(node: RqlNode): boolean {
  return node.kind === "value" || (node.kind === "expression" && node.operands.length === 0);
}

function asExpression({ node, position }: Item): RqlExpression {
  if (node.kind !== "expression") throw new RqlError("Expected an expression, not a value", position);
  return node;
}

function asValue({ text, position }: Token): RqlValue {
  if (text === "") throw new RqlError("A value is missing: for empty text, write empty()", position);
  const value = decode(text);
  if (value === undefined) throw new RqlError("This value is not percent-encoded UTF-8", position);
  return new RqlValue(canonicalValue(text), value);
}
