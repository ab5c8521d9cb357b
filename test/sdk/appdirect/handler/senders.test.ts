import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import {
  AppDirectClient,
  createEventHandler,
  type EventHandlerOptions,
  type Sender,
  succeeded,
} from "apsdirect/appdirect";
import { bearerSigner, createMemoryNonceStore, oauth1Signer } from "apsdirect/oauth1";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { credentials } from "../../../support/credentials.js";
import { rawServer } from "../../../support/platform.js";
import { json } from "../../../support/raw-server.js";
import { vendorOf } from "./vendor.js";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const order = { type: "SUBSCRIPTION_ORDER", marketplace: { baseUrl: "https://m.example" }, payload: { order: {} } };

/** Starts a vendor that verifies senders with these options, and records them. */
async function vendorThatTrusts(options: Partial<EventHandlerOptions>) {
  const senders: Sender[] = [];
  const vendor = await vendorOf(sandbox, {
    secretFor: undefined,
    on: {
      SUBSCRIPTION_ORDER(_, { sender }) {
        senders.push(sender);
        return succeeded({ accountIdentifier: "a-1" });
      },
    },
    ...options,
  });
  const { eventUrl } = await sandbox.sendEvent({ type: "SUBSCRIPTION_ORDER" }, { to: vendor.endpoint });
  const notified = (authorization?: string) =>
    fetch(`${vendor.endpoint}?eventUrl=${encodeURIComponent(eventUrl)}`, {
      headers: authorization === undefined ? {} : { authorization },
    });
  return { vendor, senders, notified };
}

const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString("base64")}`;

describe("a product with OAuth 2 verifies its marketplace by", () => {
  test.each([
    { way: "a token", options: { bearer: "t0ken" }, right: "Bearer t0ken", sender: { scheme: "Bearer" } },
    {
      way: "a function that knows tokens",
      options: { bearer: async (token: string) => token === "t0ken" },
      right: "bearer t0ken",
      sender: { scheme: "Bearer" },
    },
    {
      way: "user name and password",
      options: { basic: { username: "market", password: "pä:ss" } },
      right: basic("market:pä:ss"),
      sender: { scheme: "Basic", name: "market" },
    },
    {
      way: "a function that knows users",
      options: { basic: (username: string, password: string) => username === "market" && password === "pass" },
      right: basic("market:pass"),
      sender: { scheme: "Basic", name: "market" },
    },
  ])("$way", async ({ options, right, sender }) => {
    const { senders, notified } = await vendorThatTrusts(options);
    const answer = await notified(right);
    expect(await answer.json()).toEqual({ success: true, accountIdentifier: "a-1" });
    expect(senders).toEqual([sender]);
    const wrong = [
      undefined,
      "Bearer",
      "Bearer wrong",
      `Bearer ${"t0ken".repeat(999)}`,
      basic("market:wrong"),
      basic(""),
    ];
    for (const authorization of [...wrong, basic("market"), "Basic !", `${right}x`, right.replace(" ", "")]) {
      const refused = await notified(authorization);
      expect(refused.status).toBe(401);
      expect(await refused.text()).toBe('{"success":false,"errorCode":"UNAUTHORIZED"}');
    }
    expect(senders).toHaveLength(1);
  });

  test("either way, along with signatures of older products", async () => {
    const { vendor, senders, notified } = await vendorThatTrusts({
      bearer: "t0ken",
      secretFor: () => sandbox.appdirect.credentials.consumerSecret,
    });
    expect((await notified("Bearer t0ken")).status).toBe(200);
    await sandbox.sendEvent({ type: "SUBSCRIPTION_ORDER" }, { to: vendor.endpoint });
    // The first delivery only provided the event URL. The token counts as another sender, so it does not get the result
    // for the consumer key.
    expect(senders.map(({ scheme }) => scheme)).toEqual(["OAuth", "Bearer", "OAuth"]);
  });
});

test("options that would trust no one or anyone are refused", () => {
  const client = new AppDirectClient({ baseUrl: "https://m.example", credentials });
  for (const options of [{}, { bearer: "" }, { basic: { username: "", password: "x" } }]) {
    expect(() => createEventHandler({ client, on: {}, ...options })).toThrow(TypeError);
  }
});

test("each product has its own key, client and marketplaces, and cannot name events of another product", async () => {
  const [north, south] = await Promise.all([rawServer(json(order)), rawServer(json(order))]);
  const keys = new Map([
    ["north", { secret: "secret-n", origin: north.origin }],
    ["south", { secret: "secret-s", origin: south.origin }],
  ]);
  const clients = new Map(
    [...keys].map(([key, { secret, origin }]) => [
      key,
      new AppDirectClient({ baseUrl: origin, credentials: { consumerKey: key, consumerSecret: secret } }),
    ]),
  );
  const handler = createEventHandler({
    client({ name = "" }) {
      const client = clients.get(name);
      if (client === undefined) throw new Error(`no product has the key ${name}`);
      return client;
    },
    secretFor: (key) => keys.get(key)?.secret,
    nonceStore: createMemoryNonceStore(),
    on: { SUBSCRIPTION_ORDER: (_, { sender }) => succeeded({ accountIdentifier: `of ${sender.name}` }) },
    logger: { warn: () => {}, error: () => {} },
  });
  const notified = async (consumerKey: string, consumerSecret: string, origin: string): Promise<Response> => {
    const eventUrl = `${origin}/api/integration/v1/events/e-1`;
    const request = new Request(`https://vendor.example/events?eventUrl=${encodeURIComponent(eventUrl)}`);
    return handler(await oauth1Signer({ consumerKey, consumerSecret }).sign(request));
  };
  expect(await (await notified("north", "secret-n", north.origin)).json()).toMatchObject({
    accountIdentifier: "of north",
  });
  expect((await notified("north", "secret-n", south.origin)).status).toBe(401);
  expect((await notified("north", "secret-s", north.origin)).status).toBe(401);
  expect((await notified("__proto__", "secret-n", north.origin)).status).toBe(401);
  expect([north.requests.length, south.requests.length]).toEqual([1, 0]);
  expect(north.requests[0]?.headers.get("authorization")).toContain('oauth_consumer_key="north"');
});

test("a refusal can be a 200 for marketplaces that accept no other status", async () => {
  const vendor = await vendorOf(sandbox, { on: {}, refusalStatus: 200 });
  const refused = await fetch(vendor.endpoint);
  expect(refused.status).toBe(200);
  expect(await refused.json()).toEqual({ success: false, errorCode: "UNAUTHORIZED" });
});

test("the event is fetched with a bearer token if the client has one", async () => {
  const marketplace = await rawServer(json(order));
  const handler = createEventHandler({
    client: new AppDirectClient({ baseUrl: marketplace.origin, signer: bearerSigner("out") }),
    bearer: "in",
    on: { SUBSCRIPTION_ORDER: () => succeeded({ accountIdentifier: "a-1" }) },
  });
  const eventUrl = `${marketplace.origin}/api/integration/v1/events/e-1`;
  const url = `https://vendor.example/events?eventUrl=${encodeURIComponent(eventUrl)}`;
  const answer = await handler(new Request(url, { headers: { authorization: "Bearer in" } }));
  expect(await answer.json()).toEqual({ success: true, accountIdentifier: "a-1" });
  expect(marketplace.requests[0]?.headers.get("authorization")).toBe("Bearer out");
});
