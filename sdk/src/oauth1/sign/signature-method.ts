/** Name of a signature method, as sent in `oauth_signature_method` (RFC 5849 section 3.4). */
export type SignatureMethodName = "HMAC-SHA1" | "HMAC-SHA256" | "RSA-SHA1" | "PLAINTEXT";

/** Decoded parts of the base string that a signature covers (RFC 5849 section 3.4.1). */
export interface SignedParts {
  /** HTTP method, in any case. */
  readonly method: string;
  /** Scheme, host and path, without the query. */
  readonly baseUri: string;
  /** Parameters from query, form body and protocol, without `oauth_signature` and `realm`. */
  readonly parameters: ReadonlyArray<readonly [name: string, value: string]>;
}

/** RSA-SHA1, which signs with a private key. Created by `rsaSha1()` from `apsdirect/oauth1/rsa`. */
export interface RsaSha1Method {
  /** Name, as sent in `oauth_signature_method`. */
  readonly name: "RSA-SHA1";
  /**
   * Parses a private key and returns a function that signs with it. The signature is Base64, not percent-encoded.
   *
   * @param privateKey Private key in PEM, not encrypted.
   * @throws TypeError if the text is not a private key in PEM
   */
  useKey(privateKey: string): (parts: SignedParts) => string;
}

/**
 * Method that signs a request (RFC 5849 section 3.4; HMAC-SHA256 is a later, common addition).
 *
 * Both platforms accept HMAC-SHA1. PLAINTEXT sends the secret itself and only works over https. For RSA-SHA1, pass
 * `rsaSha1()` from `apsdirect/oauth1/rsa`. The name alone is a `TypeError`, so that programs that do not sign with RSA
 * do not depend on oauth-sign.
 */
export type SignatureMethod = Exclude<SignatureMethodName, "RSA-SHA1"> | RsaSha1Method;

/** Keys for the signature methods. */
export interface KeyOptions {
  /** Consumer secret, used unchanged, including white space. Required by all methods except RSA-SHA1. */
  readonly consumerSecret?: string | undefined;
  /** Token secret, for three-legged OAuth. @defaultValue none, as on both platforms */
  readonly tokenSecret?: string | undefined;
  /** Private key in PEM. Required only by RSA-SHA1. */
  readonly privateKey?: string | undefined;
}

/** Returns true if a value is the name of a known method. Names are case-sensitive. */
export function isMethodName(value: unknown): value is SignatureMethodName {
  return typeof value === "string" && known.has(value);
}

/** Returns true if a value was returned by `rsaSha1()`. */
export function isRsaSha1(value: unknown): value is RsaSha1Method {
  if (typeof value !== "object" || value === null) return false;
  const { name, useKey } = value as Partial<RsaSha1Method>; // unchecked: the next line checks each property
  return name === "RSA-SHA1" && typeof useKey === "function";
}

/** Returns the name of a method that is passed by name or as an object, or `undefined` for anything else. */
export function getMethodName(method: unknown): SignatureMethodName | undefined {
  if (isRsaSha1(method)) return method.name;
  return isMethodName(method) ? method : undefined;
}

const known: ReadonlySet<string> = new Set<SignatureMethodName>(["HMAC-SHA1", "HMAC-SHA256", "RSA-SHA1", "PLAINTEXT"]);
