/**
 * Handle every kind of event from a marketplace: orders, changes, cancellations, notices, user assignments, a ping, an
 * order with a late result, and an interactive order. The vendor is in `vendor.ts`; a sandbox plays the marketplace.
 *
 * Run:    npm run example -- answer-events
 * Prints: each event, the status of the response, and the result that the marketplace received.
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
const fetch = nodeFetch({ ca: sandbox.certificate }); // for real marketplaces: { publicAddressesOnly: true }
const client = new AppDirectClient({ credentials, marketplaces: [baseUrl], fetch });
const secrets = new Map([[credentials.consumerKey, credentials.consumerSecret]]);

const server = createServer().listen(0, "127.0.0.1");
await once(server, "listening");
const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // the URL that the marketplace calls and signs
const vendor = createVendor({ client, secretFor: (key) => secrets.get(key), publicUrl });
server.on("request", nodeListener(vendor));

try {
  const { accountIdentifier } = await sent("An order", { type: "SUBSCRIPTION_ORDER" });
  const account = { accountIdentifier: accountIdentifier ?? "", status: "ACTIVE", parentAccountIdentifier: null };
  await sent("A change", { type: "SUBSCRIPTION_CHANGE", payload: { account } });
  await sent("A user assignment", { type: "USER_ASSIGNMENT", payload: { account } });
  await sent("A user removal", { type: "USER_UNASSIGNMENT", payload: { account } });
  await sent("A notice", { type: "SUBSCRIPTION_NOTICE", payload: { account } });
  await sent("A cancellation", { type: "SUBSCRIPTION_CANCEL", payload: { account } });
  await sent("A second cancellation, which fails", { type: "SUBSCRIPTION_CANCEL", payload: { account } });
  await sent("A ping, which changes nothing", { type: "SUBSCRIPTION_ORDER", flag: "STATELESS" });
  const items = [{ unit: "USER", quantity: 500 }];
  const order = { editionCode: "STUDIO", addonOfferingCode: null, pricingDuration: "MONTHLY", items };
  await sent("An order with a late result", { type: "SUBSCRIPTION_ORDER", payload: { order } });
  await sent("An interactive order", { type: "SUBSCRIPTION_ORDER" }, { interactive: true });
  await sent("An order with an XML response", { type: "SUBSCRIPTION_ORDER" }, { accept: "application/xml" });
} finally {
  await vendor.idle();
  server.close();
  await sandbox.close();
}

/** Makes the marketplace send an event, and waits for the result: in the response, later, or through the browser. */
async function sent(title: string, event: EventDraft, options: Omit<SendEventOptions, "to"> = {}) {
  const delivery = await sandbox.sendEvent(event, { ...options, to: `${publicUrl}/events` });
  if (delivery.location !== undefined) await fetch(new Request(delivery.location)); // as a browser would
  const result = await delivery.result();
  console.log(`${title}: ${delivery.status}, ${JSON.stringify(result)}`);
  return result;
}
