/**
 * A program of one call, for a worker or a page in which each kilobyte counts. A client has all methods of its platform,
 * and a bundler cannot tell which of them are called; an operation that is imported by itself brings nothing but what it
 * needs. Everything else is as in a client: types, validation, signing, and that an order is sent once.
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
