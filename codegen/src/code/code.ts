import { type Bracket, bracketForms } from "./brackets.js";
import { type CommentText, type SourceText, sourceText } from "./source.js";

/**
 * TypeScript code before layout: text, names that other files declare, and brackets that may span several lines.
 * Emitters build it and `print` lays it out. Only `print` decides where lines break.
 */
export type Code = SourceText | Name | Sequence | Brackets | Signature | Arrow | Alternatives | Group | Pure;

/** Named declaration of a file. A file that uses it imports it. */
export interface Declaration {
  /** Name in the importing file. */
  readonly name: SourceText;
  /** Name in the declaring module, if different. */
  readonly original?: SourceText;
  /** Path of the declaring file, relative to the output folder, or the specifier of a package. */
  readonly module: string;
  /** `value` if the declaration exists at run time, `type` if only the compiler sees it. */
  readonly kind: "value" | "type";
  /** True if it imports the whole module: `import * as z`. */
  readonly namespace?: boolean;
}

/** Module of global declarations, which need no import. */
export const GLOBAL = "globalThis";

/** Base of all code that is not plain text. */
interface Node {
  /** Width in characters when laid out on one line. Infinite if it needs several lines. */
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

/** Brackets around items: on one line if they fit, otherwise one item per line. */
export interface Brackets extends Node {
  readonly kind: "brackets";
  readonly open: Bracket;
  readonly items: readonly Item[];
}

/** Item in brackets, or statement of a file. */
export interface Item {
  readonly code: Code;
  /** Doc comment above it. */
  readonly comment?: Comment | undefined;
  /** True if a blank line separates it from the previous item. */
  readonly apart?: boolean;
}

/** Lines of a doc comment. The printer wraps lines that are too long. */
export type Comment = readonly CommentText[];

/**
 * Parameters and return type of a method. The printer breaks the parameters over several lines before the return type.
 */
export interface Signature extends Node {
  readonly kind: "signature";
  readonly parameters: Brackets;
  readonly returns: Code;
}

export interface Arrow extends Node {
  readonly kind: "arrow";
  readonly body: Code;
}

/** Types joined by `|` or `&`: on one line if they fit, otherwise one type per line. */
export interface Alternatives extends Node {
  readonly kind: "alternatives";
  readonly operator: "|" | "&";
  readonly members: readonly Code[];
}

/** Union or intersection in parentheses. */
export interface Group extends Node {
  readonly kind: "group";
  readonly type: Alternatives;
}

/** Call that a bundler may drop if its result is unused. It must be a whole value. */
export interface Pure extends Node {
  readonly kind: "pure";
  readonly call: Code;
}

/** Annotation that marks a call as free of side effects, for bundlers. */
export const PURE = sourceText("/* @__PURE__ */ ");

/** Start of a function without parameters. */
export const ARROW = sourceText("() => ");

/** Width in characters when laid out on one line. Infinite if the code needs several lines. */
export function widthOf(code: Code): number {
  return typeof code === "string" ? code.length : code.width;
}

/** Reference to a declaration. */
export function name(declaration: Declaration): Code {
  return { kind: "name", declaration, width: declaration.name.length };
}

/** Tagged template for code written in the generator, with other code in the gaps: `` code`${type} | undefined` ``. */
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

/** Concatenates pieces of code. */
export function sequence(...parts: readonly Code[]): Code {
  return { kind: "sequence", parts, width: totalWidth(parts, 0) };
}

/** Brackets around items. `broken` puts each item on its own line even if all fit on one. */
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

/** Object literal. Pass `broken` for literals that read better with one entry per line. */
export function object(
  entries: readonly (readonly [key: SourceText, value: Code])[],
  options?: { readonly broken: boolean },
): Code {
  const items = entries.map(([key, value]) => ({ code: key === value ? key : code`${key}: ${value}` }));
  return brackets("{", items, options);
}

/** Array literal or tuple type. */
export function array(items: readonly Code[], options?: { readonly broken: boolean }): Code {
  return brackets("[", itemsOf(items), options);
}

/** Object type on one line if it fits. */
export function typeLiteral(members: readonly Code[]): Code {
  return brackets("{;", itemsOf(members));
}

/** Object type with one member per line. */
export function objectType(members: readonly Item[]): Code {
  return brackets("{;", members, { broken: true });
}

/** Arguments or parameters in parentheses. */
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

/** Call expression. */
export function call(callee: Code, ...args: readonly Code[]): Code {
  return sequence(callee, parenthesised(args));
}

/** Parameters and return type of a method. */
export function signature(parameters: readonly Code[], returns: Code): Code {
  const inBrackets = parenthesised(parameters);
  return { kind: "signature", parameters: inBrackets, returns, width: totalWidth([inBrackets, returns], 2) };
}

/** Function without parameters that returns an expression. */
export function arrow(body: Code): Code {
  return { kind: "arrow", body, width: ARROW.length + widthOf(body) };
}

/**
 * Call without side effects. The annotation is at the call site because some bundlers do not inspect the called
 * function.
 */
export function pure(call: Code): Code {
  return { kind: "pure", call, width: PURE.length + widthOf(call) };
}

/**
 * Union or intersection of types. Flattens nested members of the same kind, drops duplicates, and returns a single
 * member as is.
 */
export function alternatives(operator: "|" | "&", members: readonly Code[]): Code {
  const flat = distinct(members.flatMap((member) => (isAlternatives(member, operator) ? member.members : [member])));
  const [only, ...others] = flat;
  if (only !== undefined && others.length === 0) return only;
  return { kind: "alternatives", operator, members: flat, width: totalWidth(flat, 3) };
}

/** Returns true if code is a union or an intersection. */
export function isAlternatives(code: Code, operator?: "|" | "&"): code is Alternatives {
  return typeof code !== "string" && code.kind === "alternatives" && (operator ?? code.operator) === code.operator;
}

/** Union or intersection in parentheses, for positions where another operator binds more tightly. */
export function group(type: Alternatives): Code {
  return { kind: "group", type, width: type.width + 2 };
}

/** Removes duplicate code and keeps the order. */
function distinct(codes: readonly Code[]): readonly Code[] {
  // Building the text of a large union is slow, and most unions have no members that look alike.
  if (new Set(codes.map(outlineOf)).size === codes.length) return codes;
  const byText = new Map<string, Code>();
  for (const code of codes) {
    const text = plainText(code);
    if (!byText.has(text)) byText.set(text, code);
  }
  return byText.size === codes.length ? codes : [...byText.values()];
}

/** Cheap key for comparing code. Equal code has equal keys; different code may share a key. */
function outlineOf(code: Code): string {
  if (typeof code === "string") return code;
  if (code.kind === "name") return code.declaration.name;
  return `${code.kind} ${code.width} ${code.kind === "brackets" ? code.items.length : ""}`;
}

/**
 * Code as text without line breaks. Equivalent code gives equal text: the members of object types are sorted.
 *
 * @param comments Whether to include doc comments.
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
