/** Verification of requests that others signed with OAuth 1.0a. */

export { createMemoryNonceStore, type MemoryNonceStoreOptions, type NonceStore } from "./nonce-store.js";
export { isSameText, parseBasicCredentials, parseBearerToken } from "./plain-credentials.js";
export {
  createRedisNonceStore,
  type IoRedisClient,
  type NodeRedisClient,
  type RedisNonceStoreOptions,
} from "./redis-nonce-store.js";
export { createRefusal } from "./refusal.js";
export { type VerifiedRequest, type VerifyRequestOptions, verifyRequest } from "./verify-request.js";
