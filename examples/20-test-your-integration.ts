/**
 * Test your own integration with a sandbox for each test. It runs on free ports, and records every request and whether
 * its signature was valid.
 *
 * Run:    npm run example -- test-your-integration
 * Prints: the request that placed the order, and the verdict on its signature.
 */
import assert from "node:assert/strict";
import { startSandbox } from "@apsdirect/sandbox";
import { ApsClient } from "apsdirect";
import { nodeFetch } from "apsdirect/node";

/** The code under test: orders the first plan for one month. */
async function sell(sdk: ApsClient, companyName: string): Promise<string> {
  const [customer] = await sdk.accounts.list((a) => [a.eq("companyName", companyName), a.limit(0, 1)]).all({ max: 1 });
  const [plan] = await sdk.servicePlans.list((p) => [p.limit(0, 1)]).all({ max: 1 });
  if (customer === undefined || plan === undefined) throw new Error(`nothing to sell to ${companyName}`);
  const products = [{ planId: plan.aps.id, period: { unit: "MONTHS", duration: 1 } }];
  return (await sdk.orders.create({ type: "SALES", accountId: customer.aps.id, products })).orderId;
}

const sandbox = await startSandbox({ orderDuration: 0 }); // milliseconds until an order completes
try {
  const { baseUrl, credentials } = sandbox.aps;
  const sdk = new ApsClient({ baseUrl, credentials, fetch: nodeFetch({ ca: sandbox.certificate }) });

  const orderId = await sell(sdk, "Northwind Traders");
  assert.equal((await sdk.orders.get(orderId)).provisioningStatus, "COMPLETED");

  const posts = sandbox.requests.filter(({ method }) => method === "POST");
  assert.equal(posts.length, 1); // exactly one order
  console.log(`${posts[0]?.method} ${posts[0]?.target}: signature ${posts[0]?.signature.ok ? "valid" : "invalid"}`);
  await assert.rejects(sell(sdk, "No such company"), /nothing to sell/);
} finally {
  await sandbox.close();
}
