import {
  type Alternatives,
  ARROW,
  type Brackets,
  bracketForms,
  type Code,
  code,
  type Item,
  LINE_WIDTH,
  PURE,
  sequence,
  widthOf,
} from "../code/index.js";
import { writeComment } from "./comment.js";
import type { UsedDeclarations } from "./imports.js";
import type { Lines } from "./lines.js";

/** Destination for laid-out code. */
export interface Output {
  readonly lines: Lines;
  /** Declarations that the code uses. */
  readonly used: UsedDeclarations;
}

/** Surroundings of a piece of code. */
interface Place {
  /** Indentation of the line on which the code starts. */
  readonly indent: string;
  /** Number of characters that follow the code on its last line, such as a semicolon. */
  readonly trailing: number;
}

type Node = Exclude<Code, string>;
type NodeOf<K extends Node["kind"]> = Extract<Node, { readonly kind: K }>;

const INDENT = "  ";
const AND = code` & `;
const OPEN = code`(`;
const CLOSE = code`)`;

/** Writes statements, each on a new line. */
export function layOutStatements(items: Iterable<Item>, output: Output): void {
  for (const { code, comment, apart = false } of items) {
    if (apart) output.lines.newLine();
    if (comment !== undefined) writeComment(output.lines, comment, "");
    layOut(code, output, { indent: "", trailing: 0 });
    output.lines.newLine();
  }
}

/**
 * Lays code out as common formatters do, so that generated files pass them unchanged: each bracket on one line if it
 * fits, otherwise one item per line.
 */
function layOut(code: Code, output: Output, place: Place): void {
  if (output.lines.column + widthOf(code) + place.trailing <= LINE_WIDTH) writeFlat(code, output);
  else writeBroken(code, output, place);
}

function writeFlat(code: Code, output: Output): void {
  if (typeof code === "string") output.lines.write(code);
  else (flatByKind[code.kind] as (node: Node, output: Output) => void)(code, output);
}

/** Writes code over several lines even if it fits on one. Text and empty brackets cannot be broken. */
function writeBroken(code: Code, output: Output, place: Place): void {
  if (typeof code === "string" || (code.kind === "brackets" && code.items.length === 0)) writeFlat(code, output);
  else (brokenByKind[code.kind] as (node: Node, output: Output, place: Place) => void)(code, output, place);
}

/** Writers for code on one line, one per kind. */
const flatByKind: { readonly [K in Node["kind"]]: (node: NodeOf<K>, output: Output) => void } = {
  name: ({ declaration }, output) => {
    output.used.add(declaration);
    output.lines.write(declaration.name);
  },
  sequence: ({ parts }, output) => writeJoined(parts, "", output),
  brackets: ({ open, items }, output) => {
    const form = bracketForms[open];
    const padding = items.length === 0 ? "" : form.padding;
    output.lines.write(form.open + padding);
    writeJoined(
      items.map(({ code }) => code),
      `${form.separator} `,
      output,
    );
    output.lines.write(padding + form.close);
  },
  signature: ({ parameters, returns }, output) => writeJoined([parameters, returns], ": ", output),
  arrow: ({ body }, output) => writeJoined([ARROW, body], "", output),
  alternatives: ({ members, operator }, output) => writeJoined(members, ` ${operator} `, output),
  group: ({ type }, output) => writeJoined([OPEN, type, CLOSE], "", output),
  pure: ({ call }, output) => writeJoined([PURE, call], "", output),
};

function writeJoined(parts: readonly Code[], separator: string, output: Output): void {
  parts.forEach((part, index) => {
    if (index > 0 && separator !== "") output.lines.write(separator);
    writeFlat(part, output);
  });
}

/** Writers for code over several lines, one per kind. */
const brokenByKind: { readonly [K in Node["kind"]]: (node: NodeOf<K>, output: Output, place: Place) => void } = {
  name: (node, output) => writeFlat(node, output),
  sequence: ({ parts }, output, place) => breakSequence(parts, output, place),
  brackets: (node, output, place) => breakBrackets(node, output, place),
  signature: ({ parameters, returns }, output, place) => {
    const isReturnBroken = widthOf(returns) >= LINE_WIDTH;
    const firstLine = isReturnBroken ? headWidth(returns) : widthOf(returns);
    layOut(parameters, output, { ...place, trailing: ": ".length + firstLine + " {".length });
    output.lines.write(": ");
    if (isReturnBroken) writeBroken(returns, output, place);
    else writeFlat(returns, output);
  },
  arrow: ({ body }, output, place) => {
    output.lines.write(ARROW);
    if (isHugging(body)) layOut(body, output, place);
    else breakBefore(body, output, place);
  },
  alternatives: (node, output, place) => {
    if (staysOnLine(node)) return breakSequence(joinedByAnd(node.members), output, place);
    const indent = place.indent + INDENT;
    for (const member of node.members) {
      output.lines.newLine(indent);
      output.lines.write(`${node.operator} `);
      layOut(member, output, { indent: indent + INDENT, trailing: 1 });
    }
  },
  group: ({ type }, output, place) => {
    output.lines.write(OPEN);
    writeBroken(type, output, place);
    if (!staysOnLine(type)) output.lines.newLine(place.indent);
    output.lines.write(CLOSE);
  },
  pure: ({ call }, output, place) => {
    const start = output.lines.mark();
    breakSequence([PURE, call], output, place);
    const { width, hasEnded } = output.lines.lineAt(start);
    if (width + (hasEnded ? 0 : place.trailing) <= LINE_WIDTH) return;
    output.lines.backTo(start);
    breakBefore(sequence(PURE, call), output, place);
  },
};

/** Breaks the last part that can be broken and keeps the others on their lines. */
function breakSequence(parts: readonly Code[], output: Output, place: Place): void {
  parts.forEach((part, index) => {
    const isLast = index === parts.length - 1;
    layOut(part, output, isLast ? place : { ...place, trailing: followingWidth(parts, index + 1) });
  });
}

/** Width of the text that follows on the same line. A part that is always broken ends the line. */
function followingWidth(parts: readonly Code[], from: number): number {
  let width = 0;
  for (let index = from; index < parts.length; index++) {
    const part = parts[index] as Code;
    width += headWidth(part);
    if (!Number.isFinite(widthOf(part))) break;
  }
  return width;
}

/**
 * Returns true for intersections that only break inside their members, so that types stay on one line instead of one
 * per line.
 */
function staysOnLine({ operator, members }: Alternatives): boolean {
  return operator === "&" && members.every((member) => isHugging(member) || Number.isFinite(widthOf(member)));
}

function joinedByAnd(members: readonly Code[]): readonly Code[] {
  return members.flatMap((member, index) => (index === 0 ? [member] : [AND, member]));
}

/** Puts code on its own line with one more level of indentation. */
function breakBefore(code: Code, output: Output, place: Place): void {
  const indent = place.indent + INDENT;
  output.lines.newLine(indent);
  layOut(code, output, { ...place, indent });
}

function breakBrackets(node: Brackets, output: Output, { indent }: Place): void {
  if (node.open === "(" && breakLastArgument(node.items, output, indent)) return;
  if (node.open === "<" && breakOnlyType(node.items, output, indent)) return;
  const { open, separator, close, trailing } = bracketForms[node.open];
  const inner = indent + INDENT;
  output.lines.write(open);
  node.items.forEach(({ code, comment, apart = false }, index) => {
    if (apart && index > 0) output.lines.newLine();
    output.lines.newLine(inner);
    if (comment !== undefined) writeComment(output.lines, comment, inner);
    layOut(code, output, { indent: inner, trailing: 1 });
    if (trailing || index < node.items.length - 1) output.lines.write(separator);
  });
  output.lines.newLine(indent);
  output.lines.write(close);
}

/** Keeps `f("a", {` on one line if the last argument is an object, an array or a function. */
function breakLastArgument(items: readonly Item[], output: Output, indent: string): boolean {
  const codes = items.map(({ code }) => code);
  const last = codes.pop();
  if (last === undefined || codes.some((code) => !Number.isFinite(widthOf(code)))) return false;
  const isArrow = typeof last !== "string" && last.kind === "arrow";
  if (!isArrow && !isHugging(last)) return false;
  output.lines.write("(");
  for (const code of codes) {
    writeFlat(code, output);
    output.lines.write(", ");
  }
  writeBroken(last, output, { indent, trailing: 1 });
  if (isArrow) {
    output.lines.write(",");
    output.lines.newLine(indent);
  }
  output.lines.write(")");
  return true;
}

/** Keeps `Call<{` on one line if the only type argument is an object type. */
function breakOnlyType(items: readonly Item[], output: Output, indent: string): boolean {
  const [only, ...others] = items;
  if (only === undefined || others.length > 0 || !isHugging(only.code)) return false;
  output.lines.write("<");
  writeBroken(only.code, output, { indent, trailing: 1 });
  output.lines.write(">");
  return true;
}

/** Returns true if code stays on the current line and breaks inside its own brackets. */
function isHugging(code: Code): boolean {
  return typeof code !== "string" && code.kind === "brackets" && code.open !== "(" && code.open !== "<";
}

/** Width of the part that must stay on the line on which the code starts. */
function headWidth(code: Code): number {
  if (typeof code === "string") return code.length;
  return headWidths[code.kind](code as never);
}

const headWidths: { readonly [K in Node["kind"]]: (node: NodeOf<K>) => number } = {
  name: ({ width }) => width,
  sequence: ({ parts }) => (parts[0] === undefined ? 0 : headWidth(parts[0])),
  brackets: ({ items }) => (items.length === 0 ? 2 : 1),
  signature: () => 1,
  arrow: () => ARROW.trimEnd().length,
  alternatives: () => 0,
  group: () => 1,
  pure: () => 0,
};
