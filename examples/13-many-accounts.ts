/**
 * Process many accounts in parallel. The client runs up to `maxConcurrency` calls at once and queues the rest. A failed
 * call does not affect the others.
 *
 * Run:    npm run example -- many-accounts
 * Prints: the number of subscriptions of each customer.
 */
import { ApsClient } from "apsdirect";

const sdk = new ApsClient({ maxConcurrency: 4 }); // the default is 50
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
  console.log(`${companyName}: ${count?.status === "fulfilled" ? count.value : "unknown"}`);
}
