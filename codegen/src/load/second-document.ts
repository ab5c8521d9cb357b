import { SpecError } from "../findings.js";
import type { PositionedText } from "./positioned-text.js";

/** Error for a second document in a file. */
export function secondDocumentError(source: PositionedText, offset: number): SpecError {
  return new SpecError([source.finding(offset, "A second document starts here.", "Keep one document per file.")]);
}
