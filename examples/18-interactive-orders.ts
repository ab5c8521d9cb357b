/**
 * Take a user through a page of one's own before an order is done: the marketplace's browser request is verified and sent
 * on to a clean address, and the way back is signed.
 *
 * Run:    npm run example -- interactive-orders
 * Prints: each address that the browser is sent to, without its signature.
 */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { startSandbox } from "@apsdirect/sandbox";
import { AppDirectClient, createEventHandler, nodeListener, signReturnUrl } from "apsdirect/appdirect";
import { nodeFetch } from "apsdirect/node";

const sandbox = await startSandbox();
const { baseUrl, credentials } = sandbox.appdirect;
const fetch = nodeFetch({ ca: sandbox.certificate });
const secrets = new Map([[credentials.consumerKey, credentials.consumerSecret]]);

const server = createServer().listen(0, "127.0.0.1");
await once(server, "listening");
const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const waysBack = new Map<string, string>(); // by the event's id; a real shop keeps them with the user's session
const handler = createEventHandler({
  client: new AppDirectClient({ credentials, marketplaces: [baseUrl], fetch }),
  secretFor: (key) => secrets.get(key),
  publicUrl,
  on: {},
  interactive(event) {
    waysBack.set(event.id, event.returnUrl ?? "");
    return `${publicUrl}/welcome/${event.id}`; // where the user chooses a region, say
  },
});
const listener = nodeListener(handler);
server.on("request", (request, response) => {
  const [, event] = /^\/welcome\/(.+)$/.exec(request.url ?? "") ?? [];
  if (event === undefined) return void listener(request, response);
  const result = { success: true, accountIdentifier: `account-${event}` };
  const location = signReturnUrl(waysBack.get(event) ?? "", result, { credentials, marketplaces: [baseUrl] });
  response.writeHead(302, { location, "referrer-policy": "no-referrer" }).end();
});

try {
  const order = await sandbox.sendEvent(
    { type: "SUBSCRIPTION_ORDER" },
    { to: `${publicUrl}/events`, interactive: true },
  );
  let next = order.location; // from here on, what the browser does
  while (next !== undefined) {
    console.log(`302 ${next.replace(/[?&]oauth_.*/, "…").replaceAll(order.token, "<token>")}`);
    next = (await fetch(new Request(next))).headers.get("location") ?? undefined;
  }
  const { success, accountIdentifier } = await order.result();
  console.log(`The marketplace knows: ${success}, ${accountIdentifier?.replace(order.token, "<token>")}`);
} finally {
  server.close();
  await sandbox.close();
}
