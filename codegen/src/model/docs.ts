import { present } from "../json/index.js";
import type { Docs } from "./model.js";

/** Whatever of a document has text for a reader: operations, schemas, parameters, tags. */
export interface Documented {
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
}

/** The text of a part of the document. */
export function docsOf({ summary, description, deprecated = false }: Documented): Docs {
  return { ...present({ summary, description }), deprecated };
}
