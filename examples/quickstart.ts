/**
 * The whole chain in one sitting: find a customer by RQL, price and place an order, follow it to its completion, and
 * answer a marketplace's event. Everything is signed with OAuth 1.0a and goes over HTTPS.
 *
 * Before: nothing. A sandbox stands in for both platforms, on this machine.
 * Run:    npm start
 * Prints: each call, what came back, and how far the order is.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { startSandbox } from "@apsdirect/sandbox";
import { AppDirectClient, ApsClient, createMemoryNonceStore, type OrderRequest, rql, verifyRequest } from "apsdirect";
import { nodeFetch } from "apsdirect/node";

const sandbox = await startSandbox();
const fetch = nodeFetch({ ca: sandbox.certificate }); // a lab's certificate, trusted by these two clients alone
try {
  await placeAnOrder();
  await answerAnEvent();
} finally {
  await sandbox.close();
}

async function placeAnOrder(): Promise<void> {
  const sdk = new ApsClient({ baseUrl: sandbox.aps.baseUrl, credentials: sandbox.aps.credentials, fetch });

  step("Find a customer: sdk.accounts.list() with RQL");
  const nameStart = "Fab (A)"; // what a user typed: it cannot break out of its place in the query
  const customers = sdk.accounts.list((a) => [
    a.eq("type", "CLIENT"),
    a.like("companyName", rql.pattern`${nameStart}*`),
    a.select("aps.id", "companyName"),
  ]);
  const [customer] = await customers.all({ max: 1 });
  if (customer === undefined) throw new Error(`No customer whose name begins with ${nameStart}`);
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

  step("Place it: sdk.orders.create() is sent once, whatever happens on the way");
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
  const appdirect = new AppDirectClient({ credentials, marketplaces: [baseUrl], fetch });
  const nonceStore = createMemoryNonceStore();

  step("Run a vendor: a marketplace will notify this endpoint");
  const endpoint = createServer(async (request, response) => {
    try {
      const notification = { method: request.method ?? "GET", url: request.url ?? "/", headers: request.headers };
      await verifyRequest(notification, { secretFor: secretOf, nonceStore, publicUrl: address() });
      const eventUrl = new URL(notification.url, address()).searchParams.get("eventUrl") ?? "";
      const event = await appdirect.events.get(eventUrl);
      say(`The signature is right. The event is a ${event.type} of ${event.payload.company?.name}`);
      response.writeHead(202).end(); // the result follows
      await appdirect.events.sendResult(eventUrl, { success: true, accountIdentifier: "account-1" });
    } catch (error) {
      response.writeHead(401).end();
      fail(error);
    }
  });
  const address = (): string => `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}`;
  const secretOf = (key: string): string | undefined =>
    key === credentials.consumerKey ? credentials.consumerSecret : undefined;
  await new Promise<void>((listening) => endpoint.listen(0, "127.0.0.1", listening));
  say(address());

  step("Answer an event: verifyRequest(), events.get(), events.sendResult()");
  try {
    const sent = await sandbox.sendEvent({ type: "SUBSCRIPTION_ORDER" }, { to: address() });
    const result = await sent.result();
    say(`The marketplace has the answer: ${JSON.stringify(result)}`);
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

function fail(error: unknown): void {
  console.error(error);
  process.exitCode = 1;
}
