/**
 * Run the whole chain: find a customer by RQL, price and place an order, wait until it completes, and handle an event
 * from a marketplace. Every request is signed with OAuth 1.0a and goes over HTTPS.
 *
 * Before: nothing. A sandbox on this machine replaces both platforms.
 * Run:    npm start
 * Prints: each call, its result, and the progress of the order.
 */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { startSandbox } from "@apsdirect/sandbox";
import { ApsClient, type OrderRequest, rql } from "apsdirect";
import { AppDirectClient, createEventHandler, nodeListener, succeeded } from "apsdirect/appdirect";
import { nodeFetch } from "apsdirect/node";

const sandbox = await startSandbox();
const fetch = nodeFetch({ ca: sandbox.certificate }); // only clients with this fetch trust the lab's certificate
try {
  await placeAnOrder();
  await answerAnEvent();
} finally {
  await sandbox.close();
}

async function placeAnOrder(): Promise<void> {
  const sdk = new ApsClient({ baseUrl: sandbox.aps.baseUrl, credentials: sandbox.aps.credentials, fetch });

  step("Find a customer: sdk.accounts.list() with RQL");
  const nameStart = "Fab (A)"; // user input: rql.pattern encodes it, so it cannot change the query
  const customers = sdk.accounts.list((a) => [
    a.eq("type", "CLIENT"),
    a.like("companyName", rql.pattern`${nameStart}*`),
    a.select("aps.id", "companyName"),
  ]);
  const [customer] = await customers.all({ max: 1 });
  if (customer === undefined) throw new Error(`No customer has a name that starts with ${nameStart}`);
  say(`${customer.companyName} is account ${customer.aps.id}`);

  step("Choose a plan: sdk.servicePlans.list()");
  const [plan] = await sdk.servicePlans.list().all({ max: 1 });
  const period = plan?.subscriptionPeriods?.[0]?.period;
  if (plan === undefined || period === undefined) throw new Error("No service plan to order");
  say(`${plan.name?.["en_US"]}, for ${period.duration} ${period.unit}`);

  const order: OrderRequest = {
    type: "SALES",
    accountId: customer.aps.id,
    products: [{ planId: plan.aps.id, period }],
  };

  step("Price it: sdk.orders.estimate() places nothing");
  const { total } = await sdk.orders.estimate(order, { includeTaxes: false });
  say(`${total?.value} ${total?.code}`);

  step("Place it: sdk.orders.create() sends the order once, even if the connection fails");
  const { orderId } = await sdk.orders.create(order);
  say(`Order ${orderId}`);

  step("Follow it: sdk.orders.waitFor()");
  const done = await sdk.orders.waitFor(orderId, {
    interval: 100,
    onProgress: ({ order, elapsed }) => say(`after ${elapsed} ms: ${order.provisioningStatus}`),
  });
  say(`Order ${done.orderNumber} is ${done.provisioningStatus}`);
}

async function answerAnEvent(): Promise<void> {
  const { baseUrl, credentials } = sandbox.appdirect;
  const secrets = new Map([[credentials.consumerKey, credentials.consumerSecret]]);

  step("Start a vendor: the marketplace will notify this endpoint");
  const endpoint = createServer().listen(0, "127.0.0.1");
  await once(endpoint, "listening");
  const publicUrl = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}`;
  const handler = createEventHandler({
    client: new AppDirectClient({ credentials, marketplaces: [baseUrl], fetch }),
    secretFor: (key) => secrets.get(key),
    publicUrl,
    on: {
      SUBSCRIPTION_ORDER(event) {
        say(`The signature is valid. The event is a ${event.type} of ${event.payload.company?.name}`);
        return succeeded({ accountIdentifier: "account-1" });
      },
    },
  });
  endpoint.on("request", nodeListener(handler));
  say(publicUrl);

  step("Handle an event: createEventHandler() verifies the sender, fetches the event, and runs your handler once");
  try {
    const sent = await sandbox.sendEvent({ type: "SUBSCRIPTION_ORDER" }, { to: publicUrl });
    say(`The marketplace received the result: ${JSON.stringify(await sent.result())}`);
  } finally {
    endpoint.close();
  }
}

function step(title: string): void {
  console.log(`\n${title}`);
}

function say(line: string): void {
  console.log(`  ${line}`);
}
