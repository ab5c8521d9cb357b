import type { Json } from "../json.js";
import type { OrderType } from "./order-type.js";

/** Order as placed. Its state follows from the clock. */
export interface PlacedOrder {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly type: OrderType;
  /** `null` for a subscription without an account. */
  readonly accountId: string | null;
  readonly total: Json;
  /** Time of placement in milliseconds since 1970. */
  readonly placedAt: number;
  /** Body of the request, executed when the order completes. */
  readonly request: Json;
}
