import { createPrivateKey, type KeyObject } from "node:crypto";
import { hmacsign, hmacsign256, plaintext, rsasign } from "oauth-sign";
import { type Coverage, toParameters } from "./base-string.js";
import type { Credentials } from "./credentials.js";
import { assertEncodable } from "./percent-encoding.js";
import { isSignatureMethod, type KeyOptions, type SignatureMethod } from "./signature-method.js";

// Kept apart from what is public: these types name Node's own, and public declarations must not.

/** A method together with the keys it needs. */
export type SigningKey = SharedKey | PrivateKey;

interface SharedKey {
  readonly method: Exclude<SignatureMethod, "RSA-SHA1">;
  readonly consumerSecret: string;
  readonly tokenSecret: string;
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
  assertEncodable(consumerSecret);
  assertEncodable(tokenSecret);
  return { method, consumerSecret, tokenSecret };
}

/** Signs what is covered. */
export function sign({ method, baseUri, pairs }: Coverage, key: SigningKey): string {
  switch (key.method) {
    case "HMAC-SHA1":
      return hmacsign(method, baseUri, toParameters(pairs), key.consumerSecret, key.tokenSecret);
    case "HMAC-SHA256":
      return hmacsign256(method, baseUri, toParameters(pairs), key.consumerSecret, key.tokenSecret);
    case "RSA-SHA1":
      return rsasign(method, baseUri, toParameters(pairs), key.privateKey);
    case "PLAINTEXT":
      return plaintext(key.consumerSecret, key.tokenSecret);
  }
}

/** Credentials that are complete for one signature method. */
export interface SigningIdentity {
  readonly consumerKey: string;
  readonly key: SigningKey;
}

/** Refuses credentials that are missing or empty. The secret stays out of the message. */
export function signingIdentity(
  { consumerKey, consumerSecret }: Credentials,
  method: SignatureMethod,
  { privateKey }: Pick<KeyOptions, "privateKey"> = {},
): SigningIdentity {
  if (!consumerKey) throw new TypeError("consumerKey is empty or missing");
  assertEncodable(consumerKey);
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
