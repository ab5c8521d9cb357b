/**
 * Answer a marketplace's events: order, change, cancellation, notice, users, a ping, an order that takes longer, and one
 * that a browser brings. The vendor is in `vendor.ts`; a sandbox stands in for the marketplace.
 *
 * Run:    npm run example -- answer-events
 * Prints: each event, and what the marketplace knows in the end.
 */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type EventDraft, type SendEventOptions, startSandbox } from "@apsdirect/sandbox";
import { AppDirectClient, nodeListener } from "apsdirect/appdirect";
import { nodeFetch } from "apsdirect/node";
import { createVendor } from "./vendor.js";

const sandbox = await startSandbox();
const { baseUrl, credentials } = sandbox.appdirect;
const fetch = nodeFetch({ ca: sandbox.certificate }); // against real marketplaces: { publicAddressesOnly: true }
const client = new AppDirectClient({ credentials, marketplaces: [baseUrl], fetch });
const secrets = new Map([[credentials.consumerKey, credentials.consumerSecret]]);

const server = createServer().listen(0, "127.0.0.1");
await once(server, "listening");
const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // what the marketplace calls, and signs
const vendor = createVendor({ client, secretFor: (key) => secrets.get(key), publicUrl });
server.on("request", nodeListener(vendor));

try {
  const { accountIdentifier } = await sent("An order", { type: "SUBSCRIPTION_ORDER" });
  const account = { accountIdentifier: accountIdentifier ?? "", status: "ACTIVE", parentAccountIdentifier: null };
  await sent("A change", { type: "SUBSCRIPTION_CHANGE", payload: { account } });
  await sent("A user is let in", { type: "USER_ASSIGNMENT", payload: { account } });
  await sent("And out again", { type: "USER_UNASSIGNMENT", payload: { account } });
  await sent("A notice", { type: "SUBSCRIPTION_NOTICE", payload: { account } });
  await sent("A cancellation", { type: "SUBSCRIPTION_CANCEL", payload: { account } });
  await sent("A second one: the account is gone", { type: "SUBSCRIPTION_CANCEL", payload: { account } });
  await sent("A ping, which changes nothing", { type: "SUBSCRIPTION_ORDER", flag: "STATELESS" });
  const items = [{ unit: "USER", quantity: 500 }];
  const order = { editionCode: "STUDIO", addonOfferingCode: null, pricingDuration: "MONTHLY", items };
  await sent("An order that takes longer", { type: "SUBSCRIPTION_ORDER", payload: { order } });
  await sent("An order that a browser brings", { type: "SUBSCRIPTION_ORDER" }, { interactive: true });
  await sent("An order to a vendor who answers in XML", { type: "SUBSCRIPTION_ORDER" }, { accept: "application/xml" });
} finally {
  await vendor.idle();
  server.close();
  await sandbox.close();
}

/** Has the marketplace send an event, and waits for its result, whichever way that comes. */
async function sent(title: string, event: EventDraft, options: Omit<SendEventOptions, "to"> = {}) {
  const delivery = await sandbox.sendEvent(event, { ...options, to: `${publicUrl}/events` });
  if (delivery.location !== undefined) await fetch(new Request(delivery.location)); // what the browser does
  const result = await delivery.result();
  console.log(`${title}: ${delivery.status}, ${JSON.stringify(result)}`);
  return result;
}
