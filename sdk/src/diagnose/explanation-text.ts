import type { SignatureCause } from "./cause.js";
import type { SignatureExplanation } from "./explanation.js";

/** An explanation for people: the verdict, why, and then what was signed. */
export function formatExplanation(explanation: Omit<SignatureExplanation, "text">): string {
  const sections = [verdicts[explanation.verdict], ...causeSections(explanation), signedSection(explanation)];
  return visible(sections.join("\n\n"));
}

const verdicts: { readonly [V in SignatureExplanation["verdict"]]: string } = {
  right: "The signature is right: both sides have the same.",
  wrong: "The signature is wrong: the two sides part.",
  unknown: "There is no signature to compare with. This is what would be signed.",
};

const evidences: { readonly [E in SignatureCause["evidence"]]: string } = {
  proved: "Proved: with this difference the result is that of the other side, to the character.",
  fact: "Fact: it stands in the request.",
  guess: "Guess: nothing speaks against it.",
};

const nothing = "(nothing)";

function causeSections({ causes, difference }: Omit<SignatureExplanation, "text">): readonly string[] {
  const sections = causes.map(({ code, message, evidence, ours, theirs, together }, index) =>
    [
      `${index + 1}. ${code}: ${message}`,
      `   ${evidences[evidence]}${together === undefined ? "" : ` It holds together with ${together.join(" and ")}.`}`,
      ...(ours === undefined ? [] : [`   here   ${ours || nothing}`]),
      ...(theirs === undefined ? [] : [`   there  ${theirs || nothing}`]),
    ].join("\n"),
  );
  if (difference === undefined) return sections;
  const { index, part, parameter, ours, theirs } = difference;
  const place = parameter === undefined ? part : `${part}, ${parameter}`;
  return [
    ...sections,
    `The base strings part at character ${index} (${place}):\n   here   ${ours}\n   there  ${theirs}`,
  ];
}

function signedSection(explanation: Omit<SignatureExplanation, "text">): string {
  const { method, baseUri, baseUriChanges, parameters, baseString, signatureMethod, key, computed, found } =
    explanation;
  const changes = baseUriChanges.map((change) => `              ${change}`);
  const remarks = key.remarks.map((remark) => `, ${remark}`).join("");
  return [
    "What is signed",
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
    ...clockLines(explanation),
  ].join("\n");
}

function clockLines({ clock }: Omit<SignatureExplanation, "text">): readonly string[] {
  if (clock === undefined) return [];
  const { timestamp, age, isWithinTolerance } = clock;
  const side = age < 0 ? `${-age} s ahead of this clock` : `${age} s ago`;
  const date = new Date(timestamp * 1000).toISOString();
  return [`  Timestamp   ${timestamp}, ${date}, ${side}${isWithinTolerance ? "" : ": more than 300 s away"}`];
}

/** A stranger's text may speak to the terminal: what does not print is written as its number. */
function visible(text: string): string {
  return text.replace(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
