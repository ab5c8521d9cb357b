import { SpecError } from "../findings.js";
import { maximumDepth } from "./limits.js";
import type { PlacedText } from "./placed-text.js";

/** Values that nest beyond the limit. */
export function tooDeep(source: PlacedText, offset: number): SpecError {
  const message = `Values nest too deeply; the limit (maximumDepth) is ${maximumDepth}.`;
  return new SpecError([source.finding(offset, message)]);
}

/** What follows the one document that a file may hold. */
export function secondDocument(source: PlacedText, offset: number): SpecError {
  return new SpecError([source.finding(offset, "A second document begins here.", "Keep one document to a file.")]);
}
