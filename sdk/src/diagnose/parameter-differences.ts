import { type BaseStringParts, parseParameters } from "./base-string-parts.js";
import type { SignatureCause } from "./cause.js";
import type { Parameter } from "./signature-parts.js";

/**
 * Finds parameters that were added, removed or changed between two base strings, if no known mistake of a signer
 * explains the difference. The base string of the other side is the proof.
 */
export function findParameterDifferences(
  ours: readonly Parameter[],
  { parameters }: BaseStringParts,
): readonly SignatureCause[] {
  const left = new Map<string, string[]>();
  for (const [name, value] of parseParameters(parameters)) left.set(name, [...(left.get(name) ?? []), value]);
  const unmatched = ours.filter(({ name, value }) => !take(left, name, value));
  const causes = unmatched.map(({ name, value }): SignatureCause => {
    const other = left.get(name)?.shift();
    return other === undefined
      ? { ...messages.parameter_added, evidence: "proved", ours: formatPair(name, value) }
      : { ...describeChange(name), evidence: "proved", ours: formatPair(name, value), theirs: formatPair(name, other) };
  });
  const removed = [...left].flatMap(([name, values]) =>
    values.map(
      (value): SignatureCause => ({
        ...messages.parameter_removed,
        evidence: "proved",
        theirs: formatPair(name, value),
      }),
    ),
  );
  return [...causes, ...removed];
}

const messages = {
  parameter_added: {
    code: "parameter_added",
    message:
      "The other side did not sign a parameter of the request: it was added in transit, or the other side omitted it.",
  },
  parameter_removed: {
    code: "parameter_removed",
    message:
      "The other side signed a parameter that the request does not have: it was removed in transit, or never sent.",
  },
  parameter_changed: {
    code: "parameter_changed",
    message: "A parameter has a different value: it was changed in transit, or one side reads it differently.",
  },
} as const;

function describeChange(name: string): { readonly code: "parameter_changed"; readonly message: string } {
  if (name !== "oauth_nonce" && name !== "oauth_timestamp") return messages.parameter_changed;
  return {
    code: "parameter_changed",
    message: `${name} differs: these are two requests, or two attempts of one. Compare one attempt on both sides.`,
  };
}

function take(values: Map<string, string[]>, name: string, value: string): boolean {
  const list = values.get(name);
  const index = list?.indexOf(value) ?? -1;
  if (index >= 0) list?.splice(index, 1);
  return index >= 0;
}

function formatPair(name: string, value: string): string {
  return `${name}=${value}`;
}
