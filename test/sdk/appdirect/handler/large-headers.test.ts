import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { AppDirectClient, createEventHandler, nodeListener, succeeded } from "apsdirect/appdirect";
import { oauth1Signer } from "apsdirect/oauth1";
import { expect, onTestFinished, test } from "vitest";
import { credentials, secretFor } from "../../../support/credentials.js";
import { rawServer } from "../../../support/platform.js";
import { json } from "../../../support/raw-server.js";
import { eventPath } from "./notified.js";

const MIB = 1024 * 1024;

/** Starts a vendor whose server accepts headers of any size, and sends signed notifications with additional headers. */
async function vendor() {
  const marketplace = await rawServer(
    json({
      type: "SUBSCRIPTION_CANCEL",
      payload: { account: { accountIdentifier: "a-1" } },
      marketplace: { baseUrl: "https://m.example" },
    }),
  );
  const server = createServer({ maxHeaderSize: 16 * MIB }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const handler = createEventHandler({
    client: new AppDirectClient({ baseUrl: marketplace.origin, credentials, maxRetries: 0 }),
    secretFor,
    bearer: () => false,
    basic: () => false,
    trustedProxies: ["127.0.0.1"],
    on: { SUBSCRIPTION_CANCEL: () => succeeded() },
    logger: { warn: () => {}, error: () => {} },
  });
  server.on("request", nodeListener(handler));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const target = `${publicUrl}/?eventUrl=${encodeURIComponent(marketplace.origin + eventPath)}`;
  return async (headers: Readonly<Record<string, string>>) => {
    const { headers: own } = await oauth1Signer(credentials).sign(new Request(target));
    const proxy = { "x-forwarded-proto": "http", "x-forwarded-host": new URL(publicUrl).host };
    const started = performance.now();
    const answer = await fetch(target, { headers: { ...Object.fromEntries(own), ...proxy, ...headers } });
    const text = await answer.text();
    return { status: answer.status, text, type: answer.headers.get("content-type"), time: performance.now() - started };
  };
}

test.each([
  { what: "200,000 ranges", accept: "*/*,".repeat(200_000), type: "application/json" },
  { what: "200,000 named types", accept: "application/xml,".repeat(200_000), type: "application/xml" },
  { what: "200,000 parameters", accept: `application/json${";q=1".repeat(200_000)}`, type: "application/json" },
  { what: "a megabyte of blanks", accept: `a${" ".repeat(MIB)}b`, type: "application/json" },
])("F13: an Accept header of $what is answered, in linear time", async ({ accept, type }) => {
  const send = await vendor();
  const answer = await send({ accept });
  expect(answer).toMatchObject({ status: 200, type });
  expect(answer.time).toBeLessThan(5_000);
});

test.each([
  { what: "Authorization, a bearer token", headers: { authorization: `Bearer ${"t".repeat(4 * MIB)}` } },
  { what: "Authorization, HTTP Basic", headers: { authorization: `Basic ${"t".repeat(4 * MIB)}` } },
  { what: "Authorization, blanks", headers: { authorization: `Bearer ${" ".repeat(4 * MIB)}x` } },
  { what: "Authorization, OAuth", headers: { authorization: `OAuth ${'a="b",'.repeat(MIB)}` } },
  { what: "X-Forwarded-Host", headers: { "x-forwarded-host": "a.".repeat(2 * MIB) } },
  { what: "X-Forwarded-Host, a list", headers: { "x-forwarded-host": ",".repeat(4 * MIB) } },
  { what: "X-Forwarded-Proto", headers: { "x-forwarded-proto": "http".repeat(MIB) } },
])("F13: a header of 4 MiB is refused in linear time: $what", async ({ headers }) => {
  const send = await vendor();
  const answer = await send(headers);
  expect(answer.status).toBe(401);
  expect(answer.time).toBeLessThan(5_000);
});

test("F13: a Content-Type of 4 MiB is read in linear time", async () => {
  const send = await vendor();
  expect((await send({ "content-type": "text/plain,".repeat(400_000) })).time).toBeLessThan(5_000);
});
