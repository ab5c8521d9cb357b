import { lookup } from "node:dns";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { AppDirectClient, createEventHandler, succeeded } from "apsdirect/appdirect";
import { type Lookup, nodeFetch } from "apsdirect/node";
import { oauth1Signer } from "apsdirect/oauth1";
import { generate } from "selfsigned";
import { describe, expect, onTestFinished, test } from "vitest";
import { credentials, secretFor } from "../../../support/credentials.js";
import { rawServer } from "../../../support/platform.js";
import { answer, json, silence } from "../../../support/raw-server.js";
import { eventPath, notified, refused } from "./notified.js";

// In the order of the table of attacks on fetching events. Rows about XML and repeated events have their own files.

const order = {
  type: "SUBSCRIPTION_ORDER",
  marketplace: { baseUrl: "https://m.example" },
  payload: { company: { uuid: "c-1", name: "C" }, order: {} },
};
const on = { SUBSCRIPTION_ORDER: () => succeeded({ accountIdentifier: "a-1" }) };

/** Starts a marketplace that must not be called, and sends notifications with event URLs that lead elsewhere. */
async function refusing(urls: readonly string[]): Promise<void> {
  const marketplace = await rawServer(json(order));
  const { notify, log } = await notified(marketplace, { on });
  for (const url of urls) expect([url, await notify([["eventUrl", url]])]).toEqual([url, refused]);
  expect(marketplace.connections()).toBe(0);
  expect(log).toHaveLength(urls.length);
}

test("a valid event URL is fetched, so that the following tests are meaningful", async () => {
  const marketplace = await rawServer(json(order));
  const { notify } = await notified(marketplace, { on });
  for (const prefix of ["/api/integration/v1", "/rest/api", "/AppDirect/rest/api"]) {
    const { status, text } = await notify([["eventUrl", `${marketplace.origin}${prefix}/events/e-${prefix.length}`]]);
    expect([status, JSON.parse(text)]).toEqual([200, { success: true, accountIdentifier: "a-1" }]);
  }
  expect(marketplace.requests[0]?.line).toBe("GET /api/integration/v1/events/e-19 HTTP/1.1");
});

test("JSON is requested, and XML is read if the marketplace writes nothing else", async () => {
  const xml = await readFile(
    new URL("../../../fixtures/appdirect-samples/06-subscription-cancel.xml", import.meta.url),
  );
  const marketplace = await rawServer(answer(String(xml), { headers: { "content-type": "application/xml" } }));
  const { notify } = await notified(marketplace, {
    on: { SUBSCRIPTION_CANCEL: ({ payload }) => succeeded({ message: payload.account.accountIdentifier }) },
  });
  const { text } = await notify([["eventUrl", marketplace.origin + eventPath]]);
  expect(JSON.parse(text)).toEqual({ success: true, message: "hpw-00317" });
  expect(marketplace.requests[0]?.headers.get("accept")).toBe("application/json, application/xml;q=0.9");
});

test("1: an event URL on a foreign host is refused before any signature is made", async () => {
  const stranger = await rawServer(json(order));
  const marketplace = await rawServer(json(order));
  let signatures = 0;
  const signer = oauth1Signer(credentials);
  const sign = (request: Request) => {
    signatures += 1;
    return signer.sign(request);
  };
  const { notify } = await notified(marketplace, { on, clientOptions: { credentials: undefined, signer: { sign } } });
  expect(await notify([["eventUrl", stranger.origin + eventPath]])).toEqual(refused);
  expect([stranger.connections(), marketplace.connections(), signatures]).toEqual([0, 0, 0]);
});

test("2: schemes other than https are refused, including http except for the lab's own address", () =>
  refusing([
    `http://marketplace.example${eventPath}`,
    "file:///etc/passwd",
    `ftp://127.0.0.1${eventPath}`,
    "data:application/json,{}",
    "javascript:alert(1)",
    "blob:https://marketplace.example/1",
  ]));

test("3: URLs that look like a marketplace's are refused", async () => {
  const marketplace = await rawServer(json(order));
  const { origin } = marketplace;
  const { host, port } = new URL(origin);
  const { notify } = await notified(marketplace, { on });
  for (const url of [
    `${origin}.evil.example${eventPath}`,
    `http://${host}@evil.example${eventPath}`,
    `http://evil.example#${host}${eventPath}`,
    `http://evil.example\\@${host}${eventPath}`,
    `http:\\\\${host}${eventPath}`,
    `http://evil.example/${host}${eventPath}`,
    `http://evil.example?${host}${eventPath}`,
    `http://127.0.0.1.:${port}${eventPath}`,
    `HTTP://${host}${eventPath}`,
    `http://user@${host}${eventPath}`,
    `http://user:password@${host}${eventPath}`,
    `http://１２７.0.0.1:${port}${eventPath}`,
    `http://127。0。0。1:${port}${eventPath}`,
    `http://127.0.0.1\t:${port}${eventPath}`,
    `http://127.0.0.1:${port}/api/integration/v1/events/e\n-1`,
    ` ${origin}${eventPath}`,
    `${origin}${eventPath} `,
    `//${host}${eventPath}`,
    eventPath,
    `https://${host}${eventPath}`,
    `http://127.0.0.1:${Number(port) + 1}${eventPath}`,
    `http://127.0.0.1${eventPath}`,
    "",
  ]) {
    expect([url, await notify([["eventUrl", url]])]).toEqual([url, refused]);
  }
  expect(marketplace.connections()).toBe(0);
});

test("4: private addresses are refused, however they are written", () =>
  refusing(
    [
      "127.0.0.1",
      "0x7f000001",
      "2130706433",
      "127.1",
      "0177.0.0.1",
      "[::1]",
      "[::ffff:127.0.0.1]",
      "0.0.0.0",
      "169.254.169.254",
      "localhost",
      "localhost.",
      "10.0.0.1",
      "[fd00::1]",
    ].map((host) => `https://${host}${eventPath}`),
  ));

describe("5: an allowed host name that resolves to a private address", () => {
  /** Starts a server on this machine with an allowed name, and a vendor with its own resolver. */
  async function rebound(resolver: Lookup) {
    const { private: key, cert } = await generate([{ name: "commonName", value: "marketplace.example" }], {
      extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: "marketplace.example" }] }],
    });
    const server = createTlsServer({ key, cert }, (_, response) => {
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(order));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    let connections = 0;
    server.on("connection", () => {
      connections += 1;
    });
    const origin = `https://marketplace.example:${(server.address() as AddressInfo).port}`;
    const notify = async (publicAddressesOnly: boolean) => {
      const fetch = nodeFetch({ ca: cert, publicAddressesOnly, lookup: resolver });
      const handler = createEventHandler({
        client: new AppDirectClient({ credentials, marketplaces: [origin], fetch, maxRetries: 0 }),
        secretFor,
        on,
        fetchDeadline: 2_000,
        logger: { warn: () => {}, error: (line) => void errors.push(line) },
      });
      const url = `https://vendor.example/events?eventUrl=${encodeURIComponent(origin + eventPath)}`;
      return handler(await oauth1Signer(credentials).sign(new Request(url)));
    };
    const errors: string[] = [];
    return { notify, errors, connections: () => connections };
  }

  test.each(["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "fd00::1"])(
    "is not called: %s",
    async (address) => {
      const family = address.includes(":") ? 6 : 4;
      const vendor = await rebound((_, __, callback) => callback(null, [{ address, family }]));
      const answer = await (await vendor.notify(true)).json();
      expect(answer).toMatchObject({ success: false, errorCode: "TRANSPORT_ERROR" });
      expect(vendor.errors.join()).toContain("the host resolves to an address that is not public");
      expect(vendor.connections()).toBe(0);
    },
  );

  test("is not called if one of several addresses is private", async () => {
    const addresses = [
      { address: "1.1.1.1", family: 4 },
      { address: "127.0.0.1", family: 4 },
    ];
    const vendor = await rebound((_, __, callback) => callback(null, addresses));
    expect(await (await vendor.notify(true)).json()).toMatchObject({ errorCode: "TRANSPORT_ERROR" });
    expect(vendor.connections()).toBe(0);
  });

  test("is not looked up twice: the client connects to the checked address", async () => {
    const hosts: string[] = [];
    const vendor = await rebound((hostname, _, callback) => {
      hosts.push(hostname);
      // No one listens at this public address. A second look-up would return this machine.
      callback(null, [{ address: hosts.length === 1 ? "192.88.100.1" : "127.0.0.1", family: 4 }]);
    });
    expect(await (await vendor.notify(true)).json()).toMatchObject({ errorCode: "TRANSPORT_ERROR" });
    expect(hosts).toEqual(["marketplace.example"]);
    expect(vendor.connections()).toBe(0);
  });

  test("would be called without that option, so that these tests are meaningful", async () => {
    const vendor = await rebound(lookup as Lookup);
    const local = nodeFetch({ publicAddressesOnly: true });
    const stranger = await rawServer(json({}));
    await expect(local(new Request(stranger.origin))).rejects.toThrow("which is not a public address");
    expect(stranger.connections()).toBe(0);
    expect((await nodeFetch()(new Request(stranger.origin))).status).toBe(200);
    expect(vendor.connections()).toBe(0);
  });

  test("cannot be refused with a proxy, which connects by itself", () => {
    expect(() => nodeFetch({ publicAddressesOnly: true, proxy: "http://proxy.example" })).toThrow(TypeError);
  });
});

test("6: a redirect is not followed, even within the marketplace", async () => {
  const marketplace = await rawServer(
    answer("", { status: 302, headers: { location: `/api/integration/v1/events/e-2` } }),
    json(order),
  );
  const { notify } = await notified(marketplace, { on });
  const { status, text } = await notify([["eventUrl", marketplace.origin + eventPath]]);
  expect([status, JSON.parse(text).success]).toEqual([200, false]);
  expect(marketplace.requests).toHaveLength(1);
});

test("7: a path that is not an event's, and a query with a signature, are refused", async () => {
  const marketplace = await rawServer(json(order));
  const { notify } = await notified(marketplace, { on });
  const { origin } = marketplace;
  for (const rest of [
    "/",
    "/api/billing/v1/companies",
    "/api/integration/v1/events/",
    "/api/integration/v1/events/../../../admin",
    "/api/integration/v1/events/%2e%2e/x",
    "/api/integration/v1/events/e%2f..%2fx",
    "//api/integration/v1/events/e-1",
    "/api/integration/v1//events/e-1",
    "/api/integration/v1/events/e-1/result",
    "/api/integration/v1/events/e-1;x=1/../y",
    `${eventPath}?oauth_consumer_key=other`,
    `${eventPath}?a=b&oauth_signature=x`,
    `${eventPath}?%6fauth_signature=x`,
  ]) {
    expect([rest, await notify([["eventUrl", origin + rest]])]).toEqual([rest, refused]);
  }
  expect(marketplace.connections()).toBe(0);
});

test("8: a token becomes one path segment, or is refused", async () => {
  const marketplace = await rawServer(json(order));
  const { notify } = await notified(marketplace, { on });
  for (const token of ["..", ".", ""]) expect([token, await notify([["token", token]])]).toEqual([token, refused]);
  expect(marketplace.connections()).toBe(0);
  const tokens = ["e-1", "12345", "../../x", "a/b", "a?b=c", "a#b", "a%2Fb", "https://evil.example/x", "é", "a b"];
  for (const token of tokens) expect((await notify([["token", token]])).status).toBe(200);
  expect(marketplace.requests.map(({ line }) => line)).toEqual(
    tokens.map((token) => `GET /api/integration/v1/events/${encodeURIComponent(token)} HTTP/1.1`),
  );
});

test("a notification with no event or two is refused, and the first parameter name takes precedence", async () => {
  const marketplace = await rawServer(json(order));
  const { notify, log } = await notified(marketplace, { on });
  const url = marketplace.origin + eventPath;
  expect(await notify([["event", url]])).toEqual(refused);
  expect(String(log[0]?.error)).toContain('has none of the parameters "eventUrl", "url", "token"');
  expect(
    await notify([
      ["eventUrl", url],
      ["eventUrl", url],
    ]),
  ).toEqual(refused);
  expect(marketplace.connections()).toBe(0);
  expect(
    (
      await notify([
        ["token", "e-2"],
        ["url", url],
        ["applicationUuid", "x"],
      ])
    ).status,
  ).toBe(200);
  expect(marketplace.requests[0]?.line).toBe(`GET ${eventPath} HTTP/1.1`);
  const other = await notified(marketplace, { on, eventUrlParameters: ["notification"], tokenParameter: "id" });
  expect((await other.notify([["notification", url]])).status).toBe(200);
  expect((await other.notify([["id", "e-3"]])).status).toBe(200);
  expect(await other.notify([["eventUrl", url]])).toEqual(refused);
});

describe("9: a response that", () => {
  test("never starts or never ends is aborted after the deadline", async () => {
    for (const reaction of [silence, "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"] as const) {
      const marketplace = await rawServer(reaction);
      const { notify } = await notified(marketplace, { on, fetchDeadline: 300 });
      const start = performance.now();
      const { text } = await notify([["eventUrl", marketplace.origin + eventPath]]);
      expect(JSON.parse(text)).toMatchObject({ success: false, errorCode: "TRANSPORT_ERROR" });
      expect(performance.now() - start).toBeLessThan(1_500);
    }
  });

  test("is huge is not read", async () => {
    const body = JSON.stringify({ ...order, padding: "x".repeat(2_000_000) });
    const marketplace = await rawServer(json(body), answer(body, { headers: { "content-type": "application/json" } }));
    const { notify } = await notified(marketplace, { on });
    for (const id of ["e-1", "e-2"]) {
      const { text } = await notify([["token", id]]);
      expect(JSON.parse(text)).toMatchObject({ success: false, errorCode: "INVALID_RESPONSE" });
    }
  });
});

describe("12: a response that is not an event", () => {
  test.each([
    { given: json("an event"), errorCode: "INVALID_RESPONSE" },
    { given: json([]), errorCode: "INVALID_RESPONSE" },
    { given: json({}), errorCode: "INVALID_RESPONSE" },
    { given: json({ type: {}, payload: {} }), errorCode: "INVALID_RESPONSE" },
    { given: json({ type: "MOON_LANDING", payload: {} }), errorCode: "CONFIGURATION_ERROR" },
    { given: answer("{", { headers: { "content-type": "application/json" } }), errorCode: "INVALID_RESPONSE" },
    { given: answer("<html>", { headers: { "content-type": "text/html" } }), errorCode: "INVALID_RESPONSE" },
    { given: answer("", { status: 204 }), errorCode: "INVALID_RESPONSE" },
    { given: json({}, { status: 404 }), errorCode: "NOT_FOUND" },
    { given: json({}, { status: 403 }), errorCode: "UNKNOWN_ERROR" },
    { given: json({}, { status: 503 }), errorCode: "UNKNOWN_ERROR" },
  ])("is answered $errorCode, in a 200, and may come again: $given", async ({ given, errorCode }) => {
    const marketplace = await rawServer(given, json(order));
    const { notify } = await notified(marketplace, { on });
    const url = marketplace.origin + eventPath;
    const { status, text } = await notify([["eventUrl", url]]);
    expect([status, JSON.parse(text)]).toMatchObject([200, { success: false, errorCode }]);
    expect(JSON.parse((await notify([["eventUrl", url]])).text)).toMatchObject({ success: true });
  });
});

test("13: the marketplace named in an event is not called", async () => {
  const stranger = await rawServer(json({ success: true }));
  const client = new AppDirectClient({ baseUrl: "https://marketplace.example", credentials });
  const usage = { account: { accountIdentifier: "a-1" }, items: [{ unit: "USER", quantity: 1 }] };
  await expect(client.usage.report(usage, { baseUrl: stranger.origin })).rejects.toThrow(
    `this client may not call ${stranger.origin}`,
  );
  expect(stranger.connections()).toBe(0);
});
