import { operations } from "../../generated/aps/index.js";
import type { CallOptions, ClientCore } from "../../runtime/index.js";
import { type Fields, getField, isFields, readId } from "./comparison.js";
import { findLinkedId, listAccounts } from "./same-order.js";
import { isRefusal, isUnreadable, type OrderPages, type ShownOrder } from "./shown-order.js";

/**
 * States that the list of orders may leave out those of an account, or show the account under another ID. A reseller's
 * key sees its own account alone where the platform does not know `APS-Actor-Scope`. An order of this account, or of two
 * others, shows that it sees more; a single other account may be its own, unless that is a customer's.
 */
export async function mayHideAccount(
  core: ClientCore,
  accountId: string | undefined,
  list: OrderPages,
  options: CallOptions,
): Promise<boolean> {
  const orders = await shownOrders(list);
  const seen = new Map(orders.flatMap(({ fields }) => listAccounts(fields)).map((id) => [keyOf(id), id]));
  const [other] = seen.values();
  if (other === undefined) return true;
  if (seen.has(keyOf(accountId))) return false;
  const account = await resourceOf(core, String(other), options);
  return isBillingRecord(account) || (seen.size === 1 && !isCustomer(account));
}

/** The billing side's record of an account has an ID of its own: no account is found by it. */
function isBillingRecord(resource: Fields): boolean {
  const aps = getField(resource, "aps");
  return isFields(aps) && String(getField(aps, "type")).includes("account-info");
}

/** What cannot be read is not the key's own account. */
function isCustomer(resource: Fields): boolean {
  const type = getField(resource, "type");
  return typeof type !== "string" || type.toUpperCase() === "CLIENT";
}

/** Orders that were read; the newest of all accounts, where a filter that was proven before has found none. */
async function shownOrders(list: OrderPages): Promise<readonly ShownOrder[]> {
  if (list.seen.length > 0) return list.seen;
  try {
    return (await list.page({ start: 0 })).orders;
  } catch (error) {
    if (isRefusal(error)) return [];
    throw error;
  }
}

/** APS ID of the account that a subscription belongs to; `undefined` where it cannot be read. */
export async function findSubscriptionAccount(
  core: ClientCore,
  subscriptionId: unknown,
  options: CallOptions,
): Promise<string | undefined> {
  if (typeof subscriptionId !== "string") return undefined;
  const account = findLinkedId(getField(await resourceOf(core, subscriptionId, options), "account"));
  return typeof account === "string" ? account : undefined;
}

/** A resource; nothing of it where the platform does not let it be read. */
async function resourceOf(core: ClientCore, id: string, options: CallOptions): Promise<Fields> {
  try {
    const resource: unknown = await core.call(operations.getResource, { resourceId: id }, options);
    return isFields(resource) ? resource : {};
  } catch (error) {
    if (isUnreadable(error)) return {};
    throw error;
  }
}

function keyOf(id: unknown): string {
  const { system, text } = readId(id) ?? { system: "none", text: "" };
  return `${system} ${text}`;
}
