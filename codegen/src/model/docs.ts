/** Text for a reader. */
export interface Docs {
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated: boolean;
}

/** Whatever of a document has text for a reader: operations, schemas, parameters, tags. */
export interface Documented {
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
}

/** Text of a part of the document. Written out, since nearly every property of a large document has some. */
export function docsOf({ summary, description, deprecated = false }: Documented): Docs {
  if (summary === undefined) return description === undefined ? { deprecated } : { description, deprecated };
  return description === undefined ? { summary, deprecated } : { summary, description, deprecated };
}
