import type { ClientCore } from "../../runtime/index.js";
import { type Comparison, combineComparisons, readId } from "./comparison.js";
import { compareAccounts, listAccounts } from "./same-order.js";
import { isRefusal, type OrderPages, type ShownOrder } from "./shown-order.js";

/** Query for the orders of an account. It must be proven before an empty result counts. */
export interface FilterProbe {
  readonly core: ClientCore;
  readonly list: OrderPages;
  /** Account to filter by. */
  readonly accountId: string;
  /** This machine's clock, in milliseconds since 1970. */
  readonly now: () => number;
}

/** Validity of a proof, in milliseconds: the platform may be updated, or a gateway added in front of it. */
const PROOF_LASTS = 3_600_000;

/** Time at which the filter last found orders, by client and by the spelling of the account's ID. */
const proofs = new WeakMap<ClientCore, Map<string, number>>();

/**
 * Proves that the platform finds the orders of an account by `eq(accountId,…)`. No reference says that it does, and a
 * platform that does not know the property may return an empty list. The proof is an existing order, of any account,
 * that the filter has found. It is valid for an hour, for this client, and for IDs with the same spelling.
 */
export async function isFilterProven(probe: FilterProbe): Promise<boolean> {
  if (hasProof(probe)) return true;
  try {
    return await isProvenByOther(probe);
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

/**
 * Judges the orders that a filter by account found: `equal` if each order shows this account, `different` if one shows
 * another account. The former is kept as a proof; the latter deletes all proofs.
 */
export function judgeFiltered({ core, accountId, now }: FilterProbe, orders: readonly ShownOrder[]): Comparison {
  const result = combineComparisons(orders.map(({ fields }) => compareAccounts(accountId, fields)));
  if (result === "different") proofs.delete(core);
  if (result === "equal" && orders.length > 0) {
    const known = proofs.get(core) ?? new Map<string, number>();
    proofs.set(core, known.set(describeSpelling(accountId), now()));
  }
  return result;
}

/** Deletes the proofs that the filter works, for example after the platform refused it. */
export function forgetProofs(core: ClientCore): void {
  proofs.delete(core);
}

function hasProof({ core, accountId, now }: FilterProbe): boolean {
  const provenAt = proofs.get(core)?.get(describeSpelling(accountId));
  return provenAt !== undefined && Math.abs(now() - provenAt) < PROOF_LASTS;
}

/** Finds an order of another account without the filter, and then with it. */
async function isProvenByOther(probe: FilterProbe): Promise<boolean> {
  const { list, accountId } = probe;
  const { orders, isCached } = await list.page({ start: 0 });
  if (isCached) return false;
  // The filter found no order of this account, but the list shows one.
  if (orders.some(({ fields }) => compareAccounts(accountId, fields) === "equal")) return false;
  const other = orders
    .flatMap(({ fields }) => listAccounts(fields))
    .find(
      (account): account is string =>
        typeof account === "string" && describeSpelling(account) === describeSpelling(accountId),
    );
  if (other === undefined) return false;
  const found = await list.page({ accountId: other, start: 0 });
  return (
    found.orders.length > 0 &&
    !found.isCached &&
    judgeFiltered({ ...probe, accountId: other }, found.orders) === "equal"
  );
}

/**
 * Spelling of an ID. A filter that finds `3d2c…` may not find `3D2C…`, and one that finds UUIDs may not find numbers.
 */
function describeSpelling(accountId: string): string {
  const cases = [/[a-z]/.test(accountId) && "lower", /[A-Z]/.test(accountId) && "upper"].filter(Boolean);
  const marks = [/[{}]/.test(accountId) && "braces", /-/.test(accountId) && "hyphens"].filter(Boolean);
  return [readId(accountId)?.system, ...cases, ...marks].join(" ");
}
