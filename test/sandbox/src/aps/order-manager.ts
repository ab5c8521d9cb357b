import { randomUUID } from "node:crypto";
import { Failure } from "../failure.js";
import type { Json, JsonObject } from "../json.js";
import { type CheckedOrder, checkOrder, type OrderType, orderNumberPrefixes } from "./checked-order.js";
import { estimateOrder } from "./order-estimate.js";
import type { ApsResource } from "./resource.js";
import { apsTime } from "./resources.js";

/** The order application of the bus. */
export interface OrderManager {
  /** Every order as it stands now, oldest first. */
  list(): readonly JsonObject[];
  get(orderId: string): JsonObject;
  place(request: Json): { readonly orderId: string };
  estimate(request: Json, includeTaxes: boolean): JsonObject;
  /** Carries out what is completed by now and was not yet, in the order it was completed. */
  settle(): void;
}

/** What the order manager needs of its surroundings. */
export interface OrderManagerOptions {
  readonly find: (id: string) => ApsResource | undefined;
  /** Does what a completed order asks for. */
  readonly carryOut: (order: CheckedOrder) => void;
  readonly now: () => number;
  /** Milliseconds from an order's placing to its completion. */
  readonly orderDuration: number;
}

interface PlacedOrder {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly type: OrderType;
  readonly accountId: string | null;
  readonly total: Json;
  readonly placedAt: number;
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

/** An order manager without orders. */
export function createOrderManager({ find, carryOut, now, orderDuration }: OrderManagerOptions): OrderManager {
  const orders = new Map<string, PlacedOrder>();
  const open = new Map<PlacedOrder, CheckedOrder>();

  function nextOrderNumber(type: OrderType): string {
    const placed = [...orders.values()].filter((order) => order.type === type).length;
    return `${orderNumberPrefixes[type]}${String(placed + 1).padStart(6, "0")}`;
  }

  return {
    list: () => [...orders.values()].map((order) => orderInfo(order, now(), orderDuration)),
    get(orderId) {
      const order = orders.get(orderId);
      if (order === undefined) throw new Failure(404, `Order ${orderId} does not exist`);
      return orderInfo(order, now(), orderDuration);
    },
    place(request) {
      const checked = checkOrder(request, find);
      const { total = null } = estimateOrder(checked, true);
      const { type, accountId } = checked;
      const order = {
        orderId: randomUUID(),
        orderNumber: nextOrderNumber(type),
        type,
        accountId,
        total,
        placedAt: now(),
      };
      orders.set(order.orderId, order);
      open.set(order, checked);
      return { orderId: order.orderId };
    },
    estimate: (request, includeTaxes) => estimateOrder(checkOrder(request, find), includeTaxes),
    settle() {
      for (const [order, checked] of open) {
        if (now() - order.placedAt < orderDuration) continue;
        open.delete(order);
        carryOut(checked);
      }
    },
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
