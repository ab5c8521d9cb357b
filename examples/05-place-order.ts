/**
 * Place a sales order: subscribe an account to a service plan for one month.
 *
 * Before: the user's Allowed Operations include the order manager with POST.
 * Run:    npm run example -- place-order [accountId] [planId]
 * Prints: Estimate 60.00 USD, Placed f0817852-…
 */
import { ApsClient, type OrderRequest, OutcomeUnknownError } from "apsdirect";
import { somethingToOrder } from "./something-to-order.js";

const { accountId, planId } = await somethingToOrder(); // from the command line, or the first ones found

const sdk = new ApsClient(); // APS_BASE_URL, APS_CONSUMER_KEY, APS_CONSUMER_SECRET
const order: OrderRequest = {
  type: "SALES",
  accountId,
  products: [{ planId, period: { unit: "MONTHS", duration: 1 } }],
};
const { total } = await sdk.orders.estimate(order); // places nothing
console.log(`Estimate ${total?.value} ${total?.code}`);

try {
  const { orderId } = await sdk.orders.create(order); // sent once, even if the connection fails
  console.log(`Placed ${orderId}`);
} catch (error) {
  if (!(error instanceof OutcomeUnknownError)) throw error;
  // Check before you place it again. An equal order that a person places within seconds looks the same.
  const settlement = await sdk.orders.settle(error);
  if (settlement.verdict === "placed") {
    console.log(`Placed ${settlement.order.orderId}, although the response was lost`);
  } else {
    console.error(settlement.verdict === "undecided" ? settlement.explanation : "Not placed. You can place it again.");
    process.exitCode = 1;
  }
}
