import type { References } from "./references.js";
import type { OpenApiDocument } from "./types.js";

/** Document without faults, and what its check has found out. */
export interface AcceptedDocument {
  readonly root: OpenApiDocument;
  readonly references: References;
  /** All references that stand for schemas, as they are written. */
  readonly schemaReferences: ReadonlySet<string>;
}
