import { percentEncode } from "../oauth1/encoding/index.js";
import type { Credentials } from "../oauth1/signers/index.js";

/** Removes the secret from a text, so that it can be shown. */
export type Redact = (text: string) => string;

/** Minimum length of a secret that is redacted. A shorter text may occur by chance, and is not a safe secret anyway. */
const shortestSecret = 4;

/** Creates a function that removes the secret from a text, in all its encodings. */
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
    .sort((a, b) => b.length - a.length); // longest first, because it may contain the others
  return (text) => hidden.reduce((shown, secret) => shown.replaceAll(secret, "•••"), text);
}

/** Signing key without its secret. */
export interface MaskedKey {
  /** Masked key: the masked secret and the `&`, without a token secret. */
  readonly text: string;
  /** Length of the secret, in characters. */
  readonly secretLength: number;
  /** Properties of the secret that are often mistakes: white space at its ends, escapes, characters outside ASCII. */
  readonly remarks: readonly string[];
}

/** Masks a key. The mask is always the same; the length is a separate property. */
export function maskKey({ consumerSecret }: Credentials): MaskedKey {
  const remarks = secretRemarks.filter(([pattern]) => pattern.test(consumerSecret)).map(([, remark]) => remark);
  return { text: "•••&", secretLength: consumerSecret.length, remarks };
}

const secretRemarks: ReadonlyArray<readonly [RegExp, string]> = [
  [/^\s|\s$/, "it starts or ends with white space"],
  [/[\r\n]/, "it contains a line break"],
  [/%[0-9A-Fa-f]{2}/, "it seems to contain a percent-encoded character"],
  [/[^ -~\s]/, "it contains characters outside ASCII"],
  [/^["']|["']$/, "it starts or ends with a quotation mark"],
];

/**
 * Masks a signature unless it is a digest. Otherwise it may be a secret, because a PLAINTEXT signature is the key
 * itself (RFC 5849 section 3.4.4).
 */
export function maskSignature(signature: string, redact: Redact): string {
  return isDigest(signature) ? redact(signature) : "(not shown: not a digest, so it may be a secret)";
}

/**
 * Returns true if a text may be a digest of 20, 32 or 64 bytes, in Base64 of either alphabet or in hexadecimal
 * digits.
 */
export function isDigest(text: string): boolean {
  const plain = text.replace(/%(?:25)?(2B|2F|3D)/gi, (_, code: string) => escapes[code.toUpperCase()] ?? "").trimEnd();
  return /^(?:[\w+/ -]{27}=?|[\w+/ -]{43}=?|[\w+/ -]{86}(?:==)?|[0-9a-f]{40}|[0-9a-f]{64})$/i.test(plain);
}

const escapes: Readonly<Record<string, string>> = { "2B": "+", "2F": "/", "3D": "=" };
