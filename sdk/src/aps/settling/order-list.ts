import { operations } from "../../generated/aps/index.js";
import { readDate } from "../../oauth1/signers/index.js";
import { rql } from "../../rql/index.js";
import type { ClientCore } from "../../runtime/index.js";
import { readTotal } from "../../runtime/paging/index.js";
import { checkItems } from "../checked-response.js";
import { combineOffsets, computeOffset, type Interval } from "./platform-time.js";
import {
  type OrderPage,
  type OrderPages,
  PAGE_SIZE,
  type PageQuery,
  readOrder,
  type ShownOrder,
} from "./shown-order.js";

/** Options of {@link OrderList}. */
export interface OrderListOptions {
  /** Public name of the method, for errors. */
  readonly operation: string;
  /** This machine's clock, in milliseconds since 1970. */
  readonly now: () => number;
  readonly signal?: AbortSignal | undefined;
}

/** List of orders, newest first, and the offset of the platform's clock as shown by its responses. */
export class OrderList implements OrderPages {
  readonly #core: ClientCore;
  readonly #options: OrderListOptions;
  readonly #offsets: Interval[] = [];
  readonly #orders = new Map<string, ShownOrder>();
  /** Difference between the date of the newest order and this machine's clock. */
  #newest = Number.NEGATIVE_INFINITY;

  constructor(core: ClientCore, options: OrderListOptions) {
    this.#core = core;
    this.#options = options;
  }

  /** All orders of all pages read so far, without duplicates, in their latest state. */
  get orders(): readonly ShownOrder[] {
    return [...this.#orders.values()];
  }

  /**
   * Offset to add to this machine's clock to get the platform's, according to all responses so far. An order from the
   * future shows that orders are dated by a different clock than the header `Date`, and by how much that clock is
   * ahead.
   */
  get offset(): Interval {
    const { earliest, latest } = combineOffsets(this.#offsets);
    return { earliest, latest: Math.max(latest, this.#newest) };
  }

  /**
   * Reads a page.
   *
   * @throws ResponseValidationError if the response is not a list of objects, and any error of a call
   */
  async page({ accountId, start }: PageQuery): Promise<OrderPage> {
    const filter = accountId === undefined ? [] : [rql.eq("accountId", accountId)];
    const query = rql.query(...filter, rql.sort("-creationDate"), rql.limit(start, PAGE_SIZE));
    const { operation, now, signal } = this.#options;
    const requestedAt = now();
    const call = this.#core.call({ ...operations.listOrders, name: operation }, {}, { signal, headers }, String(query));
    const response = await call.withResponse();
    const respondedAt = now();
    const orders = checkItems(operation, response).map(readOrder);
    this.#offsets.push(computeOffset(readDate(response.headers), requestedAt, respondedAt));
    this.#newest = Math.max(
      this.#newest,
      ...orders.map(({ created }) => (created?.earliest ?? -Infinity) - respondedAt),
    );
    for (const [key, order] of addKeys(orders)) this.#orders.set(key, order);
    const { headers: received } = response;
    return { orders, total: readTotal(received.get("content-range")), isCached: received.has("age") };
  }
}

/** Without the first, a reseller's list lacks the orders of its customers. Without the second, it may be outdated. */
const headers = { "aps-actor-scope": "FULL", "cache-control": "no-cache" };

/**
 * Adds a key to each order: its ID, or its content and a count, because equal orders without an ID are still
 * distinct.
 */
function addKeys(orders: readonly ShownOrder[]): readonly (readonly [key: string, order: ShownOrder])[] {
  const counts = new Map<string, number>();
  return orders.map((order) => {
    const key = order.id === undefined ? `order ${JSON.stringify(order.fields)}` : `id ${order.id}`;
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return [order.id === undefined ? `${key} ${count}` : key, order];
  });
}
