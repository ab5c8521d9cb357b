import { commentText } from "../code/comment.js";
import { LINE_WIDTH } from "../code/layout.js";
import type { Docs } from "../model/index.js";

/** Where a comment stands, and what it says beside the document's text. */
export interface CommentOptions {
  /** Columns before the comment. */
  readonly indent?: number;
  /** Paragraphs that follow the document's own. They are of our making, or encoded. */
  readonly extra?: readonly string[];
}

/** Doc comments as ts-morph takes them: one that starts with a line end stands on several lines. */
export function docComments(docs: Docs, options: CommentOptions = {}): string[] {
  const text = commentOf(docs, options);
  if (text === undefined) return [];
  return [text.includes("\n") ? `\n${text}` : text];
}

/** The text of a doc comment, or `undefined` where there is nothing to say. */
export function commentOf(docs: Docs, { indent = 0, extra = [] }: CommentOptions = {}): string | undefined {
  const width = LINE_WIDTH - indent - " * ".length;
  const said = [docs.summary, docs.description, ...extra, docs.deprecated ? "@deprecated" : undefined]
    .filter((paragraph): paragraph is string => paragraph !== undefined && paragraph.trim() !== "")
    .map((paragraph) => commentText(paragraph, width));
  if (said.length === 0) return undefined;
  const text = said.join("\n\n");
  // `/**` and `*/` on the same line take more room than ` * ` does.
  const fits = indent + "/**  */".length + text.length <= LINE_WIDTH;
  return fits || text.includes("\n") ? text : `${text}\n`;
}
