/**
 * List the payment systems and payment methods of an account, and add a payment method.
 *
 * Before: the user's Allowed Operations include payment methods with GET and POST.
 * Run:    npm run example -- payment-methods [accountId]
 * Prints: the number of payment systems, and the payment methods before and after.
 */
import { ApsClient } from "apsdirect";
import { somethingToOrder } from "./something-to-order.js";

const sdk = new ApsClient();
const { accountId } = await somethingToOrder();

const systems = await sdk.paymentMethods.listPaymentSystems({ accountId });
console.log(`${systems.length} payment systems`);
await print();
await sdk.paymentMethods.create({
  ownerAccountId: accountId,
  type: "EXTERNAL",
  perCustomer: true,
  status: "ACTIVE",
  ratified: "NOT_REQUIRED",
  defaultMethod: false,
});
await print();

async function print(): Promise<void> {
  const methods = await sdk.paymentMethods.list({ accountId });
  console.log(`Payment methods: ${methods.map(({ name, status }) => `${name ?? "unnamed"} (${status})`).join(", ")}`);
}
