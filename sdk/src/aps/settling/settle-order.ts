import type { OutcomeUnknownError } from "../../errors/index.js";
import { operations } from "../../generated/aps/index.js";
import type { ClientCore } from "../../runtime/index.js";
import { findSubscriptionAccount, mayHideAccount } from "./account-visibility.js";
import { type Comparison, compareIds, type Fields, getField, isFields } from "./comparison.js";
import { OrderList } from "./order-list.js";
import { findFlaw, hasOlder, type OrderReading, readNewest } from "./order-reading.js";
import { compareInterval, type Interval, toPlatformTime } from "./platform-time.js";
import { type FilterProbe, forgetProofs, isFilterProven, judgeFiltered } from "./proven-filter.js";
import { compareOrders, type ExpectedOrder } from "./same-order.js";
import { type ReadSentOrder, readSentOrder, type SentOrder, valueAt } from "./sent-order.js";
import { isRefusal, isUnreadable, readOrder, type ShownOrder } from "./shown-order.js";
import { type ComparedOrder, createUndecided, decide, explanations, type OrderSettlement } from "./verdict.js";

/** Options of `orders.settle`. */
export interface SettleOptions {
  /**
   * Time after which the platform surely does not execute the order any more, in milliseconds from its sending: the
   * window of its timestamp and a margin. Something on the way may hold a request that long. Less than the platform's
   * window may call an order not placed that is placed afterwards. @defaultValue 600000
   */
  readonly lateAfter?: number | undefined;
  /** Orders that are read at most. @defaultValue 1000 */
  readonly maxOrders?: number | undefined;
  /**
   * Clock of this machine, in milliseconds since 1970; the one by which `sentAt` was taken. For tests.
   * @defaultValue `Date.now`
   */
  readonly now?: (() => number) | undefined;
  /** Ends the reading. */
  readonly signal?: AbortSignal | undefined;
}

const LATE_AFTER = 600_000;
const MAX_ORDERS = 1_000;

/** Public name of the method, for errors. */
const OPERATION = "orders.settle";

/** Finds out what became of an order. Only reads. */
export async function settleOrder(
  core: ClientCore,
  question: OutcomeUnknownError | SentOrder,
  options: SettleOptions = {},
): Promise<OrderSettlement> {
  const { order, sentAt, reference } = readSentOrder(question);
  const { now, lateAfter, maxOrders, signal } = checkedOptions(options);
  const lateAt = sentAt + lateAfter;
  const mayArriveUntil = now() < lateAt ? new Date(lateAt) : undefined;
  const list = new OrderList(core, { operation: OPERATION, now, signal });
  const accountId = await accountOf(core, order, signal);
  const search: Search = { core, list, accountId, sentAt, limit: maxOrders, now };
  const { reading, isFilterProven } = (await readOfAccount(search)) ?? (await readOfAll(search));

  const expected: ExpectedOrder = { order, accountId, referencePath: reference?.path };
  const sent = momentOf(search);
  const orders = await addDetails(core, list.seen, expected, sent, signal);
  const settlement = decide({
    orders: orders.map((shown) => compareAll(shown, expected, reference)),
    sent,
    missing: reading === undefined ? "LIST_REFUSED" : findFlaw(reading, sent),
    isProven: isFilterProven || (reading !== undefined && hasOlder(reading.orders, sent)),
    mayArriveUntil,
  });
  if (settlement.verdict !== "not-placed") return settlement;
  const isHidden = await mayHideAccount(core, accountId, list, { signal });
  return isHidden ? createUndecided([], "ACCOUNT_NOT_SEEN", explanations.ACCOUNT_NOT_SEEN) : settlement;
}

/** @throws TypeError for an option that cannot be right */
function checkedOptions({ now = Date.now, lateAfter = LATE_AFTER, maxOrders = MAX_ORDERS, signal }: SettleOptions) {
  for (const [name, value] of Object.entries({ lateAfter, maxOrders })) {
    if (!(value >= 0)) throw new TypeError(`${name} must be a number from 0 up, and is ${JSON.stringify(value)}.`);
  }
  return { now, lateAfter, maxOrders, signal };
}

/** The account that an order is for. A change, a renewal or a cancellation names it by its subscription. */
async function accountOf(
  core: ClientCore,
  order: Fields,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const accountId = getField(order, "accountId");
  if (typeof accountId === "string") return accountId;
  return findSubscriptionAccount(core, getField(order, "subscriptionId"), { signal });
}

/** What is looked for, and how. */
interface Search {
  readonly core: ClientCore;
  readonly list: OrderList;
  readonly accountId: string | undefined;
  /** Moment of sending, by this machine's clock. */
  readonly sentAt: number;
  readonly limit: number;
  readonly now: () => number;
}

/** What a search has read; no reading where the platform refuses it. */
interface Finding {
  readonly reading: OrderReading | undefined;
  readonly isFilterProven: boolean;
}

/** Moment of sending on the platform's clock, by what is known of that so far. */
function momentOf({ list, sentAt }: Search): Interval {
  return toPlatformTime(sentAt, list.offset);
}

/** Reads the orders of the account by a filter; `undefined` where the platform does not filter as it is asked to. */
async function readOfAccount(search: Search): Promise<Finding | undefined> {
  const { core, accountId } = search;
  if (accountId === undefined) return undefined;
  try {
    const reading = await read(search, accountId);
    const probe: FilterProbe = { ...search, accountId };
    const isFiltered =
      judgeFiltered(probe, reading.orders) === "equal" && findFlaw(reading, momentOf(search)) === undefined;
    const isProven = isFiltered && (reading.orders.length > 0 || (await isFilterProven(probe)));
    return isProven ? { reading, isFilterProven: true } : undefined;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    forgetProofs(core);
    return undefined;
  }
}

/** Reads the newest orders of all accounts. */
async function readOfAll(search: Search): Promise<Finding> {
  try {
    return { reading: await read(search, undefined), isFilterProven: false };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { reading: undefined, isFilterProven: false };
  }
}

function read(search: Search, accountId: string | undefined): Promise<OrderReading> {
  const { list, limit } = search;
  return readNewest({ page: (start) => list.page({ accountId, start }), sent: () => momentOf(search), limit });
}

/** Orders that are read one by one, since a list may show less than they have. */
const MOST_DETAILS = 20;

/** Reads more of those orders that may be the one and do not show enough. */
async function addDetails(
  core: ClientCore,
  orders: readonly ShownOrder[],
  expected: ExpectedOrder,
  sent: Interval,
  signal: AbortSignal | undefined,
): Promise<readonly ShownOrder[]> {
  const detailed: ShownOrder[] = [];
  let left = MOST_DETAILS;
  for (const shown of orders) {
    const isOld = compareInterval(shown.created, sent) === "before";
    const isOpen = shown.created === undefined || compareOrders(expected, shown.fields).result === "not-shown";
    const isWanted = shown.id !== undefined && !isOld && isOpen && left > 0;
    if (isWanted) left -= 1;
    detailed.push(isWanted ? await detailOf(core, shown, signal) : shown);
  }
  return detailed;
}

/** An order with what it shows by itself; as the list shows it, where it cannot be read. */
async function detailOf(core: ClientCore, shown: ShownOrder, signal: AbortSignal | undefined): Promise<ShownOrder> {
  try {
    const detail: unknown = await core.call(getOrder, { orderId: shown.id ?? "" }, { signal });
    if (!isFields(detail)) return shown;
    const own = readOrder(detail);
    const isSame = own.id === undefined || compareIds(own.id, shown.id) === "equal";
    return isSame ? readOrder({ ...shown.order, ...detail }) : shown;
  } catch (error) {
    if (isUnreadable(error)) return shown;
    throw error;
  }
}

const getOrder: typeof operations.getOrder = { ...operations.getOrder, name: OPERATION };

function compareAll(shown: ShownOrder, expected: ExpectedOrder, reference: ReadSentOrder["reference"]): ComparedOrder {
  return { shown, comparison: compareOrders(expected, shown.fields), reference: compareReference(shown, reference) };
}

function compareReference({ fields }: ShownOrder, reference: ReadSentOrder["reference"]): Comparison | undefined {
  if (reference === undefined) return undefined;
  const value = valueAt(fields, reference.path);
  if (value === undefined || value === "") return "not-shown";
  return String(value).trim() === String(reference.value).trim() ? "equal" : "different";
}
