import { escapeInvisible } from "./invisible.js";
import { LINE_WIDTH } from "./layout.js";
import { type CommentText, markedComment, type SourceText, sourceText } from "./source.js";

/**
 * Paragraphs of any text as the inside of one doc comment; `undefined` where there is nothing to say.
 *
 * @param indent Columns before the comment.
 */
export function docComment(paragraphs: readonly string[], indent: number): CommentText | undefined {
  const said = paragraphs.filter((paragraph) => paragraph.trim() !== "");
  if (said.length === 0) return undefined;
  const text = said.map((paragraph) => commentText(paragraph, LINE_WIDTH - indent - " * ".length)).join("\n\n");
  // `/**` and `*/` on the same line take more room than ` * ` does.
  const fits = indent + "/**  */".length + text.length <= LINE_WIDTH;
  return markedComment(fits || text.includes("\n") ? text : `${text}\n`);
}

/** A doc comment as ts-morph takes it: one that starts with a line end stands on several lines. */
export function asStructure(comment: CommentText | undefined): CommentText[] {
  if (comment === undefined) return [];
  return [comment.includes("\n") ? markedComment(`\n${comment}`) : comment];
}

/** Text as a comment that ends with its line. */
export function lineComment(text: string): SourceText {
  return sourceText(`// ${escapeInvisible(text)}`);
}

/**
 * Text of a document as the inside of a doc comment: the one encoder for every comment position.
 *
 * Line breaks are kept, lines that are too long are wrapped, whatever would end the comment is broken up, and
 * characters that a reader cannot see are shown as escapes.
 */
export function commentText(text: string, width: number): string {
  return text
    .trim()
    .split(LINE_END)
    .flatMap((line) => wrapped(visible(line).trimEnd(), width))
    .join("\n");
}

/** Every line end that ECMAScript knows, and the other vertical ones. */
const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

function visible(line: string): string {
  return escapeInvisible(line).replaceAll("*/", "*\\/");
}

/** Breaks a line between words; a word longer than the width stays whole, since breaking it would change it. */
function wrapped(line: string, width: number): string[] {
  if (line.length <= width) return [line];
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  const lines: string[] = [];
  let current = "";
  for (const word of line.trim().split(/\s+/)) {
    if (current !== "" && indent.length + current.length + 1 + word.length > width) {
      lines.push(indent + current);
      current = word;
    } else {
      current = current === "" ? word : `${current} ${word}`;
    }
  }
  return [...lines, indent + current];
}
