import { collectCoverage, type SignatureBaseStringOptions } from "../encoding/index.js";
import type { KeyOptions, SignatureMethod } from "./signature-method.js";
import { createSigningKey, sign } from "./signing-key.js";

/** What a signature covers, and the keys to sign it with. */
export interface CreateSignatureOptions extends SignatureBaseStringOptions, KeyOptions {
  /** How it is signed. @defaultValue the `oauth_signature_method` in `oauth`, or else HMAC-SHA1 */
  readonly signatureMethod?: SignatureMethod | undefined;
}

/**
 * The signature, in Base64 and not yet percent-encoded (RFC 5849 section 3.4). With PLAINTEXT it is the secret itself.
 *
 * @throws TypeError when the secret or the private key that the method needs is missing, when the method is not known,
 * or when the URL or a parameter cannot be signed; see {@link signatureBaseString}
 */
export function createSignature(options: CreateSignatureOptions): string {
  const stated = options.oauth.find(([name]) => name === "oauth_signature_method")?.[1];
  const method = options.signatureMethod ?? stated ?? "HMAC-SHA1";
  return sign(collectCoverage(options), createSigningKey(method, options));
}
