import type { Component } from "./base-string-parts.js";
import type { SignatureCauseCode } from "./cause.js";
import type { Clues } from "./explained-request.js";
import type { SignatureParts } from "./signature-parts.js";

/** Possible difference of the other side: data, and a pure function that applies it. */
export interface Hypothesis {
  readonly code: SignatureCauseCode;
  /** Component of the base string that it changes. `key` and `signature` do not change the base string. */
  readonly component: Component | "key" | "signature";
  /** Description of the cause and its fix. Shown only if it is proved. */
  readonly message: string;
  /** Returns the parts that the other side may have used, most likely first. Empty if it makes no difference. */
  readonly alter: (parts: SignatureParts, clues: Clues) => readonly SignatureParts[];
}

/** Creates variants of the parts with other values of one property. Skips values that do not change anything. */
export function variants<K extends keyof SignatureParts>(
  parts: SignatureParts,
  property: K,
  values: ReadonlyArray<SignatureParts[K] | undefined>,
): readonly SignatureParts[] {
  return [...new Set(values)].flatMap((value) =>
    value === undefined || value === parts[property] ? [] : [{ ...parts, [property]: value }],
  );
}
