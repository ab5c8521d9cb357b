/**
 * How a request is signed (RFC 5849 section 3.4; HMAC-SHA256 is a later, common addition).
 *
 * Both platforms take HMAC-SHA1. PLAINTEXT sends the secret itself, and goes over https only.
 */
export type SignatureMethod = "HMAC-SHA1" | "HMAC-SHA256" | "RSA-SHA1" | "PLAINTEXT";

/** Whether a text names a method that is known here, in exactly this case. */
export function isSignatureMethod(name: string): name is SignatureMethod {
  return known.has(name);
}

/** What one method or another signs with. */
export interface KeyOptions {
  /** Used as it is, white space included. Needed by every method but RSA-SHA1. */
  readonly consumerSecret?: string | undefined;
  /** Secret of a token, in three-legged OAuth. @defaultValue none, as on both platforms */
  readonly tokenSecret?: string | undefined;
  /** PEM of the private key, for RSA-SHA1. */
  readonly privateKey?: string | undefined;
}

const known: ReadonlySet<string> = new Set<SignatureMethod>(["HMAC-SHA1", "HMAC-SHA256", "RSA-SHA1", "PLAINTEXT"]);
