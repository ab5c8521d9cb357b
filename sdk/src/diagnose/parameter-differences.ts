import { type BaseStringParts, parseParameters } from "./base-string-parts.js";
import type { SignatureCause } from "./cause.js";
import type { Parameter } from "./signature-parts.js";

/**
 * The parameters in which two base strings part, where no single habit of a signer explains it: added, removed, changed.
 * The base string of the other side is the proof.
 */
export function parameterDifferences(
  ours: readonly Parameter[],
  { parameters }: BaseStringParts,
): readonly SignatureCause[] {
  const left = new Map<string, string[]>();
  for (const [name, value] of parseParameters(parameters)) left.set(name, [...(left.get(name) ?? []), value]);
  const unmatched = ours.filter(({ name, value }) => !take(left, name, value));
  const causes = unmatched.map(({ name, value }): SignatureCause => {
    const other = left.get(name)?.shift();
    return other === undefined
      ? { ...messages.parameter_added, evidence: "proved", ours: shown(name, value) }
      : { ...changed(name), evidence: "proved", ours: shown(name, value), theirs: shown(name, other) };
  });
  const removed = [...left].flatMap(([name, values]) =>
    values.map(
      (value): SignatureCause => ({ ...messages.parameter_removed, evidence: "proved", theirs: shown(name, value) }),
    ),
  );
  return [...causes, ...removed];
}

const messages = {
  parameter_added: {
    code: "parameter_added",
    message:
      "The request carries a parameter that the other side has not signed: it was added on the way, or left out.",
  },
  parameter_removed: {
    code: "parameter_removed",
    message:
      "The other side signed a parameter that the request does not carry: it was removed on the way, or never sent.",
  },
  parameter_changed: {
    code: "parameter_changed",
    message: "A parameter has another value: it was changed on the way, or one side reads it otherwise.",
  },
} as const;

function changed(name: string): { readonly code: "parameter_changed"; readonly message: string } {
  if (name !== "oauth_nonce" && name !== "oauth_timestamp") return messages.parameter_changed;
  return {
    code: "parameter_changed",
    message: `${name} differs: these are two requests, or two attempts at one. Compare the base strings of the same attempt.`,
  };
}

function take(values: Map<string, string[]>, name: string, value: string): boolean {
  const list = values.get(name);
  const index = list?.indexOf(value) ?? -1;
  if (index >= 0) list?.splice(index, 1);
  return index >= 0;
}

function shown(name: string, value: string): string {
  return `${name}=${value}`;
}
