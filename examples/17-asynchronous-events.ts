/**
 * Answer an event later, from a queue that survives a restart: the marketplace is told to wait, and gets the result when
 * it is there.
 *
 * Run:    npm run example -- asynchronous-events
 * Prints: the first answer, and the result as the marketplace has it.
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
const queue: { eventUrl: string; seats: number }[] = []; // a table or a stream, in a real product

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
      return later(); // 202: the result follows
    },
  },
});
server.on("request", nodeListener(handler));

try {
  const order = await sandbox.sendEvent({ type: "SUBSCRIPTION_ORDER" }, { to: publicUrl });
  console.log(`Answered ${order.status}: ${order.body?.message}`);
  for (const { eventUrl, seats } of queue) {
    // Sent until the marketplace has it. After a restart in between, the same line says it again.
    await client.events.settle(eventUrl, succeeded({ accountIdentifier: `account with ${seats} seats` }));
  }
  console.log(`The marketplace knows: ${(await order.result()).accountIdentifier}`);
} finally {
  server.close();
  await sandbox.close();
}
