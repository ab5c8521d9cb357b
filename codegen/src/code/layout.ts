import type { Code, Item } from "./code.js";
import { type SourceText, sourceText } from "./source.js";

/** Longest line of generated code, the same as the repository's own. */
export const LINE_WIDTH = 120;

const INDENT = "  ";

/** What bundlers know a call without effects by. */
const PURE = sourceText("/* @__PURE__ */ ");

/**
 * Lays code out: each bracket on one line where it fits, else one item a line, as the field's formatters do it, so that
 * generated files pass them unchanged.
 *
 * @param code What to lay out.
 * @param column Where its first character will stand, counted from 0.
 * @param trailing How many characters follow it on its last line, for example a semicolon.
 * @param indent Spaces before the line it starts on.
 */
export function layout(code: Code, column = 0, trailing = 1, indent = ""): SourceText {
  return sourceText(laidOut(code, column, trailing, indent));
}

/** Without the brackets around it. */
export function withoutBrackets(text: SourceText): SourceText {
  return sourceText(text.slice(1, -1));
}

function laidOut(code: Code, column: number, trailing: number, indent: string): string {
  const flat = flatten(code);
  if (flat !== undefined && column + flat.length + trailing <= LINE_WIDTH) return flat;
  if (typeof code === "string") return code;
  switch (code.kind) {
    case "name":
      return code.declaration.name;
    case "sequence":
      return layoutSequence(code.parts, column, trailing, indent);
    case "bracketed":
      return layoutItems(code, indent);
    case "arrow":
      return layoutArrow(code.body, column, trailing, indent);
    case "alternatives":
      return layoutAlternatives(code, column, trailing, indent);
    case "pure":
      return layoutPure(code.call, column, trailing, indent);
  }
}

/** The code on one line, or `undefined` where it cannot stand on one. */
function flatten(code: Code): string | undefined {
  if (typeof code === "string") return code;
  switch (code.kind) {
    case "name":
      return code.declaration.name;
    case "sequence":
      return joined(code.parts, "");
    case "bracketed": {
      if (code.items.length === 0) return code.open + code.close;
      if (code.broken || code.items.some((item) => item.comment !== undefined)) return undefined;
      const inside = joined(
        code.items.map((item) => item.code),
        `${code.separator} `,
      );
      if (inside === undefined) return undefined;
      return code.spaced ? `${code.open} ${inside} ${code.close}` : code.open + inside + code.close;
    }
    case "arrow": {
      const body = flatten(code.body);
      return body === undefined ? undefined : `() => ${body}`;
    }
    case "alternatives":
      return joined(code.members, ` ${code.operator} `);
    case "pure":
      return joined([PURE, code.call], "");
  }
}

function joined(parts: readonly Code[], separator: string): string | undefined {
  const texts: string[] = [];
  for (const part of parts) {
    const text = flatten(part);
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return texts.join(separator);
}

/** Breaks the last part that can be broken and leaves the others on their lines. */
function layoutSequence(parts: readonly Code[], column: number, trailing: number, indent: string): string {
  let text = "";
  parts.forEach((part, index) => {
    const after = parts.slice(index + 1).reduce((width, later) => width + head(later).length, 0);
    const start = text.includes("\n") ? text.length - text.lastIndexOf("\n") - 1 : column + text.length;
    const next = laidOut(part, start, index === parts.length - 1 ? trailing : after, indent);
    text = (next.startsWith("\n") ? text.trimEnd() : text) + next;
  });
  return text;
}

/** What of a piece must stand on the line where it starts. */
function head(code: Code): string {
  if (typeof code === "string") return code;
  switch (code.kind) {
    case "name":
      return code.declaration.name;
    case "sequence":
      return code.parts.length === 0 ? "" : head(code.parts[0] as Code);
    case "bracketed":
      return code.items.length === 0 ? code.open + code.close : code.open;
    case "arrow":
      return "() =>";
    case "alternatives":
    case "pure":
      return "";
  }
}

type Bracketed = Extract<Code, { kind: "bracketed" }>;
type Alternatives = Extract<Code, { kind: "alternatives" }>;

function layoutItems(code: Bracketed, indent: string): string {
  const inner = indent + INDENT;
  const hugged = code.open === "(" ? layoutHugged(code, indent) : layoutHuggedType(code, indent);
  if (hugged !== undefined) return hugged;
  const lines = code.items.map((item, index) => {
    const isLast = index === code.items.length - 1;
    const separator = isLast && code.open === "<" ? "" : code.separator;
    return commentLines(item, inner) + inner + laidOut(item.code, inner.length, 1, inner) + separator;
  });
  return `${code.open}\n${lines.join("\n")}\n${indent}${code.close}`;
}

/** A call whose last argument is an object, an array or a function keeps its brackets together: `f("a", {`. */
function layoutHugged({ items }: Bracketed, indent: string): string | undefined {
  const last = items.at(-1)?.code;
  const before = items
    .slice(0, -1)
    .map((item) => `${flatten(item.code) ?? "\n"}, `)
    .join("");
  if (last === undefined || typeof last === "string" || before.includes("\n")) return undefined;
  if (hugs(last)) return `(${before}${laidOut(last, LINE_WIDTH, 1, indent)})`;
  if (last.kind === "arrow") return `(${before}${layoutArrow(last.body, LINE_WIDTH, 1, indent)},\n${indent})`;
  return undefined;
}

/** A type argument that stands alone keeps its brackets together, too: `Call<{`. */
function layoutHuggedType({ open, items, close }: Bracketed, indent: string): string | undefined {
  const [only] = items;
  if (open !== "<" || only === undefined || items.length > 1 || !hugs(only.code)) return undefined;
  return open + laidOut(only.code, LINE_WIDTH, 1, indent) + close;
}

function hugs(code: Code): boolean {
  return typeof code !== "string" && code.kind === "bracketed" && code.open !== "(" && code.open !== "<";
}

function commentLines({ comment }: Item, indent: string): string {
  return comment === undefined ? "" : `${docComment(comment, indent)}\n`;
}

/** A doc comment at an indent: on one line where its text is one. */
function docComment(comment: string, indent: string): string {
  if (!comment.includes("\n")) return `${indent}/** ${comment} */`;
  const lines = comment.split("\n").map((line) => `${indent} *${line === "" ? "" : ` ${line}`}`);
  return [`${indent}/**`, ...lines, `${indent} */`].join("\n");
}

/** Members below each other, a level in; but an intersection keeps its object types where they are. */
function layoutAlternatives(code: Alternatives, column: number, trailing: number, indent: string): string {
  const { operator, members } = code;
  if (operator === "&" && members.every((member) => hugs(member) || flatten(member) !== undefined)) {
    return layoutSequence(
      members.flatMap((member, index) => (index === 0 ? [member] : [sourceText(" & "), member])),
      column,
      trailing,
      indent,
    );
  }
  const inner = indent + INDENT;
  const lines = members.map(
    (member) => `\n${inner}${operator} ${laidOut(member, inner.length + 2, 1, inner + INDENT)}`,
  );
  return lines.join("");
}

/** The body of a function that does not fit beside its arrow stands below it. */
function layoutArrow(body: Code, column: number, trailing: number, indent: string): string {
  if (hugs(body)) return `() => ${laidOut(body, column + "() => ".length, trailing, indent)}`;
  const inner = indent + INDENT;
  return `() =>\n${inner}${laidOut(body, inner.length, trailing, inner)}`;
}

/** Beside what stands before it where its first line fits there, else below it. */
function layoutPure(call: Code, column: number, trailing: number, indent: string): string {
  const marked = [PURE, call];
  const beside = layoutSequence(marked, column, trailing, indent);
  const [first = "", ...others] = beside.split("\n");
  if (column + first.length + (others.length === 0 ? trailing : 0) <= LINE_WIDTH) return beside;
  const inner = indent + INDENT;
  return `\n${inner}${laidOut({ kind: "pure", call }, inner.length, trailing, inner)}`;
}
