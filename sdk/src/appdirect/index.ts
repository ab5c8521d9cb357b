/** AppDirect's integration API, from the vendor's side. */
export * from "../generated/appdirect/index.js";
export { isAlreadyReported } from "./already-reported.js";
export { AppDirectClient, type AppDirectClientOptions } from "./app-direct-client.js";
// In the place of the documented type of this name: what is exported by name comes first.
export type { Event, EventFacts } from "./event.js";
export { type Connection, createEventHandler, type EventHandler } from "./event-handler.js";
export type { EventHandlerOptions, InteractiveHandler } from "./event-handler-options.js";
export type {
  AnyEventHandler,
  EventContext,
  EventHandlerOf,
  EventHandlers,
  EventOf,
  IdentifiedEvent,
} from "./event-handlers.js";
export type { EventInbox, InboxClaim } from "./event-inbox.js";
export { MarketplaceDomains } from "./marketplace-domains.js";
export { MarketplaceEvents } from "./marketplace-events.js";
export { MarketplaceSaml } from "./marketplace-saml.js";
export { createMemoryInbox, type MemoryInboxOptions } from "./memory-inbox.js";
export { type NodeRequest, type NodeResponse, nodeListener } from "./node-listener.js";
export { type ParseEventOptions, parseEvent } from "./parse-event.js";
export {
  createRedisInbox,
  type IoRedisScripting,
  type NodeRedisScripting,
  type RedisInboxOptions,
} from "./redis-inbox.js";
export type { ResultFormat } from "./result-text.js";
export {
  type Answer,
  type AnswerTo,
  type EventErrorCode,
  type EventType,
  type Failed,
  failed,
  type Later,
  later,
  type Result,
  type Succeeded,
  type SucceededOrder,
  type SuccessDetails,
  succeeded,
} from "./results.js";
export { type ReturnResult, type SignReturnUrlOptions, signReturnUrl } from "./return-url.js";
export type { BasicCredentials, Sender, SenderOptions } from "./sender.js";
export type { SettleOptions } from "./settled-result.js";
export { TrustedMarketplaces } from "./trusted-marketplaces.js";
export { isUnknown } from "./unknown-event.js";
