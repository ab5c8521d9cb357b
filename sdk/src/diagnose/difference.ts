import { type BaseStringParts, parseParameters } from "./base-string-parts.js";
import type { Redact } from "./redaction.js";

/** The first place at which two base strings part. */
export interface BaseStringDifference {
  /** Of the first character that differs. */
  readonly index: number;
  /** Which of its three parts it lies in. */
  readonly part: "method" | "base URI" | "parameters";
  /** The name of the parameter it lies in. */
  readonly parameter?: string | undefined;
  /** Our base string around the place. */
  readonly ours: string;
  /** Theirs. */
  readonly theirs: string;
}

/** Where the base strings part, or `undefined` where they are one. */
export function compareBaseStrings(
  ourText: string,
  { text }: BaseStringParts,
  redact: Redact,
): BaseStringDifference | undefined {
  const [ours, theirs] = [redact(ourText), redact(text)];
  const index = firstDifference(ours, theirs);
  if (index === undefined) return undefined;
  const part = partNames[ours.slice(0, index).split("&").length - 1] ?? "parameters";
  const parameter = part === "parameters" ? (parameterAt(ours, index) ?? parameterAt(theirs, index)) : undefined;
  return { index, part, ...(parameter === undefined ? {} : { parameter }), ...excerpts(ours, theirs, index) };
}

const partNames = ["method", "base URI", "parameters"] as const;

/** Both texts around the first place at which they part. */
export function excerpts(
  ours: string,
  theirs: string,
  index = firstDifference(ours, theirs) ?? 0,
): { ours: string; theirs: string } {
  return { ours: excerpt(ours, index), theirs: excerpt(theirs, index) };
}

function firstDifference(a: string, b: string): number | undefined {
  if (a === b) return undefined;
  const shorter = Math.min(a.length, b.length);
  for (let index = 0; index < shorter; index += 1) if (a[index] !== b[index]) return index;
  return shorter;
}

const before = 24;
const after = 40;

function excerpt(text: string, index: number): string {
  const start = Math.max(0, index - before);
  const end = Math.min(text.length, index + after);
  return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
}

/** The parameter in which an offset lies: pairs are joined by `&`, which the base string has as `%26`. */
function parameterAt(baseString: string, index: number): string | undefined {
  const start = baseString.lastIndexOf("&") + 1;
  const from = Math.max(start, baseString.lastIndexOf("%26", index - 1) + 3);
  const pair = baseString.slice(
    from,
    baseString.indexOf("%26", from) < 0 ? undefined : baseString.indexOf("%26", from),
  );
  return parseParameters(pair)[0]?.[0];
}
