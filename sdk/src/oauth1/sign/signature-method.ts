/** Name of a signature method, as `oauth_signature_method` carries it (RFC 5849 section 3.4). */
export type SignatureMethodName = "HMAC-SHA1" | "HMAC-SHA256" | "RSA-SHA1" | "PLAINTEXT";

/** What one signature covers: the parts of the base string (RFC 5849 section 3.4.1), decoded. */
export interface SignedParts {
  /** HTTP method, in any case. */
  readonly method: string;
  /** Scheme, host and path, without the query. */
  readonly baseUri: string;
  /** Parameters of query, form body and protocol, without `oauth_signature` and `realm`. */
  readonly parameters: ReadonlyArray<readonly [name: string, value: string]>;
}

/** RSA-SHA1, which signs with a private key. `rsaSha1()` of `apsdirect/oauth1/rsa` makes it. */
export interface RsaSha1Method {
  /** Name that `oauth_signature_method` carries. */
  readonly name: "RSA-SHA1";
  /**
   * Parses a private key, and returns the function that signs with it. The signature is Base64, not percent-encoded.
   *
   * @param privateKey PEM of the private key, not encrypted.
   * @throws TypeError when the text is not such a PEM
   */
  useKey(privateKey: string): (parts: SignedParts) => string;
}

/**
 * Method that signs a request (RFC 5849 section 3.4; HMAC-SHA256 is a later, common addition).
 *
 * Both platforms take HMAC-SHA1. PLAINTEXT sends the secret itself, and goes over https only. For RSA-SHA1 pass
 * `rsaSha1()` from `apsdirect/oauth1/rsa`: its name alone is a `TypeError`, because a program that does not sign with
 * RSA should not carry the package that does.
 */
export type SignatureMethod = Exclude<SignatureMethodName, "RSA-SHA1"> | RsaSha1Method;

/** Keys that the signature methods sign with. */
export interface KeyOptions {
  /** Secret of the consumer, used as it is, white space included. Needed by every method except RSA-SHA1. */
  readonly consumerSecret?: string | undefined;
  /** Secret of a token, in three-legged OAuth. @defaultValue none, as on both platforms */
  readonly tokenSecret?: string | undefined;
  /** PEM of the private key. Needed by RSA-SHA1 only. */
  readonly privateKey?: string | undefined;
}

/** Whether a value is the name of a known method, in exactly this case. */
export function isMethodName(value: unknown): value is SignatureMethodName {
  return typeof value === "string" && known.has(value);
}

/** Whether a value is the object that `rsaSha1()` returns. */
export function isRsaSha1(value: unknown): value is RsaSha1Method {
  if (typeof value !== "object" || value === null) return false;
  const { name, useKey } = value as Partial<RsaSha1Method>; // unchecked: each property is compared below
  return name === "RSA-SHA1" && typeof useKey === "function";
}

/** Name of a method that is given by its name or as an object; `undefined` for anything else. */
export function nameOfMethod(method: unknown): SignatureMethodName | undefined {
  if (isRsaSha1(method)) return method.name;
  return isMethodName(method) ? method : undefined;
}

const known: ReadonlySet<string> = new Set<SignatureMethodName>(["HMAC-SHA1", "HMAC-SHA256", "RSA-SHA1", "PLAINTEXT"]);
