import { type Comment, docComment } from "../code/index.js";
import type { Docs, Operation } from "../model/index.js";

/**
 * Builds a doc comment from the document's text. Returns `undefined` if the text is empty.
 *
 * @param extra Paragraphs to add after the document's text.
 */
export function commentOf(docs: Docs, extra: readonly string[] = []): Comment | undefined {
  const paragraphs = [docs.summary, docs.description, ...extra, docs.deprecated ? "@deprecated" : undefined];
  return docComment(paragraphs.filter((paragraph) => paragraph !== undefined));
}

/** Names an operation by method and path, as the platform's documentation does: `POST /orders`. */
export function wireName({ httpMethod, path }: Operation): string {
  return `\`${httpMethod} ${path}\``;
}
