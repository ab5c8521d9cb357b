// Generated from aps.yaml. To change it, edit the document and generate again.
export * from "./client.js";
export * from "./groups/accounts.js";
export * from "./groups/bss-subscriptions.js";
export * from "./groups/controller.js";
export * from "./groups/discounts.js";
export * from "./groups/orders.js";
export * from "./groups/payment-methods.js";
export * from "./groups/payments.js";
export * from "./groups/resources.js";
export * from "./groups/service-plans.js";
export * from "./groups/subscriptions.js";
export * from "./groups/types.js";
export * from "./groups/users.js";
export * as operations from "./operations.js";
export * as schemas from "./schemas.js";
export type * from "./type-ids.js";
export type * from "./types.js";
