import { FilterUnprovenError } from "../../errors/index.js";
import type { Order } from "../../generated/aps/types.js";
import type { ClientCore } from "../../runtime/index.js";
import { OrderList } from "./order-list.js";
import { forgetProofs, isFilterProven, judgeFiltered } from "./proven-filter.js";
import { isRefusal, type ShownOrder } from "./shown-order.js";

/** Options of `orders.findRecent`. */
export interface FindRecentOptions {
  /** APS ID of the account. */
  readonly accountId: string;
  /** Start time, by this machine's clock. Earlier orders are left out. */
  readonly since: Date | string;
  /** Aborts the call. */
  readonly signal?: AbortSignal | undefined;
}

/** Public name of the method, for errors. */
const OPERATION = "orders.findRecent";

/**
 * Time by which an order may seem older than it is, in milliseconds: both sides round to seconds and write dates
 * late.
 */
const MARGIN = 60_000;

/**
 * Finds the latest orders of an account. They are filtered by date here and not by the platform, which would use its
 * own clock: if that clock is behind ours, it would leave out the very order that the caller looks for.
 */
export async function findRecentOrders(
  core: ClientCore,
  { accountId, since, signal }: FindRecentOptions,
): Promise<readonly Order[]> {
  const moment = new Date(since).getTime();
  if (Number.isNaN(moment)) throw new TypeError(`since must be a date, but is ${JSON.stringify(since)}`);
  const list = new OrderList(core, { operation: OPERATION, now: Date.now, signal });
  const orders = await filterByAccount(core, list, accountId);
  const earliest = moment + list.offset.earliest - MARGIN;
  // An order without a readable date may be recent.
  return orders.filter(({ created }) => created === undefined || created.latest >= earliest).map(({ order }) => order);
}

/** @throws FilterUnprovenError if nothing proves that these are the orders of the account, and all of them */
async function filterByAccount(core: ClientCore, list: OrderList, accountId: string): Promise<readonly ShownOrder[]> {
  const probe = { core, list, accountId, now: Date.now };
  try {
    const { orders, isCached } = await list.page({ accountId, start: 0 });
    const isFiltered = !isCached && judgeFiltered(probe, orders) === "equal";
    if (isFiltered && (orders.length > 0 || (await isFilterProven(probe)))) return orders;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    forgetProofs(core);
    throw new FilterUnprovenError(OPERATION, { cause: error });
  }
  throw new FilterUnprovenError(OPERATION);
}
