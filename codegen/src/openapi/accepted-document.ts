import type { References } from "./references.js";
import type { OpenApiDocument } from "./types.js";

/** Valid document with the results of its validation. */
export interface AcceptedDocument {
  readonly root: OpenApiDocument;
  readonly references: References;
  /** All references to schemas, as written. */
  readonly schemaReferences: ReadonlySet<string>;
}
