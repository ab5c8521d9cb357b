/**
 * Wait until an order completes. Provisioning takes seconds to minutes. You only need the order's id, so you can resume
 * waiting after a restart.
 *
 * Run:    npm run example -- follow-order [orderId]
 * Prints: each status until the last.
 */
import { ApsClient, TimeoutError } from "apsdirect";
import { somethingToOrder } from "./something-to-order.js";

const sdk = new ApsClient();
const orderId = process.argv[2] ?? (await newOrder());

try {
  const order = await sdk.orders.waitFor(orderId, {
    interval: 200, // milliseconds; the default is 2000
    deadline: 600_000,
    onProgress: ({ order, elapsed }) => console.log(`after ${elapsed} ms: ${order.provisioningStatus}`),
  });
  console.log(`${order.orderNumber} is ${order.provisioningStatus}`);
} catch (error) {
  if (!(error instanceof TimeoutError)) throw error;
  console.error(`${error.message}. Run this again with ${orderId}`); // the order continues on the platform
  process.exitCode = 1;
}

async function newOrder(): Promise<string> {
  const { accountId, planId } = await somethingToOrder();
  const products = [{ planId, period: { unit: "MONTHS", duration: 1 } }];
  return (await sdk.orders.create({ type: "SALES", accountId, products })).orderId;
}
