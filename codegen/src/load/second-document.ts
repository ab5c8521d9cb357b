import { SpecError } from "../findings.js";
import type { PositionedText } from "./positioned-text.js";

/** What follows the one document that a file may hold. */
export function secondDocument(source: PositionedText, offset: number): SpecError {
  return new SpecError([source.finding(offset, "A second document begins here.", "Keep one document to a file.")]);
}
