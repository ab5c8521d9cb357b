/**
 * Send the result of an event later, from a queue that survives a restart. The vendor responds with 202 first and sends
 * the result when it is ready.
 *
 * Run:    npm run example -- asynchronous-events
 * Prints: the first response, and the result that the marketplace received.
 */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { startSandbox } from "@apsdirect/sandbox";
import { AppDirectClient, createEventHandler, later, nodeListener, succeeded } from "apsdirect/appdirect";
import { nodeFetch } from "apsdirect/node";

const sandbox = await startSandbox();
const { baseUrl, credentials } = sandbox.appdirect;
const client = new AppDirectClient({
  credentials,
  marketplaces: [baseUrl],
  fetch: nodeFetch({ ca: sandbox.certificate }),
});
const secrets = new Map([[credentials.consumerKey, credentials.consumerSecret]]);
const queue: { eventUrl: string; seats: number }[] = []; // in production, a database table or a stream

const server = createServer().listen(0, "127.0.0.1");
await once(server, "listening");
const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const handler = createEventHandler({
  client,
  secretFor: (key) => secrets.get(key),
  publicUrl,
  on: {
    SUBSCRIPTION_ORDER({ payload }, { eventUrl }) {
      queue.push({ eventUrl, seats: payload.order.items?.[0]?.quantity ?? 1 });
      return later(); // responds with 202: the result follows
    },
  },
});
server.on("request", nodeListener(handler));

try {
  const order = await sandbox.sendEvent({ type: "SUBSCRIPTION_ORDER" }, { to: publicUrl });
  console.log(`Response ${order.status}: ${order.body?.message}`);
  for (const { eventUrl, seats } of queue) {
    // Retries until the marketplace has the result. After a restart, run the same call again.
    await client.events.settle(eventUrl, succeeded({ accountIdentifier: `account with ${seats} seats` }));
  }
  console.log(`The marketplace received: ${(await order.result()).accountIdentifier}`);
} finally {
  server.close();
  await sandbox.close();
}
