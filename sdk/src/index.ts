/** apsdirect: typed and signed calls to the APS bus of CloudBlue Commerce, and AppDirect's events. */

export { AppDirectClient, type AppDirectClientOptions, type Event, type EventFacts } from "./appdirect/index.js";
export {
  type Addressing,
  type AliasTypes,
  ApsClient,
  type ApsClientOptions,
  type CreatedCustomer,
  type CustomOperation,
  type FindRecentOptions,
  type NewCustomer,
  type NotPlacedSettlement,
  type OrderProgress,
  type OrderSettlement,
  type PlacedSettlement,
  type SentOrder,
  type SettleOptions,
  type UndecidedReason,
  type UndecidedSettlement,
  type WaitForOptions,
} from "./aps/index.js";
export * from "./errors/index.js";
export type * from "./generated/appdirect/types.js";
export type * from "./generated/aps/types.js";
export * from "./oauth1.js";
export * from "./rql/index.js";
export type {
  Call,
  CallOptions,
  CallResponse,
  ClientOptions,
  Hooks,
  List,
  ListOptions,
  Logger,
  Page,
  ValidationOptions,
} from "./runtime/index.js";
