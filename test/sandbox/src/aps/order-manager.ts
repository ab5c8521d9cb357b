import { randomUUID } from "node:crypto";
import type { Change, ChangeLog, ChangeOf } from "../data/change.js";
import { Failure } from "../failure.js";
import type { Json, JsonObject } from "../json.js";
import { type Catalogue, checkOrder } from "./checked-order.js";
import { estimateOrder } from "./order-estimate.js";
import { type OrderType, orderNumberPrefixes } from "./order-type.js";
import type { PlacedOrder } from "./placed-order.js";
import { apsTime } from "./resources.js";
import type { SeededOrder } from "./seed.js";

/** The order application of the bus. */
export interface OrderManager {
  /** Every order as it stands now, oldest first. */
  list(): readonly JsonObject[];
  get(orderId: string): JsonObject;
  place(request: Json): { readonly orderId: string };
  estimate(request: Json, includeTaxes: boolean): JsonObject;
}

/** What the order manager needs of its surroundings. */
export interface OrderManagerOptions extends Catalogue {
  /** What was placed before any change. */
  readonly seed: readonly SeededOrder[];
  readonly now: () => number;
  /** Milliseconds from an order's placing to its completion. */
  readonly orderDuration: number;
  readonly log: ChangeLog;
}

/**
 * The stations of an order. `COMPLETED` and the two-letter codes (waiting for payment, long-running operation,
 * completed) are the platform's; the other two words are chosen here, and no caller should rely on them.
 */
const stations = [
  { status: "WP", provisioningStatus: "NOT_STARTED" },
  { status: "LO", provisioningStatus: "IN_PROGRESS" },
  { status: "CP", provisioningStatus: "COMPLETED" },
] as const;

/** An order manager with the orders that were placed earlier. */
export function createOrderManager({ seed, now, orderDuration, log, ...catalogue }: OrderManagerOptions): OrderManager {
  const orders = new Map<string, PlacedOrder>();
  const placed: Record<OrderType, number> = { SALES: 0, CHANGE: 0, RENEWAL: 0, CANCELLATION: 0 };
  for (const { request, orderId, placedAt } of seed) apply(placement(request, orderId, placedAt));
  for (const change of log.earlier) apply(change);

  function apply(change: Change): void {
    if (change.kind !== "order") return;
    orders.set(change.order.orderId, change.order);
    placed[change.order.type] += 1;
  }

  function nextOrderNumber(type: OrderType): string {
    return `${orderNumberPrefixes[type]}${String(placed[type] + 1).padStart(6, "0")}`;
  }

  function placement(request: Json, orderId: string, placedAt: number): ChangeOf<"order"> {
    const checked = checkOrder(request, catalogue);
    const { total = null } = estimateOrder(checked, true);
    const { type, accountId } = checked;
    return { kind: "order", order: { orderId, orderNumber: nextOrderNumber(type), type, accountId, total, placedAt } };
  }

  return {
    list: () => [...orders.values()].map((order) => orderInfo(order, now(), orderDuration)),
    get(orderId) {
      const order = orders.get(orderId);
      if (order === undefined) throw new Failure(404, `Order ${orderId} does not exist`);
      return orderInfo(order, now(), orderDuration);
    },
    place(request) {
      const change = placement(request, randomUUID(), now());
      apply(change);
      log.add(change);
      return { orderId: change.order.orderId };
    },
    estimate: (request, includeTaxes) => estimateOrder(checkOrder(request, catalogue), includeTaxes),
  };
}

/** The order as the platform reports it at a given moment. */
function orderInfo(order: PlacedOrder, now: number, orderDuration: number): JsonObject {
  const { orderId, orderNumber, type, accountId, total, placedAt } = order;
  const { status, provisioningStatus } = stationAt(now - placedAt, orderDuration);
  const creationDate = apsTime(placedAt);
  return { orderId, orderNumber, type, status, provisioningStatus, creationDate, accountId, total };
}

/** Half of the time an order waits, half of it is worked on. No timer: the clock alone decides. */
function stationAt(elapsed: number, orderDuration: number): (typeof stations)[number] {
  const [waiting, working, completed] = stations;
  if (elapsed >= orderDuration) return completed;
  return elapsed * 2 >= orderDuration ? working : waiting;
}
