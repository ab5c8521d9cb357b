import { createHmac } from "node:crypto";
import { assertEncodable, buildBaseString, type Coverage, percentDecode, percentEncode } from "../encoding/index.js";
import { assertSecretText, type Credentials, type CredentialsSource } from "../signers/index.js";
import {
  isMethodName,
  isRsaSha1,
  type KeyOptions,
  type SignatureMethod,
  type SignedParts,
} from "./signature-method.js";

/** A method together with the keys it needs. */
export type SigningKey = SharedKey | PrivateKey;

interface SharedKey {
  readonly method: Exclude<SignatureMethod, object>;
  /** Both secrets, encoded and joined: the key of an HMAC, and what PLAINTEXT sends (RFC 5849 section 3.4.2). */
  readonly secrets: string;
}

interface PrivateKey {
  readonly method: "RSA-SHA1";
  readonly sign: (parts: SignedParts) => string;
}

/**
 * Refuses a missing key before anything is signed: with an empty secret, the key would be the text `&`.
 *
 * @param method As a caller passes it: a type may promise more than was checked.
 */
export function createSigningKey(method: unknown, options: KeyOptions): SigningKey {
  if (isRsaSha1(method)) {
    if (!options.privateKey) throw new TypeError("RSA-SHA1 needs a privateKey, in PEM");
    return { method: method.name, sign: method.useKey(options.privateKey) };
  }
  if (method === "RSA-SHA1") {
    throw new TypeError('To sign with RSA-SHA1, pass rsaSha1() from "apsdirect/oauth1/rsa" as signatureMethod.');
  }
  if (!isSharedMethod(method)) throw new TypeError(`the signature method ${JSON.stringify(method)} is not known`);
  const { consumerSecret, tokenSecret = "" } = options;
  if (!consumerSecret) throw new TypeError(`${method} needs a consumerSecret, and it is empty or missing`);
  return { method, secrets: `${percentEncode(consumerSecret)}&${percentEncode(tokenSecret)}` };
}

function isSharedMethod(method: unknown): method is SharedKey["method"] {
  return isMethodName(method) && method !== "RSA-SHA1";
}

/** Signs what is covered. */
export function sign(coverage: Coverage, key: SigningKey): string {
  switch (key.method) {
    case "HMAC-SHA1":
      return hmac("sha1", key.secrets, coverage);
    case "HMAC-SHA256":
      return hmac("sha256", key.secrets, coverage);
    case "RSA-SHA1":
      return key.sign(checkParts(coverage));
    case "PLAINTEXT":
      return key.secrets;
  }
}

function hmac(hash: "sha1" | "sha256", key: string, coverage: Coverage): string {
  return createHmac(hash, key).update(buildBaseString(coverage)).digest("base64");
}

/** Parts of the base string, checked as {@link buildBaseString} checks them. */
function checkParts({ method, baseUri, pairs }: Coverage): SignedParts {
  const parameters = pairs.filter(([name]) => name !== "oauth_signature");
  for (const pair of parameters) pair.forEach(assertEncodable);
  return { method, baseUri, parameters };
}

/** Credentials that are complete for one signature method. */
export interface SigningIdentity {
  readonly consumerKey: string;
  readonly key: SigningKey;
}

/** Signs requests in the name of an identity. */
export function createRequestSigner({ consumerKey, key }: SigningIdentity): {
  readonly consumerKey: string;
  readonly method: SigningKey["method"];
  readonly sign: (coverage: Coverage) => string;
} {
  return { consumerKey, method: key.method, sign: (coverage) => sign(coverage, key) };
}

/** Secrets of a key that the other side knows and may repeat. It does not know a private key. */
export function getSharedSecrets(key: SigningKey): readonly string[] {
  return key.method === "RSA-SHA1" ? [] : key.secrets.split("&").map(percentDecode);
}

/** Refuses credentials that are missing or empty, or have a line end. The secret stays out of the message. */
export function createSigningIdentity(
  { consumerKey, consumerSecret }: Credentials,
  method: SignatureMethod,
  { privateKey }: Pick<KeyOptions, "privateKey"> = {},
): SigningIdentity {
  if (!consumerKey) throw new TypeError("consumerKey is empty or missing");
  assertEncodable(consumerKey);
  assertSecretText(consumerKey, "consumerKey");
  // Only a PEM has line ends by right: that one is the wrong secret, which the other side finds out.
  if (!consumerSecret?.includes("-----BEGIN")) assertSecretText(consumerSecret ?? "", "consumerSecret");
  return { consumerKey, key: createSigningKey(method, { consumerSecret, privateKey }) };
}

/** Who signs, at any time. */
export interface IdentitySource {
  /** For the next signature. */
  current(): SigningIdentity | Promise<SigningIdentity>;
  /** Whether another identity has taken the place of one that was refused. */
  hasRotated(refused: SigningIdentity): Promise<boolean>;
}

/** With ready credentials, refuses wrong ones now; a function is asked for each signature. */
export function createIdentitySource(
  source: CredentialsSource,
  method: SignatureMethod,
  keys: { readonly privateKey?: string | undefined },
): IdentitySource {
  const complete = (credentials: Credentials) => createSigningIdentity(credentials, method, keys);
  if (typeof source !== "function") {
    const identity = complete(source);
    return { current: () => identity, hasRotated: async () => false };
  }
  let refresh: Promise<SigningIdentity> | undefined;
  return {
    current: async () => complete(await source({ forceRefresh: false })),
    async hasRotated(refused) {
      // One look for all that were refused at once.
      refresh ??= Promise.resolve(source({ forceRefresh: true }))
        .then(complete)
        .finally(() => {
          refresh = undefined;
        });
      const { consumerKey, key } = await refresh;
      return consumerKey !== refused.consumerKey || getSecret(key) !== getSecret(refused.key);
    },
  };
}

/** What a rotation changes. A private key is an option, and stays. */
function getSecret(key: SigningIdentity["key"]): string | undefined {
  return key.method === "RSA-SHA1" ? undefined : key.secrets;
}
