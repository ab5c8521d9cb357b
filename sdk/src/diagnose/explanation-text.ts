import type { SignatureCause } from "./cause.js";
import type { SignatureExplanation } from "./explanation.js";

/** Formats an explanation for people: the verdict, the causes, and then the signed data. */
export function formatExplanation(explanation: Omit<SignatureExplanation, "text">): string {
  const sections = [verdicts[explanation.verdict], ...formatCauses(explanation), formatSignedData(explanation)];
  return escapeUnprintable(sections.join("\n\n"));
}

const verdicts: { readonly [V in SignatureExplanation["verdict"]]: string } = {
  right: "The signature is correct: both sides agree.",
  wrong: "Signature mismatch: the two sides differ.",
  unknown: "There is no signature to compare with. The following would be signed.",
};

const evidences: { readonly [E in SignatureCause["evidence"]]: string } = {
  proved: "Proved: this difference reproduces the other side's result exactly.",
  fact: "Fact: the request shows it.",
  guess: "Possible: nothing rules it out.",
};

const nothing = "(empty)";

function formatCauses({ causes, difference }: Omit<SignatureExplanation, "text">): readonly string[] {
  const sections = causes.map(({ code, message, evidence, ours, theirs, together }, index) =>
    [
      `${index + 1}. ${code}: ${message}`,
      `   ${evidences[evidence]}${together === undefined ? "" : ` It applies with ${together.join(" and ")}.`}`,
      ...(ours === undefined ? [] : [`   here   ${ours || nothing}`]),
      ...(theirs === undefined ? [] : [`   there  ${theirs || nothing}`]),
    ].join("\n"),
  );
  if (difference === undefined) return sections;
  const { index, part, parameter, ours, theirs } = difference;
  const place = parameter === undefined ? part : `${part}, ${parameter}`;
  return [
    ...sections,
    `The base strings differ at character ${index} (${place}):\n   here   ${ours}\n   there  ${theirs}`,
  ];
}

function formatSignedData(explanation: Omit<SignatureExplanation, "text">): string {
  const { method, baseUri, baseUriChanges, parameters, baseString, signatureMethod, key, computed, found } =
    explanation;
  const changes = baseUriChanges.map((change) => `              ${change}`);
  const remarks = key.remarks.map((remark) => `, ${remark}`).join("");
  return [
    "Signed data",
    `  Method      ${method}`,
    `  Base URI    ${baseUri}`,
    ...changes,
    "  Parameters",
    ...parameters.map(({ encoded, from }) => `    ${from.padEnd(8)}${encoded}`),
    "  Base string",
    `    ${baseString}`,
    `  Key         ${key.text}  (the secret has ${key.secretLength} characters${remarks})`,
    `  Signature   ${computed ?? "(not shown)"} by ${signatureMethod}`,
    ...(found === undefined ? [] : [`  In request  ${found}`]),
    ...formatClock(explanation),
  ].join("\n");
}

function formatClock({ clock }: Omit<SignatureExplanation, "text">): readonly string[] {
  if (clock === undefined) return [];
  const { timestamp, age, isWithinTolerance } = clock;
  const side = age < 0 ? `${-age} s ahead of this clock` : `${age} s ago`;
  const date = new Date(timestamp * 1000).toISOString();
  return [`  Timestamp   ${timestamp}, ${date}, ${side}${isWithinTolerance ? "" : ": more than 300 s away"}`];
}

/** Escapes unprintable characters by their code points, because text from outside may contain terminal commands. */
function escapeUnprintable(text: string): string {
  return text.replace(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
