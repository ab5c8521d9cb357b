import { type Bracket, bracketForms } from "./brackets.js";
import { type CommentText, type SourceText, sourceText } from "./source.js";

/**
 * Piece of TypeScript before it is laid out: text, names that other files declare, and brackets that may be broken over
 * several lines. Emitters build it, `print` turns it into lines, and nothing else decides about line breaks.
 */
export type Code = SourceText | Name | Sequence | Brackets | Signature | Arrow | Alternatives | Group | Pure;

/** Something that a file declares under a name. A file that uses it imports it. */
export interface Declaration {
  /** Name where it is used. */
  readonly name: SourceText;
  /** Name in its module, if that is another one. */
  readonly original?: SourceText;
  /** Path of the declaring file below the output folder, or the specifier of a package. */
  readonly module: string;
  /** Whether it exists at run time, or for the compiler alone. */
  readonly kind: "value" | "type";
  /** Whether it is the whole module: `import * as z`. */
  readonly namespace?: boolean;
}

/** Module of declarations that need no import. */
export const GLOBAL = "globalThis";

/** Common part of everything that is not just text. */
interface Node {
  /** Characters that it takes on one line. Infinite if it needs several. */
  readonly width: number;
}

export interface Name extends Node {
  readonly kind: "name";
  readonly declaration: Declaration;
}

export interface Sequence extends Node {
  readonly kind: "sequence";
  readonly parts: readonly Code[];
}

/** Brackets around items: on one line if they fit, otherwise one item a line. */
export interface Brackets extends Node {
  readonly kind: "brackets";
  readonly open: Bracket;
  readonly items: readonly Item[];
}

/** Member of brackets, or statement of a file. */
export interface Item {
  readonly code: Code;
  /** Doc comment above it. */
  readonly comment?: Comment | undefined;
  /** Whether a blank line separates it from the item before it. */
  readonly apart?: boolean;
}

/** Lines of a doc comment. The printer wraps those that are too long for their place. */
export type Comment = readonly CommentText[];

/** Parameters of a method and what it returns. The parameters are broken over several lines before the return type is. */
export interface Signature extends Node {
  readonly kind: "signature";
  readonly parameters: Brackets;
  readonly returns: Code;
}

export interface Arrow extends Node {
  readonly kind: "arrow";
  readonly body: Code;
}

/** Types joined by `|` or `&`: on one line if they fit, otherwise one a line. */
export interface Alternatives extends Node {
  readonly kind: "alternatives";
  readonly operator: "|" | "&";
  readonly members: readonly Code[];
}

/** Union or intersection in round brackets. */
export interface Group extends Node {
  readonly kind: "group";
  readonly type: Alternatives;
}

/** Call that a bundler may drop if nothing uses its result. It is the whole of a value. */
export interface Pure extends Node {
  readonly kind: "pure";
  readonly call: Code;
}

/** Mark by which bundlers know a call without effects. */
export const PURE = sourceText("/* @__PURE__ */ ");

/** Start of a function without parameters. */
export const ARROW = sourceText("() => ");

/** Characters that code takes on one line. Infinite if it needs several. */
export function widthOf(code: Code): number {
  return typeof code === "string" ? code.length : code.width;
}

/** Use of a declaration. */
export function name(declaration: Declaration): Code {
  return { kind: "name", declaration, width: declaration.name.length };
}

/** Code as it is written in the generator, with more of it in the gaps: `` code`${type} | undefined` ``. */
export function code(texts: TemplateStringsArray, ...gaps: readonly SourceText[]): SourceText;
export function code(texts: TemplateStringsArray, ...gaps: readonly Code[]): Code;
export function code(texts: TemplateStringsArray, ...gaps: readonly Code[]): Code {
  const parts: Code[] = [];
  let text = texts[0] ?? "";
  for (const [index, gap] of gaps.entries()) {
    if (typeof gap === "string") text += gap;
    else {
      if (text !== "") parts.push(sourceText(text));
      parts.push(gap);
      text = "";
    }
    text += texts[index + 1] ?? "";
  }
  if (parts.length === 0) return sourceText(text);
  if (text !== "") parts.push(sourceText(text));
  return sequence(...parts);
}

/** Pieces one after the other. */
export function sequence(...parts: readonly Code[]): Code {
  return { kind: "sequence", parts, width: totalWidth(parts, 0) };
}

/** Brackets around items. `broken` puts one item on each line even if they fit on one. */
export function brackets(open: Bracket, items: readonly Item[], { broken = false } = {}): Brackets {
  return { kind: "brackets", open, items, width: bracketsWidth(open, items, broken) };
}

function bracketsWidth(open: Bracket, items: readonly Item[], broken: boolean): number {
  if (items.length === 0) return 2;
  if (broken || items.some(({ comment }) => comment !== undefined)) return Number.POSITIVE_INFINITY;
  const { separator, padding } = bracketForms[open];
  const inside = items.reduce((width, item) => width + widthOf(item.code), 0);
  return 2 + 2 * padding.length + inside + (items.length - 1) * (separator.length + 1);
}

/** Object literal, broken where asked for, as a person breaks what is read from top to bottom. */
export function object(
  entries: readonly (readonly [key: SourceText, value: Code])[],
  options?: { readonly broken: boolean },
): Code {
  const items = entries.map(([key, value]) => ({ code: key === value ? key : code`${key}: ${value}` }));
  return brackets("{", items, options);
}

/** Array literal, or tuple type. */
export function array(items: readonly Code[], options?: { readonly broken: boolean }): Code {
  return brackets("[", itemsOf(items), options);
}

/** Object type on one line if it fits. */
export function typeLiteral(members: readonly Code[]): Code {
  return brackets("{;", itemsOf(members));
}

/** Object type with one member a line. */
export function objectType(members: readonly Item[]): Code {
  return brackets("{;", members, { broken: true });
}

/** Arguments or parameters in round brackets. */
export function parenthesised(items: readonly Code[]): Brackets {
  return brackets("(", itemsOf(items));
}

/** Type arguments. */
export function typeArguments(items: readonly Code[]): Code {
  return brackets("<", itemsOf(items));
}

function itemsOf(codes: readonly Code[]): readonly Item[] {
  return codes.map((code) => ({ code }));
}

/** Call. */
export function call(callee: Code, ...args: readonly Code[]): Code {
  return sequence(callee, parenthesised(args));
}

/** Parameters of a method, and what it returns. */
export function signature(parameters: readonly Code[], returns: Code): Code {
  const inBrackets = parenthesised(parameters);
  return { kind: "signature", parameters: inBrackets, returns, width: totalWidth([inBrackets, returns], 2) };
}

/** Function without parameters that returns an expression. */
export function arrow(body: Code): Code {
  return { kind: "arrow", body, width: ARROW.length + widthOf(body) };
}

/** Call without effects, marked at the call site, because some bundlers do not inspect the function that is called. */
export function pure(call: Code): Code {
  return { kind: "pure", call, width: PURE.length + widthOf(call) };
}

/**
 * Union or intersection of types. One within another of its kind is the same as its members, a type that is there
 * already adds nothing, and one type is just itself.
 */
export function alternatives(operator: "|" | "&", members: readonly Code[]): Code {
  const flat = distinct(members.flatMap((member) => (isAlternatives(member, operator) ? member.members : [member])));
  const [only, ...others] = flat;
  if (only !== undefined && others.length === 0) return only;
  return { kind: "alternatives", operator, members: flat, width: totalWidth(flat, 3) };
}

/** Whether code is a union or an intersection. */
export function isAlternatives(code: Code, operator?: "|" | "&"): code is Alternatives {
  return typeof code !== "string" && code.kind === "alternatives" && (operator ?? code.operator) === code.operator;
}

/** Union or intersection in round brackets, for a place where an operator binds more tightly. */
export function group(type: Alternatives): Code {
  return { kind: "group", type, width: type.width + 2 };
}

/** Code without repetitions, in its order. */
function distinct(codes: readonly Code[]): readonly Code[] {
  // Most unions have no members that look alike, and the text of a large one takes long to put together.
  if (new Set(codes.map(outlineOf)).size === codes.length) return codes;
  const byText = new Map<string, Code>();
  for (const code of codes) {
    const text = plainText(code);
    if (!byText.has(text)) byText.set(text, code);
  }
  return byText.size === codes.length ? codes : [...byText.values()];
}

/** Text that is the same for code that is the same. It may be the same for other code, too. */
function outlineOf(code: Code): string {
  if (typeof code === "string") return code;
  if (code.kind === "name") return code.declaration.name;
  return `${code.kind} ${code.width} ${code.kind === "brackets" ? code.items.length : ""}`;
}

/**
 * Code as one text without line breaks: equal for code that means the same, as object types do in any order.
 *
 * @param comments Whether doc comments are part of it.
 */
export function plainText(code: Code, { comments = false } = {}): string {
  const textOf = (part: Code): string => plainText(part, { comments });
  if (typeof code === "string") return code;
  switch (code.kind) {
    case "name":
      return code.declaration.name;
    case "sequence":
      return code.parts.map(textOf).join("");
    case "brackets":
      return `${code.open}${itemTexts(code, comments).join(";")}${bracketForms[code.open].close}`;
    case "signature":
      return `${textOf(code.parameters)}: ${textOf(code.returns)}`;
    case "arrow":
      return ARROW + textOf(code.body);
    case "alternatives":
      return code.members.map(textOf).join(` ${code.operator} `);
    case "group":
      return `(${textOf(code.type)})`;
    case "pure":
      return PURE + textOf(code.call);
  }
}

function itemTexts({ open, items }: Brackets, comments: boolean): readonly string[] {
  const texts = items.map(
    ({ code, comment = [] }) => plainText(code, { comments }) + (comments ? comment.join("\n") : ""),
  );
  return open === "{;" ? texts.sort() : texts;
}

function totalWidth(parts: readonly Code[], between: number): number {
  return parts.reduce((width, part) => width + widthOf(part), Math.max(0, parts.length - 1) * between);
}
