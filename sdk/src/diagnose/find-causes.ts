import type { BaseStringParts, Component } from "./base-string-parts.js";
import type { SignatureCause, SignatureCauseCode } from "./cause.js";
import { createExcerpts } from "./difference.js";
import type { Clues } from "./explained-request.js";
import { hypotheses } from "./hypotheses.js";
import { findParameterDifferences } from "./parameter-differences.js";
import {
  buildBaseStringOfParts,
  type Digest,
  normalizeToText,
  type SignatureParts,
  signParts,
} from "./signature-parts.js";
import { type Fit, getComponent, testBaseString, testKey, testSignature } from "./test-hypotheses.js";

/** Finds out why the other side's base string is different. The result is not yet redacted. */
export function findBaseStringCauses(clues: Clues, theirs: BaseStringParts): readonly SignatureCause[] {
  return [...testBaseString(clues, theirs)].flatMap(([component, fits]) => {
    if (fits.length > 0) return fits.flatMap(describeFit);
    if (component === "parameters") return findParameterCauses(clues, theirs);
    return [{ ...unexplained[component], evidence: "proved", ours: clues.parts[component], theirs: theirs[component] }];
  });
}

/** Causes for components that no hypothesis explains. The other side's base string proves them. */
const unexplained: { readonly [C in Exclude<Component, "parameters">]: { code: SignatureCauseCode; message: string } } =
  {
    method: { code: "method_overridden", message: "The other side signed a different method." },
    scheme: { code: "scheme_differs", message: "The other side signed a different scheme." },
    host: { code: "host_differs", message: "The other side signed a different host." },
    port: { code: "port_differs", message: "The other side signed a different port." },
    path: {
      code: "path_changed",
      message:
        "The other side signed a different path: the path was rewritten in transit, or one side uses another one.",
    },
  };

function findParameterCauses({ parts }: Clues, theirs: BaseStringParts): readonly SignatureCause[] {
  const differences = findParameterDifferences(parts.parameters, theirs);
  if (differences.length > 0) return differences;
  const message = "The parameters are the same, but not encoded, sorted or joined as in RFC 5849 section 3.4.1.3.2.";
  const excerpts = createExcerpts(getComponent(parts, "parameters"), theirs.parameters);
  return [{ code: "encoding_differs", message, evidence: "proved", ...excerpts }];
}

/** Finding about a signature that differs from the computed one. */
export interface SignatureFinding {
  readonly causes: readonly SignatureCause[];
  /** Base string of the other side, if a cause is proved. */
  readonly baseString?: string;
}

/** Finds out why a signature is different, and which base string it was made from. The result is not yet redacted. */
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
  const [first] = fits;
  if (first) return { causes: fits.flatMap(describeFit), baseString: buildBaseStringOfParts(first.after) };
  return { causes: [...guessMethod(clues.parts.digest, signature), createSecretCause(theirs?.text === ours)] };
}

/** Guesses the signature method from the length: 20 bytes for HMAC-SHA1, 32 for HMAC-SHA256. */
function guessMethod(digest: Digest, signature: string): readonly SignatureCause[] {
  const length = Buffer.from(signature, "base64").length;
  const stated = { sha1: 20, sha256: 32, sha512: 64, plaintext: length }[digest];
  if (length === stated || ![20, 32, 64].includes(length)) return [];
  const message =
    `The signature has ${length} bytes, but should have ${stated}: the other side used another method, and also ` +
    "another base string or secret.";
  return [{ code: "signature_method_differs", message, evidence: "guess" }];
}

function createSecretCause(isBaseStringAgreed: boolean): SignatureCause {
  if (isBaseStringAgreed) {
    const message =
      "The base strings are equal, but the signatures are not, so the secrets differ: one side has the secret of " +
      "another key, environment or version. Set the secret again on both sides.";
    return { code: "wrong_secret", message, evidence: "proved" };
  }
  const message =
    `No other cause was found: none of the ${hypotheses.length} known differences reproduces the signature, alone ` +
    "or in the pairs that were tried. Either the secrets differ, or the request was changed in an unknown way: ask " +
    "the other side for its base string, and pass it as expected.";
  return { code: "wrong_secret", message, evidence: "guess" };
}

function describeFit({ hypotheses: matching, before, after }: Fit): readonly SignatureCause[] {
  const codes = matching.map(({ code }) => code);
  return matching.map(({ code, message, component }) => ({
    code,
    message,
    evidence: "proved",
    ...describeChange(before, after, component),
    ...(codes.length > 1 ? { together: codes.filter((other) => other !== code) } : {}),
  }));
}

/** Describes what a fit changed. Never shows a key. */
function describeChange(
  before: SignatureParts,
  after: SignatureParts,
  component: Component | "key" | "signature",
): { readonly ours?: string; readonly theirs?: string } {
  if (component === "key") return {};
  if (component === "parameters") return createExcerpts(normalizeToText(before), normalizeToText(after));
  if (component !== "signature") return { ours: before[component], theirs: after[component] };
  return before.digest === after.digest ? {} : { ours: methodNames[before.digest], theirs: methodNames[after.digest] };
}

const methodNames: { readonly [D in Digest]: string } = {
  sha1: "HMAC-SHA1",
  sha256: "HMAC-SHA256",
  sha512: "HMAC-SHA512",
  plaintext: "PLAINTEXT",
};
