import { createHmac, createPrivateKey, type KeyObject } from "node:crypto";
import { type Parameters, rsasign } from "oauth-sign";
import { baseStringOf, type Coverage } from "./base-string.js";
import type { Credentials } from "./credentials.js";
import type { Pair } from "./form-pairs.js";
import { assertSecretText } from "./header-text.js";
import { assertEncodable, percentDecode, percentEncode } from "./percent-encoding.js";
import { isSignatureMethod, type KeyOptions, type SignatureMethod } from "./signature-method.js";

// Kept apart from what is public: these types name Node's own, and public declarations must not.

/** A method together with the keys it needs. */
export type SigningKey = SharedKey | PrivateKey;

interface SharedKey {
  readonly method: Exclude<SignatureMethod, "RSA-SHA1">;
  /** Both secrets, encoded and joined: the key of an HMAC, and what PLAINTEXT sends (RFC 5849 section 3.4.2). */
  readonly secrets: string;
}

interface PrivateKey {
  readonly method: "RSA-SHA1";
  readonly privateKey: KeyObject;
}

/** Refuses a missing key before anything is signed: with an empty secret, the key would be the text `&`. */
export function signingKey(method: string, options: KeyOptions): SigningKey {
  if (!isSignatureMethod(method)) throw new TypeError(`the signature method ${JSON.stringify(method)} is not known`);
  if (method === "RSA-SHA1") return { method, privateKey: parsePrivateKey(options.privateKey) };
  const { consumerSecret, tokenSecret = "" } = options;
  if (!consumerSecret) throw new TypeError(`${method} needs a consumerSecret, and it is empty or missing`);
  return { method, secrets: `${percentEncode(consumerSecret)}&${percentEncode(tokenSecret)}` };
}

/** Signs what is covered. */
export function sign(coverage: Coverage, key: SigningKey): string {
  switch (key.method) {
    case "HMAC-SHA1":
      return hmac("sha1", key.secrets, coverage);
    case "HMAC-SHA256":
      return hmac("sha256", key.secrets, coverage);
    case "RSA-SHA1":
      return rsasign(coverage.method, coverage.baseUri, toParameters(coverage.pairs), key.privateKey);
    case "PLAINTEXT":
      return key.secrets;
  }
}

function hmac(hash: "sha1" | "sha256", key: string, coverage: Coverage): string {
  return createHmac(hash, key).update(baseStringOf(coverage)).digest("base64");
}

/**
 * The form that oauth-sign encodes and sorts: arrays, so that repeats count, and no prototype, so that `__proto__` is a
 * name like any other.
 */
function toParameters(pairs: readonly Pair[]): Parameters {
  const parameters: Record<string, string[]> = Object.create(null);
  for (const [name, value] of pairs) {
    if (name === "oauth_signature") continue;
    assertEncodable(name);
    assertEncodable(value);
    const values = parameters[name];
    if (values) values.push(value);
    else parameters[name] = [value];
  }
  return parameters;
}

/** Credentials that are complete for one signature method. */
export interface SigningIdentity {
  readonly consumerKey: string;
  readonly key: SigningKey;
}

/** Secrets of a key that others may know and repeat. A private key is known to nobody else. */
export function sharedSecrets(key: SigningKey): readonly string[] {
  return key.method === "RSA-SHA1" ? [] : key.secrets.split("&").map(percentDecode);
}

/** Refuses credentials that are missing or empty, or have a line end. The secret stays out of the message. */
export function signingIdentity(
  { consumerKey, consumerSecret }: Credentials,
  method: SignatureMethod,
  { privateKey }: Pick<KeyOptions, "privateKey"> = {},
): SigningIdentity {
  if (!consumerKey) throw new TypeError("consumerKey is empty or missing");
  assertEncodable(consumerKey);
  assertSecretText(consumerKey, "consumerKey");
  // Only a PEM has line ends by right: that one is the wrong secret, which the other side finds out.
  if (!consumerSecret?.includes("-----BEGIN")) assertSecretText(consumerSecret ?? "", "consumerSecret");
  return { consumerKey, key: signingKey(method, { consumerSecret, privateKey }) };
}

function parsePrivateKey(pem: string | undefined): KeyObject {
  if (!pem) throw new TypeError("RSA-SHA1 needs a privateKey, in PEM");
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    throw new TypeError("privateKey is no PEM of a private key, or it is encrypted", { cause });
  }
}
