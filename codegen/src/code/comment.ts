import type { Comment } from "./code.js";
import { escapeInvisible } from "./invisible.js";
import { commentText, type SourceText, sourceText } from "./source.js";

/**
 * Builds a doc comment from paragraphs of any text. Returns `undefined` if all are empty.
 *
 * This is the only encoder for document text in comments. It keeps line breaks, breaks up sequences that would end the
 * comment, and shows invisible characters as escapes.
 */
export function docComment(paragraphs: readonly string[]): Comment | undefined {
  const lines = paragraphs
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .flatMap((paragraph, index) => [...(index === 0 ? [] : [""]), ...paragraph.split(LINE_END)]);
  return lines.length === 0 ? undefined : lines.map((line) => commentText(encodeLine(line)));
}

/** Line comment with any text. */
export function lineComment(text: string): SourceText {
  return sourceText(`// ${escapeInvisible(text)}`);
}

/** All line terminators of ECMAScript, and other vertical whitespace. */
const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

function encodeLine(line: string): string {
  return escapeInvisible(line).replaceAll("*/", "*\\/").trimEnd();
}
