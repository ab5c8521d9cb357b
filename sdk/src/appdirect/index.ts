/** AppDirect's integration API, from the vendor's side. */
export * from "../generated/appdirect/index.js";
export { isAlreadyReported } from "./already-reported.js";
export { AppDirectClient, type AppDirectClientOptions } from "./app-direct-client.js";
export type { EventInbox, InboxClaim } from "./event-inbox.js";
export { createMemoryInbox, type MemoryInboxOptions } from "./memory-inbox.js";
export {
  createRedisInbox,
  type IoRedisScripting,
  type NodeRedisScripting,
  type RedisInboxOptions,
} from "./redis-inbox.js";
// In the place of the documented type of this name: what is exported by name comes first.
export type { Event, EventFacts } from "./event.js";
export { MarketplaceDomains } from "./marketplace-domains.js";
export { MarketplaceEvents } from "./marketplace-events.js";
export { MarketplaceSaml } from "./marketplace-saml.js";
export { type ParseEventOptions, parseEvent } from "./parse-event.js";
export { type ReturnResult, type SignReturnUrlOptions, signReturnUrl } from "./return-url.js";
export { TrustedMarketplaces } from "./trusted-marketplaces.js";
export { isUnknown } from "./unknown-event.js";
