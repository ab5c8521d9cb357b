/** The APS bus of CloudBlue Commerce. */
export * from "../generated/aps/index.js";
export { ApsClient } from "./aps-client.js";
export { type OrderProgress, PlacedOrders, type WaitForOptions } from "./placed-orders.js";
