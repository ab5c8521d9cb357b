import { type BaseStringParts, isBaseString, parseBaseString } from "./base-string-parts.js";
import type { SignatureCause } from "./cause.js";
import { isDigest } from "./redaction.js";

/** Information from the other side. */
export interface Expected {
  readonly baseString: BaseStringParts | undefined;
  readonly signature: string | undefined;
  readonly problem: SignatureCause | undefined;
}

/**
 * Recognizes a base string, a signature, or a response with the Problem Reporting extension, in which net.oauth also
 * includes the base string it computed.
 *
 * @throws TypeError for anything else. The message does not contain the text, which may be a secret with PLAINTEXT
 */
export function readExpected(expected: string | undefined, isPlaintext: boolean): Expected {
  const text = expected?.trim();
  if (text === undefined) return { baseString: undefined, signature: undefined, problem: undefined };
  const problem = /oauth_problem="?(\w{1,64})/.exec(text)?.[1];
  if (problem !== undefined) {
    const encoded = text.match(/oauth_signature_base_string="?([^&"]+)/)?.[1]?.replaceAll("+", " ");
    const baseString = parseBaseString(tryDecode(encoded ?? ""));
    return { baseString, signature: undefined, problem: createProblemCause(problem) };
  }
  if (isBaseString(text)) return { baseString: parseBaseString(text), signature: undefined, problem: undefined };
  if (isPlaintext || isDigest(text)) return { baseString: undefined, signature: text, problem: undefined };
  throw new TypeError(
    "expected is neither a base string (GET&https%3A%2F%2Fhost%2Fpath&name%3Dvalue), nor a signature in Base64, " +
      "nor a response with oauth_problem",
  );
}

function tryDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function createProblemCause(problem: string): SignatureCause {
  const advice = problems.get(problem) ?? "The Problem Reporting extension does not define this problem.";
  return {
    code: "problem_reported",
    message: `The other side reports ${problem}. ${advice}`,
    evidence: "fact",
    theirs: problem,
  };
}

/** Advice for the problems that the Problem Reporting extension of OAuth Core 1.0 defines. */
const problems: ReadonlyMap<string, string> = new Map([
  ["version_rejected", "Send oauth_version=1.0, or omit it."],
  ["parameter_absent", "A protocol parameter did not arrive: a proxy may have dropped the Authorization header."],
  ["parameter_rejected", "A parameter is repeated, is in two places, or cannot be parsed."],
  ["timestamp_refused", "Compare the clocks of both machines."],
  ["nonce_used", "The request was sent twice, or a retry used the same signature: each attempt needs its own nonce."],
  ["signature_method_rejected", "Both platforms accept HMAC-SHA1."],
  ["signature_invalid", "It computed a different signature: ask for its base string."],
  ["consumer_key_unknown", "It does not know the consumer key: the key is for another environment, or was revoked."],
  ["consumer_key_rejected", "The consumer key was blocked or revoked."],
  ["permission_denied", "The signature is correct, but a permission is missing."],
]);
