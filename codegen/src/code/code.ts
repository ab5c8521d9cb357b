import { type CommentText, type SourceText, sourceText } from "./source.js";

export type { CommentText, SourceText } from "./source.js";

/**
 * A piece of TypeScript before it is laid out: text, names that other files declare, and brackets that may be broken
 * over several lines. Emitters build it, `layout` turns it into lines, and nothing else decides about line breaks.
 */
export type Code = SourceText | Name | Sequence | Bracketed | Arrow | Alternatives | Pure;

/** Something that a file declares under a name; where another file uses it, that file imports it. */
export interface Declaration {
  /** What it is called where it is used. */
  readonly name: SourceText;
  /** What its module calls it, if that is something else. */
  readonly original?: SourceText;
  /** Path of the declaring file below the output folder, or the specifier of a package. */
  readonly module: string;
  /** Whether it exists at run time, or for the compiler alone. */
  readonly kind: "value" | "type";
  /** Whether it stands for all that the module exports: `import * as z`. */
  readonly namespace?: boolean;
}

interface Name {
  readonly kind: "name";
  readonly declaration: Declaration;
}

interface Sequence {
  readonly kind: "sequence";
  readonly parts: readonly Code[];
}

/** Brackets around items: on one line where they fit, else one item a line. */
interface Bracketed {
  readonly kind: "bracketed";
  readonly open: "{" | "[" | "(" | "<";
  readonly items: readonly Item[];
  readonly close: "}" | "]" | ")" | ">";
  /** Between items, and after the last where each has a line of its own, unless they are type arguments. */
  readonly separator: "," | ";";
  /** Whether a space stands inside the brackets when all is on one line. */
  readonly spaced: boolean;
  /** One item a line even where they would fit on one. */
  readonly broken: boolean;
}

/** A member of brackets, with the comment that stands above it. */
export interface Item {
  readonly code: Code;
  /** The inside of a doc comment. */
  readonly comment?: CommentText;
}

interface Arrow {
  readonly kind: "arrow";
  readonly body: Code;
}

/** Types joined by `|` or `&`: on one line where they fit, else one a line. */
interface Alternatives {
  readonly kind: "alternatives";
  readonly operator: "|" | "&";
  readonly members: readonly Code[];
}

/** A call that a bundler may drop where nothing uses what it gives. It is the whole of a value. */
interface Pure {
  readonly kind: "pure";
  readonly call: Code;
}

/** A use of a declaration. */
export function name(declaration: Declaration): Code {
  return { kind: "name", declaration };
}

/** Code as it is written down in the generator, with more of it in the gaps: `` code`${type} | undefined` ``. */
export function code(texts: TemplateStringsArray, ...gaps: readonly SourceText[]): SourceText;
export function code(texts: TemplateStringsArray, ...gaps: readonly Code[]): Code;
export function code(texts: TemplateStringsArray, ...gaps: readonly Code[]): Code {
  const parts: Code[] = [];
  let text = texts[0] ?? "";
  gaps.forEach((gap, index) => {
    if (typeof gap === "string") text += gap;
    else {
      if (text !== "") parts.push(sourceText(text));
      parts.push(gap);
      text = "";
    }
    text += texts[index + 1] ?? "";
  });
  if (parts.length === 0) return sourceText(text);
  return sequence(...parts, ...(text === "" ? [] : [sourceText(text)]));
}

/** Pieces one after the other. */
export function sequence(...parts: readonly Code[]): Code {
  return { kind: "sequence", parts };
}

/** An object literal. Broken where asked for, as a person would break what is read top to bottom. */
export function object(entries: readonly (readonly [key: SourceText, value: Code])[], { broken = false } = {}): Code {
  const items = entries.map(([key, value]) => ({ code: key === value ? key : code`${key}: ${value}` }));
  return { kind: "bracketed", open: "{", items, close: "}", separator: ",", spaced: true, broken };
}

/** An array literal. */
export function array(items: readonly Code[], { broken = false } = {}): Code {
  const list = items.map((code) => ({ code }));
  return { kind: "bracketed", open: "[", items: list, close: "]", separator: ",", spaced: false, broken };
}

/** An object type on one line where it fits. */
export function typeLiteral(members: readonly Code[]): Code {
  const items = members.map((code) => ({ code }));
  return { kind: "bracketed", open: "{", items, close: "}", separator: ";", spaced: true, broken: false };
}

/** An object type written out, its members one a line. */
export function objectType(members: readonly Item[]): Code {
  if (members.length === 0) return code`object`;
  return { kind: "bracketed", open: "{", items: members, close: "}", separator: ";", spaced: true, broken: true };
}

/** Arguments or parameters in round brackets. */
export function parenthesised(items: readonly Code[]): Code {
  const list = items.map((code) => ({ code }));
  return { kind: "bracketed", open: "(", items: list, close: ")", separator: ",", spaced: false, broken: false };
}

/** Type arguments, after which the grammar allows no comma. */
export function typeArguments(items: readonly Code[]): Code {
  const list = items.map((code) => ({ code }));
  return { kind: "bracketed", open: "<", items: list, close: ">", separator: ",", spaced: false, broken: false };
}

/** A call. */
export function call(callee: Code, ...args: readonly Code[]): Code {
  return sequence(callee, parenthesised(args));
}

/** A union or an intersection of types; one within another of its kind is the same as its members, one type itself. */
export function alternatives(operator: "|" | "&", members: readonly Code[]): Code {
  const flat = members.flatMap((member) => {
    const isSame = typeof member !== "string" && member.kind === "alternatives" && member.operator === operator;
    return isSame ? member.members : [member];
  });
  const [only, ...others] = flat;
  return only !== undefined && others.length === 0 ? only : { kind: "alternatives", operator, members: flat };
}

/** A function without parameters that returns an expression. */
export function arrow(body: Code): Code {
  return { kind: "arrow", body };
}

/** A call without effects, marked as such where it stands: some bundlers do not look at what is called. */
export function pure(call: Code): Code {
  return { kind: "pure", call };
}

/** Code in which the declarations that it uses are called otherwise. */
export function renamed(code: Code, rename: (declaration: Declaration) => Declaration): Code {
  if (typeof code === "string") return code;
  const inside = (part: Code): Code => renamed(part, rename);
  switch (code.kind) {
    case "name":
      return name(rename(code.declaration));
    case "sequence":
      return { ...code, parts: code.parts.map(inside) };
    case "bracketed":
      return { ...code, items: code.items.map((item) => ({ ...item, code: inside(item.code) })) };
    case "arrow":
      return { ...code, body: inside(code.body) };
    case "alternatives":
      return { ...code, members: code.members.map(inside) };
    case "pure":
      return { ...code, call: inside(code.call) };
  }
}

/** All declarations that a piece of code uses. */
export function declarationsOf(code: Code): readonly Declaration[] {
  if (typeof code === "string") return [];
  switch (code.kind) {
    case "name":
      return [code.declaration];
    case "sequence":
      return code.parts.flatMap(declarationsOf);
    case "bracketed":
      return code.items.flatMap((item) => declarationsOf(item.code));
    case "arrow":
      return declarationsOf(code.body);
    case "alternatives":
      return code.members.flatMap(declarationsOf);
    case "pure":
      return declarationsOf(code.call);
  }
}
