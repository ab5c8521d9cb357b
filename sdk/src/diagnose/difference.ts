import { type BaseStringParts, parseParameters } from "./base-string-parts.js";
import type { Redact } from "./redaction.js";

/** First difference between two base strings. */
export interface BaseStringDifference {
  /** Index of the first character that differs. */
  readonly index: number;
  /** Part of the base string that contains the difference. */
  readonly part: "method" | "base URI" | "parameters";
  /** Name of the parameter that contains the difference. */
  readonly parameter?: string | undefined;
  /** Excerpt of our base string around the difference. */
  readonly ours: string;
  /** Excerpt of their base string around the difference. */
  readonly theirs: string;
}

/** Finds the first difference between the base strings. Returns `undefined` if they are equal. */
export function compareBaseStrings(
  ourText: string,
  { text }: BaseStringParts,
  redact: Redact,
): BaseStringDifference | undefined {
  const [ours, theirs] = [redact(ourText), redact(text)];
  const index = findDifference(ours, theirs);
  if (index === undefined) return undefined;
  const part = partNames[ours.slice(0, index).split("&").length - 1] ?? "parameters";
  const parameter = part === "parameters" ? (findParameter(ours, index) ?? findParameter(theirs, index)) : undefined;
  return { index, part, ...(parameter === undefined ? {} : { parameter }), ...createExcerpts(ours, theirs, index) };
}

const partNames = ["method", "base URI", "parameters"] as const;

/** Creates excerpts of two texts around their first difference. */
export function createExcerpts(
  ours: string,
  theirs: string,
  index = findDifference(ours, theirs) ?? 0,
): { ours: string; theirs: string } {
  return { ours: createExcerpt(ours, index), theirs: createExcerpt(theirs, index) };
}

function findDifference(a: string, b: string): number | undefined {
  if (a === b) return undefined;
  const shorter = Math.min(a.length, b.length);
  for (let index = 0; index < shorter; index += 1) if (a[index] !== b[index]) return index;
  return shorter;
}

/** Characters of an excerpt before and after the difference. */
const before = 24;
const after = 40;

function createExcerpt(text: string, index: number): string {
  const start = Math.max(0, index - before);
  const end = Math.min(text.length, index + after);
  return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
}

/** Finds the name of the parameter at an offset. Pairs are joined by `&`, which is `%26` in a base string. */
function findParameter(baseString: string, index: number): string | undefined {
  const start = baseString.lastIndexOf("&") + 1;
  const from = Math.max(start, baseString.lastIndexOf("%26", index - 1) + 3);
  const pair = baseString.slice(
    from,
    baseString.indexOf("%26", from) < 0 ? undefined : baseString.indexOf("%26", from),
  );
  return parseParameters(pair)[0]?.[0];
}
