/** The APS bus of CloudBlue Commerce. */
export * from "../generated/aps/index.js";
export type { Addressing, AliasTypes } from "./addressing.js";
export { ApsClient, type ApsClientOptions } from "./aps-client.js";
export type { CustomOperation } from "./custom-operation.js";
export { type CreatedCustomer, Customers, type NewCustomer } from "./customers.js";
export {
  type CheckPermissionsOptions,
  type OperationPermission,
  type PermissionReport,
  Permissions,
} from "./permissions.js";
export { type OrderProgress, PlacedOrders, type WaitForOptions } from "./placed-orders.js";
export type { PollingOptions } from "./polling.js";
export { ResourceBus, type ResourceProgress, type WaitForResourceOptions } from "./resource-bus.js";
export type {
  FindRecentOptions,
  NotPlacedSettlement,
  OrderSettlement,
  PlacedSettlement,
  SentOrder,
  SettleOptions,
  UndecidedReason,
  UndecidedSettlement,
} from "./settling/index.js";
export { TypeLibrary } from "./type-library.js";
