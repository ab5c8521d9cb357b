import type { Json } from "../json.js";
import type { OrderType } from "./order-type.js";

/** An order as it was placed. How far it is follows from the clock. */
export interface PlacedOrder {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly type: OrderType;
  /** `null` for a subscription without an account. */
  readonly accountId: string | null;
  readonly total: Json;
  /** In milliseconds since 1970. */
  readonly placedAt: number;
  /** What was sent to place it: carried out when it is completed. */
  readonly request: Json;
}
