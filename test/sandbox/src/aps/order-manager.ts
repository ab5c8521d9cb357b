import { randomUUID } from "node:crypto";
import type { Change, ChangeLog, ChangeOf } from "../data/change.js";
import { Failure } from "../failure.js";
import { type Json, type JsonObject, property } from "../json.js";
import { type Catalogue, type CheckedOrder, checkOrder, type FindResource } from "./checked-order.js";
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
  /** @param find Finds what the caller sees, here and below. */
  place(request: Json, find: FindResource): { readonly orderId: string };
  estimate(request: Json, includeTaxes: boolean, find: FindResource): JsonObject;
  /** What has to be agreed to before the order is placed: of each of its plans, once. */
  terms(request: Json, find: FindResource): readonly JsonObject[];
  /** Carries out what is completed by now and was not yet, in the order it was placed. */
  settle(): void;
}

/** What the order manager needs of its surroundings. */
export interface OrderManagerOptions extends Catalogue {
  /** Does what a completed order asks for. */
  readonly carryOut: (order: CheckedOrder) => void;
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
export function createOrderManager(options: OrderManagerOptions): OrderManager {
  const { seed, carryOut, now, orderDuration, log, ...catalogue } = options;
  const orders = new Map<string, PlacedOrder>();
  /** Those that are still to be carried out. What was placed before the bus began has been. */
  const open = new Map<string, PlacedOrder>();
  const placed: Record<OrderType, number> = { SALES: 0, CHANGE: 0, RENEWAL: 0, CANCELLATION: 0 };
  for (const { request, orderId, placedAt } of seed) apply(placement(request, orderId, placedAt));
  open.clear();
  for (const change of log.earlier) apply(change);

  function apply(change: Change): void {
    if (change.kind === "carried-out") open.delete(change.orderId);
    if (change.kind !== "order") return;
    orders.set(change.order.orderId, change.order);
    open.set(change.order.orderId, change.order);
    placed[change.order.type] += 1;
  }

  function commit(change: Change): void {
    apply(change);
    log.add(change);
  }

  /** What an order asks for, as far as it still can be done: an account may have been removed since. */
  function asked({ request }: PlacedOrder): CheckedOrder | undefined {
    try {
      return checkOrder(request, catalogue);
    } catch (error) {
      if (error instanceof Failure) return undefined;
      throw error;
    }
  }

  function nextOrderNumber(type: OrderType): string {
    return `${orderNumberPrefixes[type]}${String(placed[type] + 1).padStart(6, "0")}`;
  }

  function placement(request: Json, orderId: string, placedAt: number): ChangeOf<"order"> {
    const checked = checkOrder(request, catalogue);
    const { total = null } = estimateOrder(checked, true);
    const { type, accountId } = checked;
    const orderNumber = nextOrderNumber(type);
    return { kind: "order", order: { orderId, orderNumber, type, accountId, total, placedAt, request } };
  }

  return {
    list: () => [...orders.values()].map((order) => orderInfo(order, now(), orderDuration)),
    get(orderId) {
      const order = orders.get(orderId);
      if (order === undefined) throw new Failure(404, `Order ${orderId} does not exist`);
      return orderInfo(order, now(), orderDuration);
    },
    place(request, find) {
      checkOrder(request, { ...catalogue, find });
      const change = placement(request, randomUUID(), now());
      commit(change);
      return { orderId: change.order.orderId };
    },
    estimate: (request, includeTaxes, find) => estimateOrder(checkOrder(request, { ...catalogue, find }), includeTaxes),
    terms(request, find) {
      const plans = new Set(checkOrder(request, { ...catalogue, find }).lines.map(({ plan }) => plan));
      return [...plans].flatMap(({ terms = [] }) => terms);
    },
    settle() {
      for (const order of open.values()) {
        if (now() - order.placedAt < orderDuration) continue;
        const whatToDo = asked(order);
        commit({ kind: "carried-out", orderId: order.orderId });
        if (whatToDo !== undefined) carryOut(whatToDo);
      }
    },
  };
}

/** The order as the platform reports it at a given moment. That it shows what was ordered is not confirmed. */
function orderInfo(order: PlacedOrder, now: number, orderDuration: number): JsonObject {
  const { orderId, orderNumber, type, accountId, total, placedAt, request } = order;
  const { status, provisioningStatus } = stationAt(now - placedAt, orderDuration);
  const creationDate = apsTime(placedAt);
  return {
    orderId,
    orderNumber,
    type,
    status,
    provisioningStatus,
    creationDate,
    accountId,
    ...ordered(request),
    total,
  };
}

/** What an order asks for, under the names that it was sent by. */
function ordered(request: Json): JsonObject {
  const names = ["products", "subscriptionId", "planId", "period", "resources"];
  const given = names.map((name) => [name, property(request, name)] as const);
  return Object.fromEntries(given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** Half of the time an order waits, half of it is worked on. No timer: the clock alone decides. */
function stationAt(elapsed: number, orderDuration: number): (typeof stations)[number] {
  const [waiting, working, completed] = stations;
  if (elapsed >= orderDuration) return completed;
  return elapsed * 2 >= orderDuration ? working : waiting;
}
