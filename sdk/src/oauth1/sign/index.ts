/** Signs requests and URLs with OAuth 1.0a. */

export { type CreateSignatureOptions, createSignature } from "./create-signature.js";
export { type OAuth1SignerOptions, oauth1Signer } from "./oauth1-signer.js";
export { appendToQuery, createNonce } from "./protocol-parameters.js";
export { type SignUrlOptions, signUrl } from "./sign-url.js";
export {
  getMethodName,
  isMethodName,
  type KeyOptions,
  type RsaSha1Method,
  type SignatureMethod,
  type SignatureMethodName,
  type SignedParts,
} from "./signature-method.js";
export { createSigningIdentity, createSigningKey, sign } from "./signing-key.js";
