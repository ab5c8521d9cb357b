import type { OutcomeUnknownError } from "../errors/index.js";
import { Orders } from "../generated/aps/index.js";
import type { Order } from "../generated/aps/types.js";
import { checkObject } from "./checked-response.js";
import { type PollingOptions, poll } from "./polling.js";
import type { FindRecentOptions, OrderSettlement, SentOrder, SettleOptions } from "./settling/index.js";

/** Options of {@link PlacedOrders.waitFor}. */
export interface WaitForOptions extends PollingOptions {
  /** Returns true if waiting can end. @defaultValue true if the order is provisioned or has failed for good */
  readonly until?: ((order: Order) => boolean) | undefined;
  /** Called after each successful poll. */
  readonly onProgress?: ((progress: OrderProgress) => void) | undefined;
}

/** Result of one poll of an order. */
export interface OrderProgress {
  /** Order in its current state. */
  readonly order: Order;
  /** Time since waiting began, in milliseconds. */
  readonly elapsed: number;
}

/** Orders, including methods for orders that were placed already. */
export class PlacedOrders extends Orders {
  /**
   * Finds out whether an order with an unknown outcome was placed. Only reads.
   *
   * - `placed`: exactly one order was created after ours was sent and shows the same type, account and products.
   * - `not-placed`: there is no such order, the query has been proven to find orders, and the request can no longer be
   *   executed. The order may be placed again.
   * - `undecided`: anything else. `reason` and `explanation` say why, and `askAgainAt` says when to ask again, if that
   *   helps. Do not place the order again; have a person check.
   *
   * An order that someone else placed for the same account, with the same products, within minutes after ours looks
   * the same, and so does a renewal that the platform created itself. An equal order that was created within seconds
   * of sending is `undecided`, because both sides give times in whole seconds. The clocks of both sides may differ,
   * but must not be adjusted between sending and this call.
   *
   * @param sent Error of `orders.create` or, after a restart, the data from the journal: `{ order, sentAt }`.
   * @throws TypeError for the error of another operation or of another process: pass `{ order, sentAt }` instead
   * @throws ApiError, ConnectionError or TimeoutError if the orders cannot be read now: ask again later
   * @throws ResponseValidationError if the response is not a list
   */
  async settle(sent: OutcomeUnknownError | SentOrder, options?: SettleOptions): Promise<OrderSettlement> {
    const { settleOrder } = await loadSettling();
    return settleOrder(this.core, sent, options);
  }

  /**
   * Finds the latest orders of an account. To settle an `OutcomeUnknownError`, use `orders.settle`, which also knows
   * how long a missing order may still appear.
   *
   * @param options Account and start time. The result may include orders from the minute before the start time.
   * @returns Orders, newest first, at most 100.
   * @throws FilterUnprovenError if nothing proves that the platform filters orders by account: it found no order of
   * this account, nor of any other
   * @throws TypeError if `since` is not a date
   */
  async findRecent(options: FindRecentOptions): Promise<readonly Order[]> {
    const { findRecentOrders } = await loadSettling();
    return findRecentOrders(this.core, options);
  }

  /**
   * Polls an order until it is provisioned or has failed. It needs only the id, so a restarted program can resume
   * waiting. Temporary failures of the platform do not end it.
   *
   * @param orderId ID of the order, as returned by `orders.create`.
   * @throws TimeoutError if the deadline passes; the platform continues with the order, and you may wait again
   * @throws ResponseValidationError if a response is not an order
   */
  async waitFor(orderId: string, options: WaitForOptions = {}): Promise<Order> {
    const { until = isSettled, onProgress } = options;
    return poll(
      {
        operation: "orders.waitFor",
        id: orderId,
        read: async (limits) => checkObject("orders.waitFor", await this.get(orderId, limits).withResponse()),
        isDone: until,
        onRead: (order, elapsed) => onProgress?.({ order, elapsed }),
        describe: ({ provisioningStatus, status }) =>
          `order ${orderId} is still ${provisioningStatus ?? status ?? "unknown"}`,
      },
      options,
    );
  }
}

/** Loads the code on demand: few programs ever need to settle an order, and it would be part of every bundle. */
function loadSettling(): Promise<typeof import("./settling/index.js")> {
  return import("./settling/index.js");
}

/**
 * `COMPLETED` is the only final status that the platform documents. `CP` and `PF` are the billing engine's codes for
 * completion and for failure. Any other value may still change, including values that an installation added.
 */
function isSettled({ provisioningStatus, status }: Order): boolean {
  return provisioningStatus === "COMPLETED" || status === "CP" || status === "PF";
}
