/** Documentation of an item. */
export interface Docs {
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated: boolean;
}

/** Object in a document that may have documentation: an operation, schema, parameter or tag. */
export interface Documented {
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
}

/**
 * Extracts the documentation of an object. Written out case by case for speed, because nearly every property of a large
 * document has some.
 */
export function docsOf({ summary, description, deprecated = false }: Documented): Docs {
  if (summary === undefined) return description === undefined ? { deprecated } : { description, deprecated };
  return description === undefined ? { summary, deprecated } : { summary, description, deprecated };
}
