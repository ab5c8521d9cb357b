/** OAuth 1.0a without tokens (RFC 5849): sign requests and URLs, verify those of others, explain why they part. */
export { type OAuthProblem, RequestVerificationError } from "../errors.js";
export { type SignatureBaseStringOptions, signatureBaseString } from "./base-string.js";
export type { Credentials, CredentialsSource } from "./credentials.js";
export {
  type BaseStringDifference,
  type ExplainSignatureOptions,
  explainSignature,
  type MaskedKey,
  type SignatureCause,
  type SignatureCauseCode,
  type SignatureClock,
  type SignatureExplanation,
  type SignedParameter,
} from "./explain/index.js";
export { createMemoryNonceStore, type MemoryNonceStoreOptions, type NonceStore } from "./nonce-store.js";
export { type ApiKey, apiKeySigner, basicSigner, bearerSigner, type SecretSource } from "./plain-signers.js";
export type { Refusal } from "./platform-clock.js";
export type { RawHeaders, RawRequest } from "./raw-request.js";
export type { Placement } from "./received-request.js";
export {
  createRedisNonceStore,
  type IoRedisClient,
  type NodeRedisClient,
  type RedisNonceStoreOptions,
} from "./redis-nonce-store.js";
export { type SignUrlOptions, signUrl } from "./sign-url.js";
export { type CreateSignatureOptions, createSignature } from "./signature.js";
export type {
  KeyOptions,
  RsaSha1Method,
  SignatureMethod,
  SignatureMethodName,
  SignedParts,
} from "./signature-method.js";
export { type OAuth1SignerOptions, oauth1Signer, type Signer } from "./signer.js";
export { type VerifiedRequest, type VerifyRequestOptions, verifyRequest } from "./verify-request.js";
