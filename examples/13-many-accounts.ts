/**
 * Work through many accounts at once: the client has so many calls under way as `maxConcurrency` allows, and the others
 * wait their turn. One that fails ends no other.
 *
 * Run:    npm run example -- many-accounts
 * Prints: how many subscriptions each customer has.
 */
import { ApsClient } from "apsdirect";

const sdk = new ApsClient({ maxConcurrency: 4 }); // 50 unless told otherwise
const customers = await sdk.accounts
  .list((a) => [a.eq("type", "CLIENT"), a.select("aps.id", "companyName")])
  .all({ max: 100 });

const counts = await Promise.allSettled(
  customers.map(async ({ aps }) => {
    const own = sdk.bssSubscriptions.list((s) => [s.eq("account.aps.id", aps.id)]);
    return (await own.all({ max: 1_000 })).length;
  }),
);
for (const [index, { companyName }] of customers.entries()) {
  const count = counts[index];
  console.log(`${companyName}: ${count?.status === "fulfilled" ? count.value : "not known"}`);
}
