import { type Order, operations } from "../generated/aps/index.js";
import { dateOf } from "../oauth1/platform-clock.js";
import { rql } from "../rql/index.js";
import type { ClientCore } from "../runtime/index.js";

/** Which orders {@link PlacedOrders.findRecent} looks for. */
export interface FindRecentOptions {
  /** APS ID of the account that they are for. */
  readonly accountId: string;
  /** The moment since which they were placed, by this machine's clock: `error.sent.sentAt` of an unknown outcome. */
  readonly since: Date | string;
  /** Ends the look-up. */
  readonly signal?: AbortSignal | undefined;
}

/** Orders looked at; an account has not that many within the minutes that this is about. */
const LATEST = 100;

/** Milliseconds by which an order may seem older than it is: both sides give times in whole seconds, and late. */
const MARGIN = 60_000;

/**
 * The latest orders of an account. They are sorted out here and not by the platform, which reads a date by its own
 * clock: where that is behind ours, it would leave out the very order that is looked for.
 */
export async function recentOrders(
  core: ClientCore,
  { accountId, since, signal }: FindRecentOptions,
): Promise<readonly Order[]> {
  const moment = new Date(since).getTime();
  if (Number.isNaN(moment)) throw new TypeError(`since must be a date, and is ${JSON.stringify(since)}`);
  const latest = rql.query(rql.eq("accountId", accountId), rql.sort("-creationDate"), rql.limit(0, LATEST));
  const { data, headers } = await core.call(findRecent, {}, { signal }, String(latest)).withResponse();
  const now = Date.now();
  const theirs = moment + (dateOf(headers) ?? now) - now - MARGIN;
  // What has no date, or none that can be read, may be the one.
  return data.filter(({ creationDate }) => !(Date.parse(creationDate ?? "") < theirs));
}

const findRecent: typeof operations.listOrders = { ...operations.listOrders, name: "orders.findRecent" };
