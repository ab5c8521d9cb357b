import { FilterUnprovenError } from "../../errors/index.js";
import type { Order } from "../../generated/aps/types.js";
import type { ClientCore } from "../../runtime/index.js";
import { OrderList } from "./order-list.js";
import { forgetProofs, isFilterProven, judgeFiltered } from "./proven-filter.js";
import { isRefusal, type ShownOrder } from "./shown-order.js";

/** Options of `orders.findRecent`. */
export interface FindRecentOptions {
  /** APS ID of the account that the orders are for. */
  readonly accountId: string;
  /** Moment since which the orders were placed, by this machine's clock. */
  readonly since: Date | string;
  /** Ends the reading. */
  readonly signal?: AbortSignal | undefined;
}

/** Public name of the method, for errors. */
const OPERATION = "orders.findRecent";

/** Milliseconds by which an order may seem older than it is: both sides give times in whole seconds, and late. */
const MARGIN = 60_000;

/**
 * Finds the latest orders of an account. They are chosen here and not by the platform, which reads a date by its own
 * clock: where that is behind ours, it would leave out the very order that is looked for.
 */
export async function findRecentOrders(
  core: ClientCore,
  { accountId, since, signal }: FindRecentOptions,
): Promise<readonly Order[]> {
  const moment = new Date(since).getTime();
  if (Number.isNaN(moment)) throw new TypeError(`since must be a date, and is ${JSON.stringify(since)}`);
  const list = new OrderList(core, { operation: OPERATION, now: Date.now, signal });
  const orders = await filterByAccount(core, list, accountId);
  const earliest = moment + list.offset.earliest - MARGIN;
  // An order without a date that can be read may be the one.
  return orders.filter(({ created }) => created === undefined || created.latest >= earliest).map(({ order }) => order);
}

/** @throws FilterUnprovenError where nothing shows that these are the orders of the account, and all of them */
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
