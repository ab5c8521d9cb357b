import type { Comment } from "./code.js";
import { escapeInvisible } from "./invisible.js";
import { commentText, type SourceText, sourceText } from "./source.js";

/**
 * Paragraphs of any text as a doc comment; `undefined` if they say nothing.
 *
 * This is the one encoder for text of a document in a comment: it keeps line breaks, breaks up whatever would end the
 * comment, and shows characters that a reader cannot see as escapes.
 */
export function docComment(paragraphs: readonly string[]): Comment | undefined {
  const lines = paragraphs
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .flatMap((paragraph, index) => [...(index === 0 ? [] : [""]), ...paragraph.split(LINE_END)]);
  return lines.length === 0 ? undefined : lines.map((line) => commentText(encoded(line)));
}

/** Text as a comment that ends with its line. */
export function lineComment(text: string): SourceText {
  return sourceText(`// ${escapeInvisible(text)}`);
}

/** Every line end of ECMAScript, and the other vertical ones. */
const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

function encoded(line: string): string {
  return escapeInvisible(line).replaceAll("*/", "*\\/").trimEnd();
}
