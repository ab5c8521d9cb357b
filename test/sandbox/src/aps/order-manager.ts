import { randomUUID } from "node:crypto";
import type { Change, ChangeLog, ChangeOf } from "../data/change.js";
import { Failure } from "../failure.js";
import { type Json, type JsonObject, property } from "../json.js";
import { type Catalogue, type CheckedOrder, checkOrder, type FindResource } from "./checked-order.js";
import { estimateOrder } from "./order-estimate.js";
import { type OrderType, orderNumberPrefixes } from "./order-type.js";
import type { PlacedOrder } from "./placed-order.js";
import { formatApsTime } from "./resources.js";
import type { SeededOrder } from "./seed.js";

/** Order application of the bus. */
export interface OrderManager {
  /** Returns all orders with their current state, oldest first. */
  list(): readonly JsonObject[];
  get(orderId: string): JsonObject;
  /** @param find Finds resources that the caller can see. The same applies below. */
  place(request: Json, find: FindResource): { readonly orderId: string };
  estimate(request: Json, includeTaxes: boolean, find: FindResource): JsonObject;
  /** Returns the terms that must be accepted before placing the order, once per plan. */
  terms(request: Json, find: FindResource): readonly JsonObject[];
  /** Executes the orders that have completed since the last call, in the order of placement. */
  settle(): void;
}

/** Dependencies of the order manager. */
export interface OrderManagerOptions extends Catalogue {
  /** Executes a completed order. */
  readonly execute: (order: CheckedOrder) => void;
  /** Orders that exist from the start. */
  readonly seed: readonly SeededOrder[];
  readonly now: () => number;
  /** Time from placement to completion of an order, in milliseconds. */
  readonly orderDuration: number;
  readonly log: ChangeLog;
}

/**
 * States of an order. `COMPLETED` and the two-letter codes (waiting for payment, long-running operation, completed)
 * come from the platform. The other two statuses are our choice; do not rely on them.
 */
const states = [
  { status: "WP", provisioningStatus: "NOT_STARTED" },
  { status: "LO", provisioningStatus: "IN_PROGRESS" },
  { status: "CP", provisioningStatus: "COMPLETED" },
] as const;

/** Creates an order manager with the orders of the seed and the log. */
export function createOrderManager(options: OrderManagerOptions): OrderManager {
  const { seed, execute, now, orderDuration, log, ...catalogue } = options;
  const orders = new Map<string, PlacedOrder>();
  /** Orders that still have to be executed. Those of the seed have been. */
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

  /** Returns the request of an order if it is still possible. Its account may have been removed since. */
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
    list: () => [...orders.values()].map((order) => describeOrder(order, now(), orderDuration)),
    get(orderId) {
      const order = orders.get(orderId);
      if (order === undefined) throw new Failure(404, `Order ${orderId} does not exist`);
      return describeOrder(order, now(), orderDuration);
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
        if (whatToDo !== undefined) execute(whatToDo);
      }
    },
  };
}

/**
 * Order as the platform reports it at a given time. It is not confirmed that the real platform includes the ordered
 * items.
 */
function describeOrder(order: PlacedOrder, now: number, orderDuration: number): JsonObject {
  const { orderId, orderNumber, type, accountId, total, placedAt, request } = order;
  const { status, provisioningStatus } = stateAt(now - placedAt, orderDuration);
  const creationDate = formatApsTime(placedAt);
  return {
    orderId,
    orderNumber,
    type,
    status,
    provisioningStatus,
    creationDate,
    accountId,
    ...pickOrderedFields(request),
    total,
  };
}

/** Content of an order, by the names in the request. */
function pickOrderedFields(request: Json): JsonObject {
  const names = ["products", "subscriptionId", "planId", "period", "resources"];
  const given = names.map((name) => [name, property(request, name)] as const);
  return Object.fromEntries(given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/**
 * An order waits for the first half of its duration and is in progress for the second. Uses only the clock, no timer.
 */
function stateAt(elapsed: number, orderDuration: number): (typeof states)[number] {
  const [waiting, working, completed] = states;
  if (elapsed >= orderDuration) return completed;
  return elapsed * 2 >= orderDuration ? working : waiting;
}
