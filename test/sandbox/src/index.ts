/**
 * Local platform for lessons and tests: an APS bus and an AppDirect marketplace on real HTTPS, with data in memory or
 * in a file.
 */
export type { AnswerFinding } from "./appdirect/answer-findings.js";
export type {
  EventAccount,
  EventAddress,
  EventCompany,
  EventOrder,
  EventPayload,
  EventUser,
  MarketplaceEvent,
} from "./appdirect/event.js";
export type { EventResult } from "./appdirect/event-result.js";
export type { EventForm } from "./appdirect/event-store.js";
export type { EventDraft, KnownEventType } from "./appdirect/event-templates.js";
export type { SendEvent, SendEventOptions, SentEvent } from "./appdirect/notification.js";
export type { TakenUsage } from "./appdirect/usage.js";
export type { AllowedOperation } from "./aps/allowed-operation.js";
export type { AccountSeed, OfferSeed, OrderSeed, PlanSeed, RateSeed, SandboxSeed } from "./aps/seed-document.js";
export { SeedError } from "./aps/seed-error.js";
export type { ApsUser, ApsUserOptions } from "./aps/staff.js";
export type { SandboxCredentials } from "./credentials.js";
export { DataFileError } from "./data/data-file-error.js";
export type { Fault, FaultKind, FaultMoment, FaultScope } from "./faults/fault.js";
export type { FaultSwitches } from "./faults/fault-switches.js";
export type { RecordedRequest } from "./recorded-requests.js";
export { type Sandbox, type SandboxOptions, type SandboxPlatform, startSandbox } from "./sandbox.js";
export type { GatewayOptions, SignatureVerdict } from "./signature-verdict.js";
