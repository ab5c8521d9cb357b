export { type Bracket, bracketForms } from "./brackets.js";
export * from "./code.js";
export { docComment, lineComment } from "./comment.js";
export { identifier, isIdentifierName } from "./identifier.js";
export { escapeInvisible } from "./invisible.js";
export { literal, propertyName } from "./literal.js";
export type { CommentText, SourceText } from "./source.js";
export * from "./statements.js";

import type { Item } from "./code.js";

/** Maximum line width of generated code, the same as in this repository. */
export const LINE_WIDTH = 120;

/** Generated file before printing. */
export interface SourceFile {
  /** Path relative to the output folder, with `/` as the separator. */
  readonly path: string;
  /** Statements in order. The printer iterates over them once, so only one statement is in memory at a time. */
  readonly statements: Iterable<Item>;
}
