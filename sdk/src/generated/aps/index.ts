// Generated from aps.yaml. To change it, edit the document and generate again.
export * from "./client.js";
export * from "./groups/accounts.js";
export * from "./groups/orders.js";
export * from "./groups/resources.js";
export * from "./groups/service-plans.js";
export * as operations from "./operations.js";
export * as schemas from "./schemas.js";
export type * from "./types.js";
