import { operations } from "../../generated/aps/index.js";
import type { CallOptions, ClientCore } from "../../runtime/index.js";
import { type Fields, getField, isFields, readId } from "./comparison.js";
import { findLinkedId, listAccounts } from "./same-order.js";
import { isRefusal, isUnreadable, type OrderPages, type ShownOrder } from "./shown-order.js";

/**
 * Returns true if the list of orders may omit the orders of an account, or show the account under another ID. A
 * reseller's key sees only its own account if the platform does not know `APS-Actor-Scope`. An order of this account,
 * or orders of two others, prove that the key sees more. A single other account may be the key's own, unless it
 * belongs to a customer.
 */
export async function mayHideAccount(
  core: ClientCore,
  accountId: string | undefined,
  list: OrderPages,
  options: CallOptions,
): Promise<boolean> {
  const orders = await listShownOrders(list);
  const accounts = new Map(orders.flatMap(({ fields }) => listAccounts(fields)).map((id) => [toKey(id), id]));
  const [other] = accounts.values();
  if (other === undefined) return true;
  if (accounts.has(toKey(accountId))) return false;
  const account = await readResource(core, String(other), options);
  return isBillingRecord(account) || (accounts.size === 1 && !isCustomer(account));
}

/** The billing record of an account has its own ID, by which the account cannot be found. */
function isBillingRecord(resource: Fields): boolean {
  const aps = getField(resource, "aps");
  return isFields(aps) && String(getField(aps, "type")).includes("account-info");
}

/** An account that cannot be read counts as a customer: it is not the key's own. */
function isCustomer(resource: Fields): boolean {
  const type = getField(resource, "type");
  return typeof type !== "string" || type.toUpperCase() === "CLIENT";
}

/**
 * Returns the orders that were read. If a filter that was proven earlier found none, reads the newest of all
 * accounts.
 */
async function listShownOrders(list: OrderPages): Promise<readonly ShownOrder[]> {
  if (list.orders.length > 0) return list.orders;
  try {
    return (await list.page({ start: 0 })).orders;
  } catch (error) {
    if (isRefusal(error)) return [];
    throw error;
  }
}

/** Returns the APS ID of the account that a subscription belongs to, or `undefined` if it cannot be read. */
export async function findSubscriptionAccount(
  core: ClientCore,
  subscriptionId: unknown,
  options: CallOptions,
): Promise<string | undefined> {
  if (typeof subscriptionId !== "string") return undefined;
  const account = findLinkedId(getField(await readResource(core, subscriptionId, options), "account"));
  return typeof account === "string" ? account : undefined;
}

/** Reads a resource. Returns an empty object if the key may not read it. */
async function readResource(core: ClientCore, id: string, options: CallOptions): Promise<Fields> {
  try {
    const resource: unknown = await core.call(operations.getResource, { resourceId: id }, options);
    return isFields(resource) ? resource : {};
  } catch (error) {
    if (isUnreadable(error)) return {};
    throw error;
  }
}

function toKey(id: unknown): string {
  const { system, text } = readId(id) ?? { system: "none", text: "" };
  return `${system} ${text}`;
}
