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

/** How the list of orders is read, and for whom. */
export interface OrderListOptions {
  /** Public name of the method, for errors. */
  readonly operation: string;
  /** Clock of this machine, in milliseconds since 1970. */
  readonly now: () => number;
  readonly signal?: AbortSignal | undefined;
}

/** The list of orders, the newest first, and what its responses tell of the platform's clock. */
export class OrderList implements OrderPages {
  readonly #core: ClientCore;
  readonly #options: OrderListOptions;
  readonly #offsets: Interval[] = [];
  readonly #seen = new Map<string, ShownOrder>();
  /** Distance of the newest order from this machine's clock. */
  #newest = Number.NEGATIVE_INFINITY;

  constructor(core: ClientCore, options: OrderListOptions) {
    this.#core = core;
    this.#options = options;
  }

  /** Every order that any page held, each once, as it was shown last. */
  get seen(): readonly ShownOrder[] {
    return [...this.#seen.values()];
  }

  /**
   * What has to be added to this machine's clock to get the platform's, by all responses so far. An order from the
   * future shows that orders are dated by another clock than that of `Date`, and by how much it is ahead.
   */
  get offset(): Interval {
    const { earliest, latest } = combineOffsets(this.#offsets);
    return { earliest, latest: Math.max(latest, this.#newest) };
  }

  /**
   * Reads a page.
   *
   * @throws ResponseValidationError for anything but a list of objects, and what any call throws
   */
  async page({ accountId, start }: PageQuery): Promise<OrderPage> {
    const filter = accountId === undefined ? [] : [rql.eq("accountId", accountId)];
    const query = rql.query(...filter, rql.sort("-creationDate"), rql.limit(start, PAGE_SIZE));
    const { operation, now, signal } = this.#options;
    const askedAt = now();
    const call = this.#core.call({ ...operations.listOrders, name: operation }, {}, { signal, headers }, String(query));
    const response = await call.withResponse();
    const answeredAt = now();
    const orders = checkItems(operation, response).map(readOrder);
    this.#offsets.push(computeOffset(readDate(response.headers), askedAt, answeredAt));
    this.#newest = Math.max(
      this.#newest,
      ...orders.map(({ created }) => (created?.earliest ?? -Infinity) - answeredAt),
    );
    for (const [key, order] of keyed(orders)) this.#seen.set(key, order);
    const { headers: received } = response;
    return { orders, total: readTotal(received.get("content-range")), isCached: received.has("age") };
  }
}

/** Without the first, a reseller's list leaves out the orders of its customers; without the second, it may be an old one. */
const headers = { "aps-actor-scope": "FULL", "cache-control": "no-cache" };

/** Orders by their IDs. Those without one are counted: two that look alike in one page are two. */
function keyed(orders: readonly ShownOrder[]): readonly (readonly [key: string, order: ShownOrder])[] {
  const counts = new Map<string, number>();
  return orders.map((order) => {
    const key = order.id === undefined ? `order ${JSON.stringify(order.fields)}` : `id ${order.id}`;
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return [order.id === undefined ? `${key} ${count}` : key, order];
  });
}
