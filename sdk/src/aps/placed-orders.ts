import { TimeoutError } from "../errors.js";
import { type Order, Orders } from "../generated/aps/index.js";
import { pause } from "../http/index.js";
import { type FindRecentOptions, recentOrders } from "./recent-orders.js";

/** How long and how often {@link PlacedOrders.waitFor} looks. */
export interface WaitForOptions {
  /** Whether an order is as far as it should be. @defaultValue provisioned, or failed for good */
  readonly until?: ((order: Order) => boolean) | undefined;
  /** Told of each look. */
  readonly onProgress?: ((progress: OrderProgress) => void) | undefined;
  /** Time in all, in milliseconds. Provisioning may take minutes. @defaultValue 600000 */
  readonly deadline?: number | undefined;
  /** Time between looks, in milliseconds; half of it more or less at random. @defaultValue 2000 */
  readonly interval?: number | undefined;
  /** Ends the waiting; the order goes on. */
  readonly signal?: AbortSignal | undefined;
}

/** What a look at an order found. */
export interface OrderProgress {
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
   * @param options Whose orders, and since when; orders of the minute before are among them.
   * @returns The latest first, a hundred at most.
   * @throws TypeError where `since` is no date
   */
  async findRecent(options: FindRecentOptions): Promise<readonly Order[]> {
    return recentOrders(this.core, options);
  }

  /**
   * Looks at an order until it is provisioned or has failed. It needs nothing but the id, so a program that was
   * restarted can take the waiting up again.
   *
   * @param orderId ID of the order, as `orders.create` answered it.
   * @throws TimeoutError when the deadline passes; the order goes on, and may be waited for again
   */
  async waitFor(orderId: string, options: WaitForOptions = {}): Promise<Order> {
    const { until = isSettled, onProgress, deadline = 600_000, interval = 2_000, signal } = options;
    const started = Date.now();
    for (;;) {
      const order = await this.get(orderId, { signal });
      const elapsed = Date.now() - started;
      onProgress?.({ order, elapsed });
      if (until(order)) return order;
      const delay = interval * (0.5 + Math.random());
      if (elapsed + delay > deadline) throw tooLong(orderId, order, deadline);
      await pause(delay, signal);
    }
  }
}

/**
 * `COMPLETED` is the one end that the platform documents, `CP` and `PF` are the billing engine's codes for it and for a
 * failure. Any other value, also one that an installation added, may still change.
 */
function isSettled({ provisioningStatus, status }: Order): boolean {
  return provisioningStatus === "COMPLETED" || status === "CP" || status === "PF";
}

function tooLong(orderId: string, order: Order, deadline: number): TimeoutError {
  const state = order.provisioningStatus ?? order.status ?? "unknown";
  const call = { operation: "orders.waitFor", reference: orderId };
  return new TimeoutError(call, deadline, `order ${orderId} is still ${state} after ${deadline} ms; it goes on`);
}
