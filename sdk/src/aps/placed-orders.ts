import type { OutcomeUnknownError } from "../errors/index.js";
import { Orders } from "../generated/aps/index.js";
import type { Order } from "../generated/aps/types.js";
import { checkObject } from "./checked-response.js";
import { type PollingOptions, poll } from "./polling.js";
import type { FindRecentOptions, OrderSettlement, SentOrder, SettleOptions } from "./settling/index.js";

/** Until when {@link PlacedOrders.waitFor} looks, how often, and who is told. */
export interface WaitForOptions extends PollingOptions {
  /** Whether an order is as far as it should be. @defaultValue provisioned, or failed for good */
  readonly until?: ((order: Order) => boolean) | undefined;
  /** Told of each look. */
  readonly onProgress?: ((progress: OrderProgress) => void) | undefined;
}

/** What a look at an order found. */
export interface OrderProgress {
  /** As it was found. */
  readonly order: Order;
  /** Milliseconds since the waiting began. */
  readonly elapsed: number;
}

/** Orders, and what can be done with one after it was placed. */
export class PlacedOrders extends Orders {
  /**
   * Finds out what became of an order whose outcome is unknown. It reads and changes nothing.
   *
   * - `placed`: exactly one order was created after ours was sent and shows the same type, account and products.
   * - `not-placed`: there is no such order, the query was seen to find orders, and the request cannot be executed any
   *   more. The order may be placed again.
   * - `undecided`: anything else. `reason` and `explanation` say why, and `askAgainAt` when to ask again, where that
   *   helps. Do not place the order again; have a person look.
   *
   * An order that someone else placed for the same account, with the same products, within the minutes after ours looks
   * the same, and so does a renewal that the platform made by itself. An equal order of the seconds around the sending
   * is `undecided`, because both sides give times in whole seconds. The clocks of both sides may differ, but must not be
   * set between the sending and this call.
   *
   * @param sent The error of `orders.create`, or, after a restart, what the journal knows: `{ order, sentAt }`.
   * @throws TypeError for the error of another operation or of another process: pass `{ order, sentAt }` instead
   * @throws ApiError, ConnectionError or TimeoutError where the orders cannot be read now: ask again later
   * @throws ResponseValidationError for a list that is not one
   */
  async settle(sent: OutcomeUnknownError | SentOrder, options?: SettleOptions): Promise<OrderSettlement> {
    const { settleOrder } = await settling();
    return settleOrder(this.core, sent, options);
  }

  /**
   * Finds the latest orders of an account. To settle an `OutcomeUnknownError`, use `orders.settle`, which also knows
   * when an order that is not there may still come.
   *
   * @param options The account, and the moment since which the orders were placed; orders of the minute before are
   * among them.
   * @returns The latest first, a hundred at most.
   * @throws FilterUnprovenError where nothing shows that the platform filters orders by their account: none was found,
   * and no other either
   * @throws TypeError where `since` is not a date
   */
  async findRecent(options: FindRecentOptions): Promise<readonly Order[]> {
    const { findRecentOrders } = await settling();
    return findRecentOrders(this.core, options);
  }

  /**
   * Looks at an order until it is provisioned or has failed. It needs nothing but the id, so a program that was
   * restarted can take the waiting up again. A platform that cannot be reached for a while does not end it.
   *
   * @param orderId ID of the order, as `orders.create` answered it.
   * @throws TimeoutError when the deadline passes; the order goes on, and may be waited for again
   * @throws ResponseValidationError for an answer that is not an order
   */
  async waitFor(orderId: string, options: WaitForOptions = {}): Promise<Order> {
    const { until = isSettled, onProgress } = options;
    return poll(
      {
        operation: "orders.waitFor",
        id: orderId,
        look: async (limits) => checkObject("orders.waitFor", await this.get(orderId, limits).withResponse()),
        isDone: until,
        onLook: (order, elapsed) => onProgress?.({ order, elapsed }),
        stateOf: ({ provisioningStatus, status }) =>
          `order ${orderId} is still ${provisioningStatus ?? status ?? "unknown"}`,
      },
      options,
    );
  }
}

/** Loaded when it is needed: few programs ever have an outcome to settle, and every bundle would carry it. */
function settling(): Promise<typeof import("./settling/index.js")> {
  return import("./settling/index.js");
}

/**
 * `COMPLETED` is the one end that the platform documents, `CP` and `PF` are the billing engine's codes for it and for a
 * failure. Any other value, also one that an installation added, may still change.
 */
function isSettled({ provisioningStatus, status }: Order): boolean {
  return provisioningStatus === "COMPLETED" || status === "CP" || status === "PF";
}
