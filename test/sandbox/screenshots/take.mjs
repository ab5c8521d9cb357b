/**
 * Takes the screenshots next to this file, from a sandbox that has received a few requests.
 *
 * Before: everything is built; Debian's chromium and pngquant are installed.
 * Run:    node test/sandbox/screenshots/take.mjs
 */
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { get } from "node:https";
import { startSandbox } from "@apsdirect/sandbox";
import { ApsClient, rql } from "apsdirect";
import { nodeFetch } from "apsdirect/node";
import { oauth1Signer } from "apsdirect/oauth1";
import { chromium } from "playwright-core";

const [folder = new URL(".", import.meta.url).pathname] = process.argv.slice(2);
const sandbox = await startSandbox({
  inspector: true,
  apsCredentials: { consumerKey: "crm-integration", consumerSecret: "a secret of the lab" },
});
const vendor = await startVendor();
const refused = await sendRequests();
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-lcd-text"],
});
const wide = { width: 1280, height: 800 };
const narrow = { width: 390, height: 800 };
await picture("requests-light", wide, "light", "/");
await picture("requests-narrow-dark", narrow, "dark", "/");
await picture("refused-light", wide, "light", `/#/requests/${refused}`);
await picture("refused-dark", wide, "dark", `/#/requests/${refused}`);
await picture("event-dark", wide, "dark", "/#/events", sendEvent);
await browser.close();
vendor.close();
await sandbox.close();

async function picture(name, viewport, colorScheme, address, act = async () => {}) {
  const page = await browser.newPage({ viewport, colorScheme });
  await page.goto(sandbox.inspector.url + address);
  await page.getByText("live", { exact: true }).waitFor();
  await page.waitForLoadState("networkidle", { timeout: 300 }).catch(() => {}); // the live stream never ends
  await act(page);
  const path = `${folder}/${name}.png`;
  await page.screenshot({ path });
  spawnSync("pngquant", ["--force", "--output", path, path]); // a third of the size, and nobody sees it
  await page.close();
}

async function sendEvent(page) {
  await page.getByLabel("Endpoint").fill(`http://127.0.0.1:${vendor.address().port}/events`);
  await page.getByRole("button", { name: "Send event" }).click();
  await page.getByText("The vendor responded").waitFor();
}

/** An order from its search to its completion, and a few calls that a gateway or a wrong secret spoils. */
async function sendRequests() {
  const { baseUrl, credentials } = sandbox.aps;
  const sdk = new ApsClient({ baseUrl, credentials, fetch: nodeFetch({ ca: sandbox.certificate }) });
  const customers = sdk.accounts.list((a) => [
    a.eq("type", "CLIENT"),
    a.like("companyName", rql.pattern`${"Fab (A)"}*`),
  ]);
  const [customer] = await customers.all({ max: 1 });
  const [plan] = await sdk.servicePlans.list().all({ max: 1 });
  const [{ period }] = plan.subscriptionPeriods;
  const order = { type: "SALES", accountId: customer.aps.id, products: [{ planId: plan.aps.id, period }] };
  await sdk.orders.estimate(order);
  const { orderId } = await sdk.orders.create(order);
  await sdk.orders.waitFor(orderId, { interval: 150 });
  const query = "eq(type,CLIENT),like(companyName,Fab%20%28A%29*)";
  await sendSigned(`/aps/2/collections/accounts?${query}`, `/aps/2/collections/accounts?${query}`, "another secret");
  await sendSigned(`/aps/2/collections/accounts/?${query}`, `/aps/2/collections/accounts?${query}`);
  return sandbox.requests.at(-1).number;
}

/** Sends a request that was signed for another target, or with another secret. */
async function sendSigned(signed, sent, consumerSecret = sandbox.aps.credentials.consumerSecret) {
  const { baseUrl, credentials } = sandbox.aps;
  const request = await oauth1Signer({ ...credentials, consumerSecret }).sign(new Request(baseUrl + signed));
  const headers = { accept: "application/json", authorization: request.headers.get("authorization") };
  const [response] = await once(
    get(baseUrl, { path: sent, headers, ca: sandbox.certificate, agent: false }),
    "response",
  );
  await once(response.resume(), "end");
}

async function startVendor() {
  const answer = JSON.stringify({ success: true, accountIdentifier: "account-20417" });
  const server = createServer((_, response) =>
    response.writeHead(200, { "Content-Type": "application/json" }).end(answer),
  );
  await once(server.listen(0, "127.0.0.1"), "listening");
  return server;
}
