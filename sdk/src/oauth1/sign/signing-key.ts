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

/** Signature method with its keys. */
export type SigningKey = SharedKey | PrivateKey;

interface SharedKey {
  readonly method: Exclude<SignatureMethod, object>;
  /** Both secrets, encoded and joined: the key for HMAC, and the signature for PLAINTEXT (RFC 5849 section 3.4.2). */
  readonly secrets: string;
}

interface PrivateKey {
  readonly method: "RSA-SHA1";
  readonly sign: (parts: SignedParts) => string;
}

/**
 * Creates a signing key. Refuses a missing secret, because the key would then be the text `&`.
 *
 * @param method Method as passed by the caller. It is checked, because callers without types can pass anything.
 */
export function createSigningKey(method: unknown, options: KeyOptions): SigningKey {
  if (isRsaSha1(method)) {
    if (!options.privateKey) throw new TypeError("RSA-SHA1 requires a privateKey in PEM");
    return { method: method.name, sign: method.useKey(options.privateKey) };
  }
  if (method === "RSA-SHA1") {
    throw new TypeError('To sign with RSA-SHA1, pass rsaSha1() from "apsdirect/oauth1/rsa" as signatureMethod.');
  }
  if (!isSharedMethod(method)) throw new TypeError(`Unknown signature method: ${JSON.stringify(method)}`);
  const { consumerSecret, tokenSecret = "" } = options;
  if (!consumerSecret) throw new TypeError(`${method} requires a consumerSecret, but it is empty or missing`);
  return { method, secrets: `${percentEncode(consumerSecret)}&${percentEncode(tokenSecret)}` };
}

function isSharedMethod(method: unknown): method is SharedKey["method"] {
  return isMethodName(method) && method !== "RSA-SHA1";
}

/** Signs the covered parts of a request. */
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

/** Returns the parts of the base string, with the same checks as {@link buildBaseString}. */
function checkParts({ method, baseUri, pairs }: Coverage): SignedParts {
  const parameters = pairs.filter(([name]) => name !== "oauth_signature");
  for (const pair of parameters) pair.forEach(assertEncodable);
  return { method, baseUri, parameters };
}

/** Complete credentials for one signature method. */
export interface SigningIdentity {
  readonly consumerKey: string;
  readonly key: SigningKey;
}

/** Creates a function that signs requests with an identity. */
export function createRequestSigner({ consumerKey, key }: SigningIdentity): {
  readonly consumerKey: string;
  readonly method: SigningKey["method"];
  readonly sign: (coverage: Coverage) => string;
} {
  return { consumerKey, method: key.method, sign: (coverage) => sign(coverage, key) };
}

/** Returns the secrets that the other side also knows and can therefore repeat. It does not know a private key. */
export function getSharedSecrets(key: SigningKey): readonly string[] {
  return key.method === "RSA-SHA1" ? [] : key.secrets.split("&").map(percentDecode);
}

/** Creates an identity. Refuses credentials that are missing or contain a line end, without showing the secret. */
export function createSigningIdentity(
  { consumerKey, consumerSecret }: Credentials,
  method: SignatureMethod,
  { privateKey }: Pick<KeyOptions, "privateKey"> = {},
): SigningIdentity {
  if (!consumerKey) throw new TypeError("consumerKey is empty or missing");
  assertEncodable(consumerKey);
  assertSecretText(consumerKey, "consumerKey");
  // Line ends are valid in a PEM. A PEM is the wrong kind of secret here, but the other side detects that.
  if (!consumerSecret?.includes("-----BEGIN")) assertSecretText(consumerSecret ?? "", "consumerSecret");
  return { consumerKey, key: createSigningKey(method, { consumerSecret, privateKey }) };
}

/** Source of the current identity. */
export interface IdentitySource {
  /** Returns the identity for the next signature. */
  current(): SigningIdentity | Promise<SigningIdentity>;
  /** Returns true if the refused identity has been replaced. */
  hasRotated(refused: SigningIdentity): Promise<boolean>;
}

/** Creates an identity source. Checks fixed credentials immediately, and calls a function for each signature. */
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
      // Concurrent refusals share one refresh.
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

/** Returns the secret that a rotation can change. A private key is an option and does not change. */
function getSecret(key: SigningIdentity["key"]): string | undefined {
  return key.method === "RSA-SHA1" ? undefined : key.secrets;
}
