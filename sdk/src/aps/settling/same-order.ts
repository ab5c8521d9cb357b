import {
  type Comparison,
  combineComparisons,
  compareIds,
  compareNumbers,
  type Fields,
  getField,
  isFields,
} from "./comparison.js";

/** Order as it was sent, with its account. */
export interface ExpectedOrder {
  /** Body of the call. */
  readonly order: Fields;
  /** APS ID of the account; `undefined` if it could not be determined. */
  readonly accountId: string | undefined;
  /** Path of the field that carries the reference, if the document marks one. */
  readonly referencePath: readonly string[] | undefined;
}

/** Result of comparing a sent order with one that the platform shows. */
export interface OrderComparison {
  readonly result: Comparison;
  /** Relevant fields that are not shown or cannot be compared. */
  readonly open: readonly string[];
}

/** Field of an order with the result of its comparison. */
type Part = readonly [name: string, result: Comparison];

/**
 * Compares a sent order with one that the platform shows. It is not confirmed which fields the platform shows, so
 * none is required. A difference counts only between two values of the same kind, because a wrong difference would
 * cause a second order.
 */
export function compareOrders(expected: ExpectedOrder, shown: Fields): OrderComparison {
  const { order } = expected;
  const type = readType(getField(order, "type"));
  const content = type === "SALES" ? compareSales(order, shown) : compareFollowUp(order, shown);
  const parts: readonly Part[] = [
    ["type", compareTypes(type, readType(getField(shown, "type")))],
    ["accountId", compareAccounts(expected.accountId, shown)],
    ...content,
    ...compareFurtherFields(expected, shown),
  ];
  return {
    result: combineComparisons(parts.map(([, result]) => result)),
    open: parts.filter(([, result]) => result === "not-shown").map(([name]) => name),
  };
}

/** Names under which an order may show its account. The billing engine uses `customerId`. */
const ACCOUNT_FIELDS = ["accountId", "customerId", "account", "customer"];

/**
 * Compares an account with the one that an order shows. If its properties contradict each other, the result is
 * `not-shown`.
 */
export function compareAccounts(accountId: string | undefined, shown: Fields): Comparison {
  const results = listAccounts(shown).map((account) => compareIds(accountId, account));
  if (results.includes("equal")) return results.includes("different") ? "not-shown" : "equal";
  return results.includes("different") ? "different" : "not-shown";
}

/** Lists the accounts that an order shows, under any of the names. */
export function listAccounts(shown: Fields): readonly unknown[] {
  return ACCOUNT_FIELDS.map((name) => findLinkedId(getField(shown, name))).filter((account) => account !== undefined);
}

/** Returns an ID, or the ID of a linked resource. A link to one resource may be a list with one item. */
export function findLinkedId(value: unknown): unknown {
  const link = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (!isFields(link)) return Array.isArray(link) ? undefined : link;
  const aps = getField(link, "aps");
  return isFields(aps) ? getField(aps, "id") : getField(link, "id");
}

/**
 * Known types of orders. Only two known types count as different: an unknown word may be another name for one of
 * them.
 */
const knownTypes: ReadonlySet<string> = new Set(["SALES", "CHANGE", "RENEWAL", "CANCELLATION", "MIGRATION"]);

function readType(value: unknown): string | undefined {
  return typeof value === "string" ? value.trim().toUpperCase() : undefined;
}

function compareTypes(ours: string | undefined, shown: string | undefined): Comparison {
  if (ours === undefined || shown === undefined) return "not-shown";
  if (ours === shown) return "equal";
  return knownTypes.has(ours) && knownTypes.has(shown) ? "different" : "not-shown";
}

function compareSales(order: Fields, shown: Fields): readonly Part[] {
  const ours = readList(getField(order, "products")) ?? [];
  const listed = readList(getField(shown, "products")) ?? [];
  // An order with one product may show it without a list.
  const theirs = listed.length === 0 && getField(shown, "planId") !== undefined ? [shown] : listed;
  return [["products", compareProducts(ours, theirs)]];
}

/**
 * Each of our products needs its own counterpart among those shown. The orders are different only if none of our
 * products can be among them, because a platform may split an order with several products.
 */
function compareProducts(ours: readonly Fields[], theirs: readonly Fields[]): Comparison {
  if (ours.length === 0 || theirs.length === 0) return "not-shown";
  const rows = ours.map((product) => theirs.map((other) => compareProduct(product, other)));
  if (rows.flat().every((result) => result === "different")) return "different";
  const left = new Set(theirs.keys());
  for (const row of rows) {
    const match = [...left].find((index) => row[index] === "equal");
    if (match === undefined) return "not-shown";
    left.delete(match);
  }
  return left.size === 0 ? "equal" : "not-shown";
}

function compareProduct(ours: Fields, shown: Fields): Comparison {
  return combineComparisons([
    compareIds(getField(ours, "planId"), getField(shown, "planId")),
    comparePeriods(getField(ours, "period"), getField(shown, "period")),
    compareResources(getField(ours, "resources"), getField(shown, "resources")),
  ]);
}

/** A change, renewal or cancellation refers to a subscription, and may set a plan, a period and limits. */
function compareFollowUp(order: Fields, shown: Fields): readonly Part[] {
  const [product, ...others] = readList(getField(shown, "products")) ?? [];
  const only = product !== undefined && others.length === 0 ? product : {};
  const getShown = (name: string): unknown => getField(shown, name) ?? getField(only, name);
  const subscription = findLinkedId(getField(shown, "subscriptionId") ?? getField(shown, "subscription"));
  const target: Part = ["subscriptionId", compareIds(getField(order, "subscriptionId"), subscription)];
  // A cancellation always has the plan and the period of its subscription.
  if (readType(getField(order, "type")) === "CANCELLATION") return [target];
  return [
    target,
    ["planId", compareOptional(getField(order, "planId"), getShown("planId"), compareIds)],
    ["period", compareOptional(getField(order, "period"), getShown("period"), comparePeriods)],
    ["resources", compareResources(getField(order, "resources"), getShown("resources"))],
  ];
}

/** A field that was not sent but is shown cannot be compared: the platform may have filled it in. */
function compareOptional(
  ours: unknown,
  shown: unknown,
  compare: (ours: unknown, shown: unknown) => Comparison,
): Comparison {
  return ours === undefined && shown === undefined ? "equal" : compare(ours, shown);
}

function comparePeriods(ours: unknown, shown: unknown): Comparison {
  if (!isFields(ours) || !isFields(shown)) return "not-shown";
  const [left, right] = [readUnit(getField(ours, "unit")), readUnit(getField(shown, "unit"))];
  if (left === undefined || right === undefined) return "not-shown";
  const durations = compareNumbers(getField(ours, "duration"), getField(shown, "duration"));
  if (left === right) return durations;
  const [months, theirMonths] = [toMonths(left, ours), toMonths(right, shown)];
  return months === undefined || theirMonths === undefined ? "not-shown" : compareNumbers(months, theirMonths);
}

function readUnit(value: unknown): string | undefined {
  return typeof value === "string" ? value.trim().toUpperCase().replace(/S$/, "") : undefined;
}

/** Converts a period to months, because a platform may show twelve months as a year, or the reverse. */
function toMonths(unit: string, period: Fields): number | undefined {
  const duration = Number(getField(period, "duration") ?? Number.NaN);
  const months = unit === "MONTH" ? 1 : unit === "YEAR" ? 12 : Number.NaN;
  return Number.isNaN(duration * months) ? undefined : duration * months;
}

function compareResources(ours: unknown, shown: unknown): Comparison {
  const [wanted, listed] = [readList(ours), readList(shown)];
  if (wanted === undefined || listed === undefined) return "not-shown";
  if (wanted.length === 0) return listed.length === 0 ? "equal" : "not-shown";
  const results = wanted.map((resource) => {
    const same = listed.filter((other) => compareIds(getResourceId(resource), getResourceId(other)) === "equal");
    const [only] = same;
    if (only === undefined || same.length > 1) return "not-shown";
    // A different amount may still be the same one: it is not confirmed whether platforms add included units.
    return compareNumbers(getField(resource, "amount"), getField(only, "amount")) === "equal" ? "equal" : "not-shown";
  });
  return combineComparisons([...results, listed.length > wanted.length ? "not-shown" : "equal"]);
}

function getResourceId(resource: Fields): unknown {
  return getField(resource, "resourceId");
}

/** Fields that have their own comparison. */
const compared: ReadonlySet<string> = new Set([
  "type",
  "accountId",
  "products",
  "subscriptionId",
  "planId",
  "period",
  "resources",
]);

/** Compares all other sent fields, such as a payment method. If the order shows another value, it may not be ours. */
function compareFurtherFields({ order, referencePath }: ExpectedOrder, shown: Fields): readonly Part[] {
  const further = Object.keys(order).filter((name) => !compared.has(name) && name !== referencePath?.[0]);
  return further.map((name): Part => {
    const [ours, theirs] = [getField(order, name), getField(shown, name)];
    const isOther = theirs !== undefined && JSON.stringify(ours) !== JSON.stringify(theirs);
    return [name, isOther ? "not-shown" : "equal"];
  });
}

/** Reads a list of objects. An absent list is empty. Returns `undefined` for anything else. */
function readList(value: unknown): readonly Fields[] | undefined {
  if (value === undefined) return [];
  return Array.isArray(value) && value.every(isFields) ? value : undefined;
}
