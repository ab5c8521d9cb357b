import {
  type Comparison,
  combineComparisons,
  compareIds,
  compareNumbers,
  type Fields,
  getField,
  isFields,
} from "./comparison.js";

/** An order as it was sent, and the account that it is for. */
export interface ExpectedOrder {
  /** Body of the call. */
  readonly order: Fields;
  /** APS ID of the account; `undefined` where it could not be found out. */
  readonly accountId: string | undefined;
  /** Field of the body that carries the reference, where the document marks one. */
  readonly referencePath: readonly string[] | undefined;
}

/** Result of comparing an order that was sent with one that the platform shows. */
export interface OrderComparison {
  readonly result: Comparison;
  /** Fields that decide and are not shown, or that cannot be compared. */
  readonly open: readonly string[];
}

/** A field of an order, and how it compares. */
type Part = readonly [name: string, result: Comparison];

/**
 * Compares an order that was sent with one that the platform shows. Which fields the platform shows is not confirmed, so
 * all are read with care. A difference counts only between two values of the same kind: a wrong one would have an order
 * placed twice.
 */
export function compareOrders(expected: ExpectedOrder, shown: Fields): OrderComparison {
  const { order } = expected;
  const type = readType(getField(order, "type"));
  const content = type === "SALES" ? salesParts(order, shown) : followUpParts(order, shown);
  const parts: readonly Part[] = [
    ["type", compareTypes(type, readType(getField(shown, "type")))],
    ["accountId", compareAccounts(expected.accountId, shown)],
    ...content,
    ...furtherParts(expected, shown),
  ];
  return {
    result: combineComparisons(parts.map(([, result]) => result)),
    open: parts.filter(([, result]) => result === "not-shown").map(([name]) => name),
  };
}

/** Names of the properties by which an order may show its account; the billing engine's own is `customerId`. */
const ACCOUNT_FIELDS = ["accountId", "customerId", "account", "customer"];

/** Compares an account with the one that an order shows. Properties that contradict each other leave it open. */
export function compareAccounts(accountId: string | undefined, shown: Fields): Comparison {
  const results = listAccounts(shown).map((account) => compareIds(accountId, account));
  if (results.includes("equal")) return results.includes("different") ? "not-shown" : "equal";
  return results.includes("different") ? "different" : "not-shown";
}

/** Accounts that an order shows, under whichever name. */
export function listAccounts(shown: Fields): readonly unknown[] {
  return ACCOUNT_FIELDS.map((name) => findLinkedId(getField(shown, name))).filter((account) => account !== undefined);
}

/** An ID, or that of the resource that a link leads to. A link to one resource may be a list of one. */
export function findLinkedId(value: unknown): unknown {
  const link = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (!isFields(link)) return Array.isArray(link) ? undefined : link;
  const aps = getField(link, "aps");
  return isFields(aps) ? getField(aps, "id") : getField(link, "id");
}

/** Types of orders that are known. Only two of them can be different: another word may be another name of the same. */
const knownTypes: ReadonlySet<string> = new Set(["SALES", "CHANGE", "RENEWAL", "CANCELLATION", "MIGRATION"]);

function readType(value: unknown): string | undefined {
  return typeof value === "string" ? value.trim().toUpperCase() : undefined;
}

function compareTypes(ours: string | undefined, shown: string | undefined): Comparison {
  if (ours === undefined || shown === undefined) return "not-shown";
  if (ours === shown) return "equal";
  return knownTypes.has(ours) && knownTypes.has(shown) ? "different" : "not-shown";
}

function salesParts(order: Fields, shown: Fields): readonly Part[] {
  const ours = readList(getField(order, "products")) ?? [];
  const listed = readList(getField(shown, "products")) ?? [];
  // An order of one product may show it without a list.
  const theirs = listed.length === 0 && getField(shown, "planId") !== undefined ? [shown] : listed;
  return [["products", compareProducts(ours, theirs)]];
}

/**
 * Each of ours needs a product of its own among those that are shown. The order is another one only where none of ours
 * may be among them: a platform may split an order of several products.
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

/** A change, a renewal or a cancellation acts on a subscription, and may name a plan, a period and limits. */
function followUpParts(order: Fields, shown: Fields): readonly Part[] {
  const [product, ...others] = readList(getField(shown, "products")) ?? [];
  const only = product !== undefined && others.length === 0 ? product : {};
  const shownOf = (name: string): unknown => getField(shown, name) ?? getField(only, name);
  const subscription = findLinkedId(getField(shown, "subscriptionId") ?? getField(shown, "subscription"));
  const target: Part = ["subscriptionId", compareIds(getField(order, "subscriptionId"), subscription)];
  // The plan and the period of a cancellation are those of its subscription, whoever orders it.
  if (readType(getField(order, "type")) === "CANCELLATION") return [target];
  return [
    target,
    ["planId", compareOptional(getField(order, "planId"), shownOf("planId"), compareIds)],
    ["period", compareOptional(getField(order, "period"), shownOf("period"), comparePeriods)],
    ["resources", compareResources(getField(order, "resources"), shownOf("resources"))],
  ];
}

/** What was left out and is shown cannot be compared: the platform may have filled it in. */
function compareOptional(
  ours: unknown,
  shown: unknown,
  compare: (ours: unknown, shown: unknown) => Comparison,
): Comparison {
  return ours === undefined && shown === undefined ? "equal" : compare(ours, shown);
}

function comparePeriods(ours: unknown, shown: unknown): Comparison {
  if (!isFields(ours) || !isFields(shown)) return "not-shown";
  const [left, right] = [unitOf(getField(ours, "unit")), unitOf(getField(shown, "unit"))];
  if (left === undefined || right === undefined) return "not-shown";
  const durations = compareNumbers(getField(ours, "duration"), getField(shown, "duration"));
  if (left === right) return durations;
  const [months, theirMonths] = [monthsOf(left, ours), monthsOf(right, shown)];
  return months === undefined || theirMonths === undefined ? "not-shown" : compareNumbers(months, theirMonths);
}

function unitOf(value: unknown): string | undefined {
  return typeof value === "string" ? value.trim().toUpperCase().replace(/S$/, "") : undefined;
}

/** Twelve months are a year, and a platform may show one as the other. */
function monthsOf(unit: string, period: Fields): number | undefined {
  const duration = Number(getField(period, "duration") ?? Number.NaN);
  const months = unit === "MONTH" ? 1 : unit === "YEAR" ? 12 : Number.NaN;
  return Number.isNaN(duration * months) ? undefined : duration * months;
}

function compareResources(ours: unknown, shown: unknown): Comparison {
  const [wanted, listed] = [readList(ours), readList(shown)];
  if (wanted === undefined || listed === undefined) return "not-shown";
  if (wanted.length === 0) return listed.length === 0 ? "equal" : "not-shown";
  const results = wanted.map((resource) => {
    const same = listed.filter((other) => compareIds(idOf(resource), idOf(other)) === "equal");
    const [only] = same;
    if (only === undefined || same.length > 1) return "not-shown";
    // Another amount may be the same one: whether a platform shows included units with it is not confirmed.
    return compareNumbers(getField(resource, "amount"), getField(only, "amount")) === "equal" ? "equal" : "not-shown";
  });
  return combineComparisons([...results, listed.length > wanted.length ? "not-shown" : "equal"]);
}

function idOf(resource: Fields): unknown {
  return getField(resource, "resourceId");
}

/** Fields that are compared by name, each in its own way. */
const compared: ReadonlySet<string> = new Set([
  "type",
  "accountId",
  "products",
  "subscriptionId",
  "planId",
  "period",
  "resources",
]);

/** Anything else that was sent, such as a payment method: where the order shows another value, it is not surely ours. */
function furtherParts({ order, referencePath }: ExpectedOrder, shown: Fields): readonly Part[] {
  const further = Object.keys(order).filter((name) => !compared.has(name) && name !== referencePath?.[0]);
  return further.map((name): Part => {
    const [ours, theirs] = [getField(order, name), getField(shown, name)];
    const isOther = theirs !== undefined && JSON.stringify(ours) !== JSON.stringify(theirs);
    return [name, isOther ? "not-shown" : "equal"];
  });
}

/** A list of objects, empty where it is absent; `undefined` for what cannot be read as one. */
function readList(value: unknown): readonly Fields[] | undefined {
  if (value === undefined) return [];
  return Array.isArray(value) && value.every(isFields) ? value : undefined;
}
