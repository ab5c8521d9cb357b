/**
 * A vendor on a socket, for `bench.mjs`: says its port once, and on SIGUSR2 the CPU time that it has used so far, in
 * microseconds. Events come from a marketplace in the same process, which is a `fetch` that answers at once: what is
 * measured is what the vendor does, and not a second connection.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { AppDirectClient, createEventHandler, nodeListener, succeeded } from "apsdirect/appdirect";

const [name] = process.argv.slice(2);
const samples = new URL("../../fixtures/appdirect-samples/", import.meta.url);
const credentials = { consumerKey: "bench-key", consumerSecret: "bench-secret" };
const publicUrl = "https://vendor.example";

function eventHandler(format) {
  const body = readFileSync(new URL(`01-subscription-order.${format}`, samples));
  const headers = { "content-type": `application/${format}` };
  return createEventHandler({
    client: new AppDirectClient({
      credentials,
      marketplaces: ["https://marketplace.example"],
      fetch: async () => new Response(body, { headers }),
    }),
    secretFor: (key) => (key === credentials.consumerKey ? credentials.consumerSecret : undefined),
    publicUrl,
    on: { SUBSCRIPTION_ORDER: ({ id }) => succeeded({ accountIdentifier: id }) },
  });
}

const vendors = {
  // What answers without looking: the same request and response objects, and nothing between them.
  bare: () => ({ answer: async () => Response.json({ success: true, accountIdentifier: "a-1" }) }),
  "JSON events": () => eventHandler("json"),
  "XML events": () => eventHandler("xml"),
};

const server = createServer(nodeListener(vendors[name]()));
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.on("SIGUSR2", () => {
  const { user, system } = process.cpuUsage();
  console.log(user + system);
});
