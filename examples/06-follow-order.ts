/**
 * Follow an order to its end. Provisioning takes from seconds to minutes, so the waiting can be taken up again from the
 * order's id alone, after a restart for instance.
 *
 * Run:    npm run example -- follow-order [orderId]
 * Prints: each status on the way, and the last.
 */
import { ApsClient, TimeoutError } from "apsdirect";
import { somethingToOrder } from "./something-to-order.js";

const sdk = new ApsClient();
const orderId = process.argv[2] ?? (await newOrder());

try {
  const order = await sdk.orders.waitFor(orderId, {
    interval: 200, // milliseconds; 2000 unless told otherwise
    deadline: 600_000,
    onProgress: ({ order, elapsed }) => console.log(`after ${elapsed} ms: ${order.provisioningStatus}`),
  });
  console.log(`${order.orderNumber} is ${order.provisioningStatus}`);
} catch (error) {
  if (!(error instanceof TimeoutError)) throw error;
  console.error(`${error.message}. Run this again with ${orderId}`); // the order goes on without us
  process.exitCode = 1;
}

async function newOrder(): Promise<string> {
  const { accountId, planId } = await somethingToOrder();
  const products = [{ planId, period: { unit: "MONTHS", duration: 1 } }];
  return (await sdk.orders.create({ type: "SALES", accountId, products })).orderId;
}
