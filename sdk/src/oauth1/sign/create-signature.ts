import { collectCoverage, type SignatureBaseStringOptions } from "../encoding/index.js";
import type { KeyOptions, SignatureMethod } from "./signature-method.js";
import { createSigningKey, sign } from "./signing-key.js";

/** Options for {@link createSignature}: the signed parts of a request, and the keys. */
export interface CreateSignatureOptions extends SignatureBaseStringOptions, KeyOptions {
  /** Signature method. @defaultValue the `oauth_signature_method` in `oauth`, or else HMAC-SHA1 */
  readonly signatureMethod?: SignatureMethod | undefined;
}

/**
 * Creates a signature in Base64, not percent-encoded (RFC 5849 section 3.4). With PLAINTEXT, it is the secret itself.
 *
 * @throws TypeError if the required secret or private key is missing, the method is unknown, or the URL or a parameter
 * cannot be signed; see {@link signatureBaseString}
 */
export function createSignature(options: CreateSignatureOptions): string {
  const given = options.oauth.find(([name]) => name === "oauth_signature_method")?.[1];
  const method = options.signatureMethod ?? given ?? "HMAC-SHA1";
  return sign(collectCoverage(options), createSigningKey(method, options));
}
