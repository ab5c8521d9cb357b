import { type Comment, docComment } from "../code/index.js";
import type { Docs, Operation } from "../model/index.js";

/**
 * Doc comment from a document's text; `undefined` if it says nothing.
 *
 * @param extra Paragraphs that follow the document's own.
 */
export function commentOf(docs: Docs, extra: readonly string[] = []): Comment | undefined {
  const paragraphs = [docs.summary, docs.description, ...extra, docs.deprecated ? "@deprecated" : undefined];
  return docComment(paragraphs.filter((paragraph) => paragraph !== undefined));
}

/** `POST /orders`, as the documentation of the platform names a call. */
export function wireName({ httpMethod, path }: Operation): string {
  return `\`${httpMethod} ${path}\``;
}
