import { type BaseStringParts, type Component, components } from "./base-string-parts.js";
import type { Clues } from "./explained-request.js";
import { hypotheses } from "./hypotheses.js";
import type { Hypothesis } from "./hypothesis.js";
import { buildBaseStringOfParts, normalizeToText, type SignatureParts, signParts } from "./signature-parts.js";

/** Hypotheses that reproduce the other side's result, and the parts with which they do. */
export interface Fit {
  readonly hypotheses: readonly Hypothesis[];
  readonly before: SignatureParts;
  readonly after: SignatureParts;
}

/** Returns true if parts produce the result of the other side. */
type Agreement = (parts: SignatureParts) => boolean;

/**
 * Finds each hypothesis that fits alone, or otherwise the first pair that fits together.
 *
 * @param isTried Selects the hypotheses that can affect the comparison.
 */
function testHypotheses(clues: Clues, agrees: Agreement, isTried: (hypothesis: Hypothesis) => boolean): readonly Fit[] {
  const before = clues.parts;
  const candidates = hypotheses
    .filter(isTried)
    .map((hypothesis) => ({ hypothesis, altered: hypothesis.alter(before, clues) }));
  const alone = candidates.flatMap(({ hypothesis, altered }) => {
    const after = altered.find(agrees);
    return after === undefined ? [] : [{ hypotheses: [hypothesis], before, after }];
  });
  if (alone.length > 0) return alone;
  const pair = findPair(clues, agrees, candidates);
  return pair === undefined ? [] : [pair];
}

interface Candidate {
  readonly hypothesis: Hypothesis;
  readonly altered: readonly SignatureParts[];
}

/** Maximum work to find a pair, in characters of base strings. This takes a fraction of a second. */
const maxWork = 20_000_000;

/** Work to encode and sort a parameter, in characters of base strings. */
const parameterWork = 100;

function findPair(clues: Clues, agrees: Agreement, candidates: readonly Candidate[]): Fit | undefined {
  let work = maxWork;
  const cost = buildBaseStringOfParts(clues.parts).length + parameterWork * clues.parts.parameters.length;
  for (const [index, { hypothesis: first, altered }] of candidates.entries()) {
    for (const parts of altered) {
      for (const { hypothesis: second } of candidates.slice(index + 1)) {
        for (const after of second.alter(parts, clues)) {
          work -= cost;
          if (work < 0) return undefined;
          if (agrees(after)) return { hypotheses: [first, second], before: clues.parts, after };
        }
      }
    }
  }
  return undefined;
}

/** Finds the hypotheses that reproduce the other side's signature. */
export function testSignature(clues: Clues, signature: string): readonly Fit[] {
  return testHypotheses(
    clues,
    (parts) => signParts(parts, buildBaseStringOfParts(parts)) === signature,
    () => true,
  );
}

/** Finds the hypotheses about the key that reproduce the other side's signature of a known base string. */
export function testKey(clues: Clues, baseString: string, signature: string): readonly Fit[] {
  return testHypotheses(clues, (parts) => signParts(parts, baseString) === signature, affectsKey);
}

function affectsKey({ component }: Hypothesis): boolean {
  return component === "key" || component === "signature";
}

/**
 * Finds the components in which the other side's base string differs from ours, and the hypotheses that explain
 * each.
 */
export function testBaseString(clues: Clues, theirs: BaseStringParts): ReadonlyMap<Component, readonly Fit[]> {
  const differing = components.filter((component) => getComponent(clues.parts, component) !== theirs[component]);
  return new Map(
    differing.map((component) => {
      const agrees: Agreement = (parts) => getComponent(parts, component) === theirs[component];
      return [component, testHypotheses(clues, agrees, (hypothesis) => hypothesis.component === component)];
    }),
  );
}

/** Returns a component as it is in a base string. Parameters stay encoded, so that their encoding is compared, too. */
export function getComponent(parts: SignatureParts, component: Component): string {
  return component === "parameters" ? parts.spelling.encodePart(normalizeToText(parts)) : parts[component];
}
