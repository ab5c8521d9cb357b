import type { CommentText } from "../code/code.js";
import { asStructure, docComment } from "../code/comment.js";
import type { Docs } from "../model/index.js";

/** Where a comment stands, and what it says beside the document's text. */
export interface CommentOptions {
  /** Columns before the comment. */
  readonly indent?: number;
  /** Paragraphs that follow the document's own. */
  readonly extra?: readonly string[];
}

/** Doc comments as ts-morph takes them. */
export function docComments(docs: Docs, options: CommentOptions = {}): CommentText[] {
  return asStructure(commentOf(docs, options));
}

/** The text of a doc comment, or `undefined` where there is nothing to say. */
export function commentOf(docs: Docs, { indent = 0, extra = [] }: CommentOptions = {}): CommentText | undefined {
  const said = [docs.summary, docs.description, ...extra, docs.deprecated ? "@deprecated" : undefined];
  return docComment(
    said.filter((paragraph) => paragraph !== undefined),
    indent,
  );
}

/** A doc comment that says something of our own. */
export function ownComment(text: string): CommentText[] {
  return docComments({ description: text, deprecated: false });
}
