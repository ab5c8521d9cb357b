/**
 * Change, renew and cancel a subscription. Each step is an order for the subscription in billing (BSS).
 *
 * Before: the user's Allowed Operations include the order manager with POST. Each order costs or credits money.
 * Run:    npm run example -- change-subscription [APS ID of a billing subscription]
 * Prints: the order of each step and its final status.
 */
import { ApsClient, type OrderRequest } from "apsdirect";

const sdk = new ApsClient();
const [first] = await sdk.bssSubscriptions.list((s) => [s.eq("status", "ACTIVE"), s.limit(0, 1)]).all({ max: 1 });
const subscriptionId = process.argv[2] ?? first?.aps.id;
if (subscriptionId === undefined) throw new Error("There is no active subscription");

// The resources of the subscription: included units and additional units.
const resources = await sdk.bssSubscriptions.listResources(subscriptionId);
for (const { name, included, additional } of resources)
  console.log(`${name}: ${included} included, ${additional} additional`);

// A change sets new limits; it does not add to the old ones. Price it first: an estimate places nothing.
const change: OrderRequest = {
  type: "CHANGE",
  subscriptionId,
  resources: resources.flatMap(({ resourceId, included = 0 }) =>
    resourceId === undefined ? [] : [{ resourceId, amount: included + 50 }],
  ),
};
const { total } = await sdk.orders.estimate(change);
console.log(`The change costs ${total?.value} ${total?.code}`);

await done("Changed", change);
await done("Renewed", { type: "RENEWAL", subscriptionId });
await done("Cancelled", { type: "CANCELLATION", subscriptionId });

async function done(what: string, order: OrderRequest): Promise<void> {
  const { orderId } = await sdk.orders.create(order); // sent once
  const { orderNumber, provisioningStatus } = await sdk.orders.waitFor(orderId, { interval: 200 });
  console.log(`${what}: ${orderNumber} is ${provisioningStatus}`);
}
