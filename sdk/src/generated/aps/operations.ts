// Generated from aps.yaml. To change it, edit the document and generate again.
export * from "./operations/accounts.js";
export * from "./operations/bss-subscriptions.js";
export * from "./operations/controller.js";
export * from "./operations/discounts.js";
export * from "./operations/orders.js";
export * from "./operations/payment-methods.js";
export * from "./operations/payments.js";
export * from "./operations/resources.js";
export * from "./operations/service-plans.js";
export * from "./operations/subscriptions.js";
export * from "./operations/types.js";
export * from "./operations/users.js";
