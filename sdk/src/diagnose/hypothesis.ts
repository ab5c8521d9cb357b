import type { Component } from "./base-string-parts.js";
import type { SignatureCauseCode } from "./cause.js";
import type { Clues } from "./explained-request.js";
import type { SignatureParts } from "./signature-parts.js";

/** One way in which the other side may differ: data, and a pure function that makes it so. */
export interface Hypothesis {
  readonly code: SignatureCauseCode;
  /** Which part of the base string it changes; `key` and `signature` leave that as it is. */
  readonly component: Component | "key" | "signature";
  /** What it is, and what to do about it: said only where it is proved. */
  readonly message: string;
  /** What the other side may have had in place of these parts, likeliest first. None where it makes no difference. */
  readonly alter: (parts: SignatureParts, clues: Clues) => readonly SignatureParts[];
}

/** The parts with one property in several spellings, those left out that change nothing. */
export function variants<K extends keyof SignatureParts>(
  parts: SignatureParts,
  property: K,
  values: ReadonlyArray<SignatureParts[K] | undefined>,
): readonly SignatureParts[] {
  return [...new Set(values)].flatMap((value) =>
    value === undefined || value === parts[property] ? [] : [{ ...parts, [property]: value }],
  );
}
