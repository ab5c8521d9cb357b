import type { BaseStringParts, Component } from "./base-string-parts.js";
import type { SignatureCause, SignatureCauseCode } from "./cause.js";
import { excerpts } from "./difference.js";
import type { Clues } from "./explained-request.js";
import { hypotheses } from "./hypotheses.js";
import { parameterDifferences } from "./parameter-differences.js";
import {
  buildBaseStringOfParts,
  type Digest,
  normalizedText,
  type SignatureParts,
  signParts,
} from "./signature-parts.js";
import { type Fit, getComponent, testBaseString, testKey, testSignature } from "./test-hypotheses.js";

/** Why the other side's base string is another. Nothing of it is shown before it is redacted. */
export function findBaseStringCauses(clues: Clues, theirs: BaseStringParts): readonly SignatureCause[] {
  return [...testBaseString(clues, theirs)].flatMap(([component, fits]) => {
    if (fits.length > 0) return fits.flatMap(describeFit);
    if (component === "parameters") return parameterCauses(clues, theirs);
    return [{ ...unexplained[component], evidence: "proved", ours: clues.parts[component], theirs: theirs[component] }];
  });
}

/** For a component that parts in a way of its own: their base string is the proof. */
const unexplained: { readonly [C in Exclude<Component, "parameters">]: { code: SignatureCauseCode; message: string } } =
  {
    method: { code: "method_overridden", message: "Another method was signed." },
    scheme: { code: "scheme_differs", message: "Another scheme was signed." },
    host: { code: "host_differs", message: "Another host was signed." },
    port: { code: "port_differs", message: "Another port was signed." },
    path: {
      code: "path_changed",
      message: "Another path was signed: it is rewritten on the way, or one side calls another.",
    },
  };

function parameterCauses({ parts }: Clues, theirs: BaseStringParts): readonly SignatureCause[] {
  const differences = parameterDifferences(parts.parameters, theirs);
  if (differences.length > 0) return differences;
  const message = "The same parameters were encoded, sorted or joined otherwise than RFC 5849 section 3.4.1.3.2 says.";
  const shown = excerpts(getComponent(parts, "parameters"), theirs.parameters);
  return [{ code: "encoding_differs", message, evidence: "proved", ...shown }];
}

/** What was found out of a signature that is another than the one that is computed here. */
export interface SignatureFinding {
  readonly causes: readonly SignatureCause[];
  /** What the other side signed, where a cause is proved. */
  readonly baseString?: string;
}

/** Why a signature is another, and what it was made of. Nothing of it is shown before it is redacted. */
export function findSignatureCause(clues: Clues, signature: string): SignatureFinding {
  const { theirs } = clues;
  const ours = buildBaseStringOfParts(clues.parts);
  const baseStrings = [...new Set([theirs?.text ?? ours, ours])];
  if (theirs !== undefined && baseStrings.some((text) => signParts(clues.parts, text) === signature)) {
    return { causes: [] };
  }
  const fits =
    theirs === undefined
      ? testSignature(clues, signature)
      : baseStrings.flatMap((text) => testKey(clues, text, signature));
  const [likeliest] = fits;
  if (likeliest) return { causes: fits.flatMap(describeFit), baseString: buildBaseStringOfParts(likeliest.after) };
  return { causes: [...methodGuess(clues.parts.digest, signature), wrongSecret(theirs?.text === ours)] };
}

/** HMAC-SHA1 has 20 bytes and HMAC-SHA256 32: the length alone may tell. */
function methodGuess(digest: Digest, signature: string): readonly SignatureCause[] {
  const length = Buffer.from(signature, "base64").length;
  const stated = { sha1: 20, sha256: 32, sha512: 64, plaintext: length }[digest];
  if (length === stated || ![20, 32, 64].includes(length)) return [];
  const message = `The signature has ${length} bytes and should have ${stated}: another method was used, with another base string or secret.`;
  return [{ code: "signature_method_differs", message, evidence: "guess" }];
}

function wrongSecret(isBaseStringAgreed: boolean): SignatureCause {
  if (isBaseStringAgreed) {
    const message =
      "The base strings agree and the signatures do not, so the secrets differ: one side has that of another key, " +
      "environment or version. Set it anew on both.";
    return { code: "wrong_secret", message, evidence: "proved" };
  }
  const message =
    `Nothing else was found: ${hypotheses.length} differences were tried, alone and, for a moment, in pairs, and none gives the signature. ` +
    "Either the secrets differ, or the request was changed in a way that cannot be guessed: ask the other side for its " +
    "base string, and give it as expected.";
  return { code: "wrong_secret", message, evidence: "guess" };
}

function describeFit({ hypotheses: fitting, before, after }: Fit): readonly SignatureCause[] {
  const codes = fitting.map(({ code }) => code);
  return fitting.map(({ code, message, component }) => ({
    code,
    message,
    evidence: "proved",
    ...changeOf(before, after, component),
    ...(codes.length > 1 ? { together: codes.filter((other) => other !== code) } : {}),
  }));
}

/** What a fit changed. Of a key, nothing is said. */
function changeOf(
  before: SignatureParts,
  after: SignatureParts,
  component: Component | "key" | "signature",
): { readonly ours?: string; readonly theirs?: string } {
  if (component === "key") return {};
  if (component === "parameters") return excerpts(normalizedText(before), normalizedText(after));
  if (component !== "signature") return { ours: before[component], theirs: after[component] };
  return before.digest === after.digest ? {} : { ours: methodNames[before.digest], theirs: methodNames[after.digest] };
}

const methodNames: { readonly [D in Digest]: string } = {
  sha1: "HMAC-SHA1",
  sha256: "HMAC-SHA256",
  sha512: "HMAC-SHA512",
  plaintext: "PLAINTEXT",
};
