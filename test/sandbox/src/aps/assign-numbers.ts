import { type ApsResource, linkedId } from "./resource.js";
import { apsTypes, isImplementing } from "./resource-types.js";

/**
 * Assigns numbers to new accounts and their billing records, as only the platform does.
 *
 * One request creates an account and its billing record, linked by an `aps.id` that the client chooses for the record.
 * Both get the same number.
 */
export function assignNumbers(
  created: readonly ApsResource[],
  existing: Iterable<ApsResource>,
): readonly ApsResource[] {
  const accounts = created.filter((resource) => isImplementing(resource.aps.type, apsTypes.account));
  if (accounts.length === 0) return created; // skip the search through all resources
  const firstFree = [...existing].reduce((highest, resource) => Math.max(highest, accountNumber(resource)), 0) + 1;
  const numberById = new Map(
    accounts.flatMap((account, index) =>
      [account.aps.id, linkedId(account["bssAccountInfo"])].map((id) => [id, firstFree + index] as const),
    ),
  );
  return created.map((resource) => assignNumber(resource, numberById.get(resource.aps.id)));
}

function assignNumber(resource: ApsResource, number: number | undefined): ApsResource {
  if (number === undefined) return resource;
  return isImplementing(resource.aps.type, apsTypes.account)
    ? { type: "CLIENT", locked: false, personal: false, ...resource, id: number }
    : { accountCurrencyCode: "USD", status: "ACTIVE", ...resource, accountId: number };
}

function accountNumber(resource: ApsResource): number {
  const { id } = resource;
  return isImplementing(resource.aps.type, apsTypes.account) && typeof id === "number" ? id : 0;
}
