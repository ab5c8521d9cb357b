import { percentDecode, percentEncode } from "../oauth1/encoding/index.js";
import { type Hypothesis, variants } from "./hypothesis.js";
import type { Digest, SignatureParts } from "./signature-parts.js";

/** Hypotheses about the key, the signature method and the form of the signature (RFC 5849 sections 3.4.2 to 3.4.4). */
export const keyHypotheses: readonly Hypothesis[] = [
  {
    code: "secret_white_space",
    component: "key",
    message:
      "One side's secret has leading or trailing white space or a line break, for example from a file or a copied " +
      "field. Both secrets must have the same characters: compare their lengths.",
    alter: (parts, { source: { credentials } }) =>
      keys(
        parts,
        [
          (secret: string) => secret.trim(),
          (secret: string) => secret.trimEnd(),
          (secret: string) => secret.trimStart(),
          ...["\n", "\r\n", " ", "\t", "\u00a0", "\ufeff"].flatMap((blank) => [
            (secret: string) => secret.trim() + blank,
            (secret: string) => blank + secret.trim(),
            (secret: string) => secret.replaceAll(blank, ""),
          ]),
        ].map((spell) => `${percentEncode(spell(credentials.consumerSecret))}&`),
      ),
  },
  {
    code: "key_without_ampersand",
    component: "key",
    message:
      "The key was only the consumer secret. The key is the consumer secret, an & and the token secret; the & is " +
      "needed even without a token (RFC 5849 section 3.4.2).",
    alter: (parts, { source: { credentials } }) => {
      const { consumerSecret } = credentials;
      return keys(parts, [percentEncode(consumerSecret), consumerSecret]);
    },
  },
  {
    code: "secret_encoding",
    component: "key",
    message: "The secret in the key was percent-encoded twice, or not at all. Encode it once (RFC 5849 section 3.4.2).",
    alter: (parts, { source: { credentials } }) => {
      const { consumerSecret } = credentials;
      const once = percentEncode(consumerSecret);
      const spellings = [consumerSecret, percentEncode(once), encodeURIComponent(consumerSecret), ...decodeOnce(once)];
      return keys(
        parts,
        spellings.map((spelling) => `${spelling}&`),
      );
    },
  },
  {
    code: "consumer_key_as_secret",
    component: "key",
    message:
      "The consumer key was used as the secret, or the consumer secret also as the token secret. The two-legged " +
      "key is `secret&`.",
    alter: (parts, { source: { credentials } }) => {
      const [name, secret] = [credentials.consumerKey, credentials.consumerSecret].map(percentEncode);
      return keys(parts, [`${name}&`, `${name}&${secret}`, `${secret}&${secret}`, `${secret}&${name}`, `&${secret}`]);
    },
  },
  {
    code: "signature_method_differs",
    component: "signature",
    message: "The signature method used is not that in oauth_signature_method. Both platforms accept HMAC-SHA1.",
    alter: (parts) => {
      if (parts.digest === "plaintext") return variants(parts, "digest", digests);
      // Some signers encode the key as if it were a parameter (https://github.com/ciaranj/node-oauth/issues/64).
      const encodedTwice: SignatureParts = { ...parts, digest: "plaintext", key: percentEncode(parts.key) };
      return [...variants(parts, "digest", digests), encodedTwice];
    },
  },
  {
    code: "signature_spelling",
    component: "signature",
    message:
      "The signature is correct, but written in the wrong form. It must be standard Base64 with padding, " +
      "percent-encoded once in a header or URL (RFC 5849 sections 3.4.2 and 3.5.1). A `+` that is not encoded is " +
      "read as a space.",
    alter: (parts) => signatureSpellings.map((signature) => ({ ...parts, spelling: { ...parts.spelling, signature } })),
  },
];

const digests: readonly Digest[] = ["sha1", "sha256", "sha512", "plaintext"];

const signatureSpellings: ReadonlyArray<(base64: string) => string> = [
  percentEncode,
  (base64) => percentEncode(percentEncode(base64)),
  (base64) => base64.replaceAll("+", " "),
  (base64) => base64.replaceAll("+", "-").replaceAll("/", "_"),
  (base64) => Buffer.from(base64, "base64").toString("base64url"),
  (base64) => base64.replace(/=+$/, ""),
  (base64) => Buffer.from(base64, "base64").toString("hex"),
  (base64) => Buffer.from(base64, "base64").toString("hex").toUpperCase(),
  (base64) => Buffer.from(Buffer.from(base64, "base64").toString("hex")).toString("base64"),
  (base64) => `${base64}\n`,
];

function keys(parts: SignatureParts, candidates: readonly string[]): readonly SignatureParts[] {
  return variants(parts, "key", candidates);
}

/** Decodes a secret that the user has in encoded form. */
function decodeOnce(encoded: string): readonly string[] {
  try {
    return [percentEncode(percentDecode(percentDecode(encoded)))];
  } catch {
    return [];
  }
}
