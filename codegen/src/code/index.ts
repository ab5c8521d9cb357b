export { type Bracket, bracketForms } from "./brackets.js";
export * from "./code.js";
export { docComment, lineComment } from "./comment.js";
export { identifier, isIdentifierName } from "./identifier.js";
export { escapeInvisible } from "./invisible.js";
export { literal, propertyName } from "./literal.js";
export type { CommentText, SourceText } from "./source.js";
export * from "./statements.js";

import type { Item } from "./code.js";

/** Longest line of generated code, the same as the repository's own. */
export const LINE_WIDTH = 120;

/** File of generated code before it is printed. */
export interface SourceFile {
  /** Path below the output folder, with `/` between its parts. */
  readonly path: string;
  /** Statements in their order. They are asked for once, one after the other, so that only one is in memory at a time. */
  readonly statements: Iterable<Item>;
}
