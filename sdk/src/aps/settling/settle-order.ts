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
import { getValueAt, type ReadSentOrder, readSentOrder, type SentOrder } from "./sent-order.js";
import { isRefusal, isUnreadable, readOrder, type ShownOrder } from "./shown-order.js";
import { type ComparedOrder, createUndecided, decide, explanations, type OrderSettlement } from "./verdict.js";

/** Options of `orders.settle`. */
export interface SettleOptions {
  /**
   * Time from sending after which the platform certainly no longer executes the order, in milliseconds: the
   * platform's timestamp window plus a margin. A gateway may hold a request that long. If this is shorter than the
   * platform's window, an order may be reported as not placed and be placed afterwards. @defaultValue 600000
   */
  readonly lateAfter?: number | undefined;
  /** Maximum number of orders to read. @defaultValue 1000 */
  readonly maxOrders?: number | undefined;
  /**
   * This machine's clock, in milliseconds since 1970; the same clock that `sentAt` comes from. For tests.
   * @defaultValue `Date.now`
   */
  readonly now?: (() => number) | undefined;
  /** Aborts the call. */
  readonly signal?: AbortSignal | undefined;
}

const LATE_AFTER = 600_000;
const MAX_ORDERS = 1_000;

/** Public name of the method, for errors. */
const OPERATION = "orders.settle";

/** Finds out whether an order was placed. Only reads. */
export async function settleOrder(
  core: ClientCore,
  sentOrder: OutcomeUnknownError | SentOrder,
  options: SettleOptions = {},
): Promise<OrderSettlement> {
  const { order, sentAt, reference } = readSentOrder(sentOrder);
  const { now, lateAfter, maxOrders, signal } = completeOptions(options);
  const lateAt = sentAt + lateAfter;
  const mayArriveUntil = now() < lateAt ? new Date(lateAt) : undefined;
  const list = new OrderList(core, { operation: OPERATION, now, signal });
  const accountId = await findAccount(core, order, signal);
  const search: Search = { core, list, accountId, sentAt, limit: maxOrders, now };
  const { reading, isFilterProven } = (await readByAccount(search)) ?? (await readAllAccounts(search));

  const expected: ExpectedOrder = { order, accountId, referencePath: reference?.path };
  const sent = getSendingTime(search);
  const orders = await addDetails(core, list.orders, expected, sent, signal);
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

/** @throws TypeError for an invalid option */
function completeOptions({ now = Date.now, lateAfter = LATE_AFTER, maxOrders = MAX_ORDERS, signal }: SettleOptions) {
  for (const [name, value] of Object.entries({ lateAfter, maxOrders })) {
    if (!(value >= 0)) throw new TypeError(`${name} must be a number of at least 0, but is ${JSON.stringify(value)}.`);
  }
  return { now, lateAfter, maxOrders, signal };
}

/** Finds the account of an order. A change, renewal or cancellation belongs to the account of its subscription. */
async function findAccount(
  core: ClientCore,
  order: Fields,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const accountId = getField(order, "accountId");
  if (typeof accountId === "string") return accountId;
  return findSubscriptionAccount(core, getField(order, "subscriptionId"), { signal });
}

/** Search for an order. */
interface Search {
  readonly core: ClientCore;
  readonly list: OrderList;
  readonly accountId: string | undefined;
  /** Time of sending, by this machine's clock. */
  readonly sentAt: number;
  readonly limit: number;
  readonly now: () => number;
}

/** Result of a search. There is no reading if the platform refuses it. */
interface Finding {
  readonly reading: OrderReading | undefined;
  readonly isFilterProven: boolean;
}

/** Time of sending on the platform's clock, as precisely as that clock is known so far. */
function getSendingTime({ list, sentAt }: Search): Interval {
  return toPlatformTime(sentAt, list.offset);
}

/** Reads the orders of the account with a filter. Returns `undefined` if the platform does not filter as requested. */
async function readByAccount(search: Search): Promise<Finding | undefined> {
  const { core, accountId } = search;
  if (accountId === undefined) return undefined;
  try {
    const reading = await read(search, accountId);
    const probe: FilterProbe = { ...search, accountId };
    const isFiltered =
      judgeFiltered(probe, reading.orders) === "equal" && findFlaw(reading, getSendingTime(search)) === undefined;
    const isProven = isFiltered && (reading.orders.length > 0 || (await isFilterProven(probe)));
    return isProven ? { reading, isFilterProven: true } : undefined;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    forgetProofs(core);
    return undefined;
  }
}

/** Reads the newest orders of all accounts. */
async function readAllAccounts(search: Search): Promise<Finding> {
  try {
    return { reading: await read(search, undefined), isFilterProven: false };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { reading: undefined, isFilterProven: false };
  }
}

function read(search: Search, accountId: string | undefined): Promise<OrderReading> {
  const { list, limit } = search;
  return readNewest({ page: (start) => list.page({ accountId, start }), sent: () => getSendingTime(search), limit });
}

/** Maximum number of orders to read one by one, because a list may show only some of their fields. */
const MAX_DETAILS = 20;

/** Reads the details of orders that may match but do not show enough in the list. */
async function addDetails(
  core: ClientCore,
  orders: readonly ShownOrder[],
  expected: ExpectedOrder,
  sent: Interval,
  signal: AbortSignal | undefined,
): Promise<readonly ShownOrder[]> {
  const detailed: ShownOrder[] = [];
  let left = MAX_DETAILS;
  for (const shown of orders) {
    const isOld = compareInterval(shown.created, sent) === "before";
    const isOpen = shown.created === undefined || compareOrders(expected, shown.fields).result === "not-shown";
    const isWanted = shown.id !== undefined && !isOld && isOpen && left > 0;
    if (isWanted) left -= 1;
    detailed.push(isWanted ? await readDetails(core, shown, signal) : shown);
  }
  return detailed;
}

/** Reads the details of an order. Returns the order as shown in the list if it cannot be read. */
async function readDetails(core: ClientCore, shown: ShownOrder, signal: AbortSignal | undefined): Promise<ShownOrder> {
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
  const value = getValueAt(fields, reference.path);
  if (value === undefined || value === "") return "not-shown";
  return String(value).trim() === String(reference.value).trim() ? "equal" : "different";
}
