// Generated from aps.yaml. To change it, edit the document and generate again.
export * from "./operations/accounts.js";
export * from "./operations/orders.js";
export * from "./operations/resources.js";
export * from "./operations/service-plans.js";
