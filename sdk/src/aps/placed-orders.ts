import { type Order, Orders } from "../generated/aps/index.js";
import { type PollingOptions, polled } from "./polling.js";
import { type FindRecentOptions, recentOrders } from "./recent-orders.js";

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
   * Finds the latest orders of an account, to settle an `OutcomeUnknownError`: only where the order is not among them,
   * it was not placed. An order that is only now being executed may not be there yet, so look again before you
   * place it anew.
   *
   * **See on your platform first that it finds an order which was just placed.** That the order manager filters by
   * `accountId` and sorts by `creationDate` is not confirmed by its reference: where it does not, no order proves
   * nothing.
   *
   * @param options Whose orders, and since when; orders of the minute before are among them.
   * @returns The latest first, a hundred at most.
   * @throws TypeError where `since` is no date
   */
  async findRecent(options: FindRecentOptions): Promise<readonly Order[]> {
    return recentOrders(this.core, options);
  }

  /**
   * Looks at an order until it is provisioned or has failed. It needs nothing but the id, so a program that was
   * restarted can take the waiting up again. A platform that cannot be reached for a while does not end it.
   *
   * @param orderId ID of the order, as `orders.create` answered it.
   * @throws TimeoutError when the deadline passes; the order goes on, and may be waited for again
   */
  async waitFor(orderId: string, options: WaitForOptions = {}): Promise<Order> {
    const { until = isSettled, onProgress } = options;
    return polled(
      {
        operation: "orders.waitFor",
        id: orderId,
        look: (limits) => this.get(orderId, limits),
        isDone: until,
        onLook: (order, elapsed) => onProgress?.({ order, elapsed }),
        stateOf: ({ provisioningStatus, status }) =>
          `order ${orderId} is still ${provisioningStatus ?? status ?? "unknown"}`,
      },
      options,
    );
  }
}

/**
 * `COMPLETED` is the one end that the platform documents, `CP` and `PF` are the billing engine's codes for it and for a
 * failure. Any other value, also one that an installation added, may still change.
 */
function isSettled({ provisioningStatus, status }: Order): boolean {
  return provisioningStatus === "COMPLETED" || status === "CP" || status === "PF";
}
