/**
 * Show the user a page of your own before an order completes. The handler verifies the browser's request and redirects
 * it to a URL without the signature. A signed return URL leads back to the marketplace.
 *
 * Run:    npm run example -- interactive-orders
 * Prints: each URL that the browser is redirected to, without signatures.
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

const returnUrls = new Map<string, string>(); // by event id; in production, store them in the user's session
const handler = createEventHandler({
  client: new AppDirectClient({ credentials, marketplaces: [baseUrl], fetch }),
  secretFor: (key) => secrets.get(key),
  publicUrl,
  on: {},
  interactive(event) {
    returnUrls.set(event.id, event.returnUrl ?? "");
    return `${publicUrl}/welcome/${event.id}`; // for example, a page where the user chooses a region
  },
});
const listener = nodeListener(handler);
server.on("request", (request, response) => {
  const [, event] = /^\/welcome\/(.+)$/.exec(request.url ?? "") ?? [];
  if (event === undefined) return void listener(request, response);
  const result = { success: true, accountIdentifier: `account-${event}` };
  const location = signReturnUrl(returnUrls.get(event) ?? "", result, { credentials, marketplaces: [baseUrl] });
  response.writeHead(302, { location, "referrer-policy": "no-referrer" }).end();
});

try {
  const order = await sandbox.sendEvent(
    { type: "SUBSCRIPTION_ORDER" },
    { to: `${publicUrl}/events`, interactive: true },
  );
  let next = order.location; // follow the redirects, as a browser would
  while (next !== undefined) {
    console.log(`302 ${next.replace(/[?&]oauth_.*/, "…").replaceAll(order.token, "<token>")}`);
    next = (await fetch(new Request(next))).headers.get("location") ?? undefined;
  }
  const { success, accountIdentifier } = await order.result();
  console.log(`The marketplace received: ${success}, ${accountIdentifier?.replace(order.token, "<token>")}`);
} finally {
  server.close();
  await sandbox.close();
}
