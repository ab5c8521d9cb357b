/** OAuth 1.0a without tokens (RFC 5849): sign requests and URLs, verify requests, and explain signature mismatches. */

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
} from "./diagnose/index.js";
export { type OAuthProblem, RequestVerificationError } from "./errors/index.js";
export {
  type Placement,
  type RawHeaders,
  type RawRequest,
  type SignatureBaseStringOptions,
  signatureBaseString,
} from "./oauth1/encoding/index.js";
export {
  type CreateSignatureOptions,
  createSignature,
  type KeyOptions,
  type OAuth1SignerOptions,
  oauth1Signer,
  type RsaSha1Method,
  type SignatureMethod,
  type SignatureMethodName,
  type SignedParts,
  type SignUrlOptions,
  signUrl,
} from "./oauth1/sign/index.js";
export {
  type ApiKey,
  apiKeySigner,
  basicSigner,
  bearerSigner,
  type Credentials,
  type CredentialsSource,
  type Refusal,
  type SecretSource,
  type Signer,
} from "./oauth1/signers/index.js";
export {
  createMemoryNonceStore,
  createRedisNonceStore,
  type IoRedisClient,
  type MemoryNonceStoreOptions,
  type NodeRedisClient,
  type NonceStore,
  type RedisNonceStoreOptions,
  type VerifiedRequest,
  type VerifyRequestOptions,
  verifyRequest,
} from "./oauth1/verify/index.js";
