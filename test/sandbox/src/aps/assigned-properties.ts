import { type ApsResource, linkedId } from "./resource.js";
import { apsTypes, isImplementing } from "./resource-types.js";

/**
 * Gives new accounts, and the billing records that come with them, the numbers that only the platform assigns.
 *
 * An account and its billing record are created in one request, tied by the client-chosen `aps.id` of the record, and
 * bear the same number.
 */
export function withAssignedProperties(
  created: readonly ApsResource[],
  existing: readonly ApsResource[],
): readonly ApsResource[] {
  const firstFree = Math.max(0, ...existing.map(accountNumber)) + 1;
  const accounts = created.filter((resource) => isImplementing(resource.aps.type, apsTypes.account));
  const numberById = new Map(
    accounts.flatMap((account, index) =>
      [account.aps.id, linkedId(account["bssAccountInfo"])].map((id) => [id, firstFree + index] as const),
    ),
  );
  return created.map((resource) => withNumber(resource, numberById.get(resource.aps.id)));
}

function withNumber(resource: ApsResource, number: number | undefined): ApsResource {
  if (number === undefined) return resource;
  return isImplementing(resource.aps.type, apsTypes.account)
    ? { type: "CLIENT", locked: false, personal: false, ...resource, id: number }
    : { accountCurrencyCode: "USD", status: "ACTIVE", ...resource, accountId: number };
}

function accountNumber(resource: ApsResource): number {
  const { id } = resource;
  return isImplementing(resource.aps.type, apsTypes.account) && typeof id === "number" ? id : 0;
}
