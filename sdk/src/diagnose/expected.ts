import { type BaseStringParts, isBaseString, parseBaseString } from "./base-string-parts.js";
import type { SignatureCause } from "./cause.js";
import { isDigest } from "./redaction.js";

/** What the other side says. */
export interface Expected {
  readonly baseString: BaseStringParts | undefined;
  readonly signature: string | undefined;
  readonly problem: SignatureCause | undefined;
}

/**
 * Recognizes a base string, a signature, or an answer of the Problem Reporting extension, in which net.oauth also tells
 * the base string it computed.
 *
 * @throws TypeError for anything else. The text stays out of the message: with PLAINTEXT it might be a secret
 */
export function readExpected(expected: string | undefined, isPlaintext: boolean): Expected {
  const text = expected?.trim();
  if (text === undefined) return { baseString: undefined, signature: undefined, problem: undefined };
  const problem = /oauth_problem="?(\w{1,64})/.exec(text)?.[1];
  if (problem !== undefined) {
    const told = text.match(/oauth_signature_base_string="?([^&"]+)/)?.[1]?.replaceAll("+", " ");
    return { baseString: parseBaseString(decoded(told ?? "")), signature: undefined, problem: problemCause(problem) };
  }
  if (isBaseString(text)) return { baseString: parseBaseString(text), signature: undefined, problem: undefined };
  if (isPlaintext || isDigest(text)) return { baseString: undefined, signature: text, problem: undefined };
  throw new TypeError(
    "expected is neither a base string (GET&https%3A%2F%2Fhost%2Fpath&name%3Dvalue), nor a signature in Base64, nor an " +
      "answer with oauth_problem",
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function problemCause(problem: string): SignatureCause {
  const advice = problems.get(problem) ?? "It is none of those that the Problem Reporting extension knows.";
  return {
    code: "problem_reported",
    message: `The other side says ${problem}. ${advice}`,
    evidence: "fact",
    theirs: problem,
  };
}

/** Names of the Problem Reporting extension of OAuth Core 1.0. */
const problems: ReadonlyMap<string, string> = new Map([
  ["version_rejected", "Send oauth_version 1.0, or none."],
  ["parameter_absent", "A protocol parameter did not arrive: a proxy may have dropped the Authorization header."],
  ["parameter_rejected", "A parameter is there twice, in two places, or cannot be read."],
  ["timestamp_refused", "Compare the clocks of both machines."],
  [
    "nonce_used",
    "The request was sent twice, or a retry repeated its signature: each attempt needs a nonce of its own.",
  ],
  ["signature_method_rejected", "Both platforms take HMAC-SHA1."],
  ["signature_invalid", "It computed another signature: ask for its base string."],
  ["consumer_key_unknown", "It does not know the consumer key: another environment, or a key that was withdrawn."],
  ["consumer_key_rejected", "The consumer key was blocked or withdrawn."],
  ["permission_denied", "The signature is right; what is missing is a permission."],
]);
