import { type BaseStringParts, type Component, components } from "./base-string-parts.js";
import type { Clues } from "./explained-request.js";
import { hypotheses } from "./hypotheses.js";
import type { Hypothesis } from "./hypothesis.js";
import { buildBaseStringOfParts, normalizedText, type SignatureParts, signParts } from "./signature-parts.js";

/** A hypothesis, and the parts under which it agrees with the other side. */
export interface Fit {
  readonly hypotheses: readonly Hypothesis[];
  readonly before: SignatureParts;
  readonly after: SignatureParts;
}

/** Whether parts give what the other side has. */
type Agreement = (parts: SignatureParts) => boolean;

/**
 * Each hypothesis that fits alone; or, where none does, the first two that fit together.
 *
 * @param isTried Which hypotheses can make a difference to what is compared.
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
  const pair = pairOf(clues, agrees, candidates);
  return pair === undefined ? [] : [pair];
}

interface Candidate {
  readonly hypothesis: Hypothesis;
  readonly altered: readonly SignatureParts[];
}

/** In characters of base strings that are made to find a pair: a fraction of a second. */
const mostWork = 20_000_000;

/** What it costs to make a parameter ready, in characters of base string. */
const parameterWork = 100;

function pairOf(clues: Clues, agrees: Agreement, candidates: readonly Candidate[]): Fit | undefined {
  let work = mostWork;
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

/** What makes of this request the signature that the other side has. */
export function testSignature(clues: Clues, signature: string): readonly Fit[] {
  return testHypotheses(
    clues,
    (parts) => signParts(parts, buildBaseStringOfParts(parts)) === signature,
    () => true,
  );
}

/** What makes the signature of the other side where the base string is agreed on: the key, or its use. */
export function testKey(clues: Clues, baseString: string, signature: string): readonly Fit[] {
  return testHypotheses(clues, (parts) => signParts(parts, baseString) === signature, isOfKey);
}

function isOfKey({ component }: Hypothesis): boolean {
  return component === "key" || component === "signature";
}

/** Where a base string of the other side parts from ours, and what explains it, one component at a time. */
export function testBaseString(clues: Clues, theirs: BaseStringParts): ReadonlyMap<Component, readonly Fit[]> {
  const differing = components.filter((component) => getComponent(clues.parts, component) !== theirs[component]);
  return new Map(
    differing.map((component) => {
      const agrees: Agreement = (parts) => getComponent(parts, component) === theirs[component];
      return [component, testHypotheses(clues, agrees, (hypothesis) => hypothesis.component === component)];
    }),
  );
}

/** A component as a base string has it: of the parameters the encoded text, which also tells how they are encoded. */
export function getComponent(parts: SignatureParts, component: Component): string {
  return component === "parameters" ? parts.spelling.encodePart(normalizedText(parts)) : parts[component];
}
