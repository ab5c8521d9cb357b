/**
 * Import a single operation, for workers and web pages where bundle size matters. A client contains every method of its
 * platform, and bundlers cannot drop unused methods. A single operation includes only the code it needs. Types,
 * validation, signing and retries work as in a client.
 *
 * Run:    npm run example -- one-call
 * Prints: Placed f0817852-…
 */
import { createOrder } from "apsdirect/aps/operations";
import { ClientCore, withEnvironment } from "apsdirect/runtime";
import { somethingToOrder } from "./something-to-order.js";

const { accountId, planId } = await somethingToOrder();

const core = new ClientCore(withEnvironment("APS", {})); // APS_BASE_URL, APS_CONSUMER_KEY, APS_CONSUMER_SECRET
const period = { unit: "MONTHS", duration: 1 };
const { orderId } = await core.call(createOrder, {
  body: { type: "SALES", accountId, products: [{ planId, period }] },
});
console.log(`Placed ${orderId}`);
