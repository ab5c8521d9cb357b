import type { ClientCore } from "../../runtime/index.js";
import { type Comparison, combineComparisons, readId } from "./comparison.js";
import { compareAccounts, listAccounts } from "./same-order.js";
import { isRefusal, type OrderPages, type ShownOrder } from "./shown-order.js";

/** A way to ask for the orders of an account, to be proven before an empty answer counts. */
export interface FilterProbe {
  readonly core: ClientCore;
  readonly list: OrderPages;
  /** Account whose orders are to be found by the filter. */
  readonly accountId: string;
  /** Clock of this machine, in milliseconds since 1970. */
  readonly now: () => number;
}

/** Milliseconds for which a proof is good: a platform may be updated, or a gateway be put in front of it. */
const PROOF_LASTS = 3_600_000;

/** When the filter was last seen to find orders, by client and by the spelling of the account's ID. */
const proofs = new WeakMap<ClientCore, Map<string, number>>();

/**
 * Proves that the platform finds the orders of an account by `eq(accountId,…)`: no reference says that it does, and a
 * platform that does not know the property may well answer with an empty list. The proof is an order that exists, of any
 * account, and that the filter has found. It counts for an hour, for this client, and for IDs of the same spelling.
 */
export async function isFilterProven(probe: FilterProbe): Promise<boolean> {
  if (hasProof(probe)) return true;
  try {
    return await provesByOther(probe);
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

/**
 * Judges what a filter by an account found: `equal` where each order shows this account, `different` where one shows
 * another. Keeps the first as a proof, and forgets all proofs after the second.
 */
export function judgeFiltered({ core, accountId, now }: FilterProbe, orders: readonly ShownOrder[]): Comparison {
  const result = combineComparisons(orders.map(({ fields }) => compareAccounts(accountId, fields)));
  if (result === "different") proofs.delete(core);
  if (result === "equal" && orders.length > 0) {
    const known = proofs.get(core) ?? new Map<string, number>();
    proofs.set(core, known.set(spellingOf(accountId), now()));
  }
  return result;
}

/** Forgets that the filter has worked, as after a refusal of it. */
export function forgetProofs(core: ClientCore): void {
  proofs.delete(core);
}

function hasProof({ core, accountId, now }: FilterProbe): boolean {
  const provenAt = proofs.get(core)?.get(spellingOf(accountId));
  return provenAt !== undefined && Math.abs(now() - provenAt) < PROOF_LASTS;
}

/** Finds an order without the filter, and then with it. */
async function provesByOther(probe: FilterProbe): Promise<boolean> {
  const { list, accountId } = probe;
  const { orders, isCached } = await list.page({ start: 0 });
  if (isCached) return false;
  // The filter found nothing of this account, and here it is.
  if (orders.some(({ fields }) => compareAccounts(accountId, fields) === "equal")) return false;
  const other = orders
    .flatMap(({ fields }) => listAccounts(fields))
    .find((account): account is string => typeof account === "string" && spellingOf(account) === spellingOf(accountId));
  if (other === undefined) return false;
  const found = await list.page({ accountId: other, start: 0 });
  return (
    found.orders.length > 0 &&
    !found.isCached &&
    judgeFiltered({ ...probe, accountId: other }, found.orders) === "equal"
  );
}

/**
 * How an ID is spelled. A filter that finds `3d2c…` need not find `3D2C…`, and one that finds UUIDs need not find numbers.
 */
function spellingOf(accountId: string): string {
  const cases = [/[a-z]/.test(accountId) && "lower", /[A-Z]/.test(accountId) && "upper"].filter(Boolean);
  const marks = [/[{}]/.test(accountId) && "braces", /-/.test(accountId) && "hyphens"].filter(Boolean);
  return [readId(accountId)?.system, ...cases, ...marks].join(" ");
}
