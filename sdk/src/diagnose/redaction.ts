import { percentEncode } from "../oauth1/encoding/index.js";
import type { Credentials } from "../oauth1/signers/index.js";

/** Makes a text fit to be shown. */
export type Redact = (text: string) => string;

/** A shorter one is a word that may stand anywhere, and nothing that anyone should sign with. */
const shortestSecret = 4;

/** Takes the secret out of a text that came from outside, however often it is encoded there. */
export function createRedactor({ consumerSecret }: Credentials): Redact {
  const spellings = [consumerSecret, consumerSecret.trim()].flatMap((secret) => {
    const once = percentEncode(secret);
    return [
      secret,
      once,
      percentEncode(once),
      encodeURIComponent(secret),
      percentEncode(secret).replaceAll("%20", "+"),
    ];
  });
  const hidden = [...new Set(spellings)]
    .filter(({ length }) => length >= shortestSecret)
    .sort((a, b) => b.length - a.length); // the longest first: it may hold the others
  return (text) => hidden.reduce((shown, secret) => shown.replaceAll(secret, "•••"), text);
}

/** What may be told of a secret. */
export interface MaskedKey {
  /** The key that is signed with: the secret masked, the `&` behind it, no secret of a token. */
  readonly text: string;
  /** Of the secret, in characters. */
  readonly secretLength: number;
  /** What often is a mistake: white space at its ends, escapes, letters outside ASCII. */
  readonly remarks: readonly string[];
}

/** The key as it may be shown. Always the same mask: the length stands beside it. */
export function maskKey({ consumerSecret }: Credentials): MaskedKey {
  const remarks = secretRemarks.filter(([pattern]) => pattern.test(consumerSecret)).map(([, remark]) => remark);
  return { text: "•••&", secretLength: consumerSecret.length, remarks };
}

const secretRemarks: ReadonlyArray<readonly [RegExp, string]> = [
  [/^\s|\s$/, "it has white space at its ends"],
  [/[\r\n]/, "it has a line end"],
  [/%[0-9A-Fa-f]{2}/, "it has what looks like a percent-encoded character"],
  [/[^ -~\s]/, "it has characters outside of ASCII"],
  [/^["']|["']$/, "it has a quotation mark at its ends"],
];

/**
 * A signature as it may be shown: one that is no digest may be a secret, for PLAINTEXT is the key itself (RFC 5849
 * section 3.4.4).
 */
export function maskSignature(signature: string, redact: Redact): string {
  return isDigest(signature) ? redact(signature) : "(not shown: no digest, and so perhaps a secret)";
}

/** Whether a text may be a digest of 20, 32 or 64 bytes: Base64 of either alphabet, or hexadecimal digits. */
export function isDigest(text: string): boolean {
  const plain = text.replace(/%(?:25)?(2B|2F|3D)/gi, (_, code: string) => escapes[code.toUpperCase()] ?? "").trimEnd();
  return /^(?:[\w+/ -]{27}=?|[\w+/ -]{43}=?|[\w+/ -]{86}(?:==)?|[0-9a-f]{40}|[0-9a-f]{64})$/i.test(plain);
}

const escapes: Readonly<Record<string, string>> = { "2B": "+", "2F": "/", "3D": "=" };
