/** Settles orders whose outcome is unknown, by comparing what was sent with the orders that the platform shows. */

export { type FindRecentOptions, findRecentOrders } from "./recent-orders.js";
export type { SentOrder } from "./sent-order.js";
export { type SettleOptions, settleOrder } from "./settle-order.js";
export type {
  NotPlacedSettlement,
  OrderSettlement,
  PlacedSettlement,
  UndecidedReason,
  UndecidedSettlement,
} from "./verdict.js";
