/**
 * Find missing permissions before a customer does: compare the Allowed Operations of the key's user with the operations
 * that each method of the client needs.
 *
 * Run:    npm run example -- check-permissions [APS ID of the key's user]
 * Prints: a line for each method that would fail with 403, and the right it needs.
 */
import { ApsClient } from "apsdirect";

const sdk = new ApsClient(); // APS_BASE_URL, APS_CONSUMER_KEY, APS_CONSUMER_SECRET
const staff = sdk.resources.list((r) => [
  r.implementing("http://parallels.com/aps/types/pa/admin-user/1.2"),
  r.limit(0, 1),
]);
const userId = process.argv[2] ?? (await staff.all({ max: 1 }))[0]?.aps.id ?? "";
const { operations, unreadable } = await sdk.permissions.check({ userId });
if (unreadable !== undefined) console.log(`Cannot read the rights of this user: ${unreadable}`);
for (const { operation, needs, verdict } of operations) {
  if (verdict === "denied") console.log(`${operation} needs ${needs.join(", or ")}`);
}
