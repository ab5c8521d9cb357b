import {
  AppDirectClient,
  createEventHandler,
  createMemoryInbox,
  createRedisInbox,
  type EventHandlerOptions,
  type EventInbox,
  succeeded,
} from "apsdirect/appdirect";
import { oauth1Signer } from "apsdirect/oauth1";
import { Redis } from "ioredis";
import { expect, onTestFinished, test } from "vitest";
import { describeWith } from "../../../support/needed.js";
import { rawServer } from "../../../support/platform.js";
import { json } from "../../../support/raw-server.js";
import { hasRedis, startRedis } from "../../../support/redis-server.js";
import { eventPath } from "./notified.js";
import { vendorServer } from "./vendor.js";

const order = {
  type: "SUBSCRIPTION_CANCEL",
  marketplace: { baseUrl: "https://m.example" },
  payload: { account: { accountIdentifier: "a-1" } },
};

/** Consumer keys that would be confused if the keys of the inbox were not encoded. */
const senders = ["seller", "seller http", "OAuth:seller", "{seller}", "séller", "a".repeat(200)];
const secrets = new Map(senders.map((name) => [name, `secret of ${name}`]));

async function redisInbox(): Promise<EventInbox> {
  const server = await startRedis();
  const client = new Redis(server.port);
  onTestFinished(async () => {
    client.disconnect();
    await server.stop();
  });
  return createRedisInbox(client);
}

/** Starts a vendor with several senders, whose result names its sender. */
async function vendorOf(inbox: EventInbox, options: Partial<EventHandlerOptions> = {}) {
  const marketplace = await rawServer(json(order));
  const runs: string[] = [];
  const endpoint = await vendorServer((publicUrl) =>
    createEventHandler({
      client: ({ name = "" }) =>
        new AppDirectClient({
          baseUrl: marketplace.origin,
          credentials: { consumerKey: name, consumerSecret: secrets.get(name) ?? "" },
        }),
      secretFor: (key) => secrets.get(key),
      publicUrl,
      inbox,
      on: {
        SUBSCRIPTION_CANCEL(_event, { sender }) {
          runs.push(sender.name ?? "");
          return succeeded({ message: `for ${sender.name}` });
        },
      },
      ...options,
    }),
  );
  const target = `${endpoint}?eventUrl=${encodeURIComponent(marketplace.origin + eventPath)}`;
  async function send(name: string): Promise<string> {
    const signer = oauth1Signer({ consumerKey: name, consumerSecret: secrets.get(name) ?? "" });
    const answer = await fetch(await signer.sign(new Request(target)));
    return (JSON.parse(await answer.text()) as { message: string }).message;
  }
  return { runs, send };
}

const inboxes = { memory: async () => createMemoryInbox(), redis: redisInbox };

describeWith({ name: "redis-server", isThere: hasRedis }, "F12: two senders of one event", () => {
  test.each(Object.entries(inboxes))(
    "F12: each get their own result, and the same one again, from the %s inbox",
    async (_, inbox) => {
      const { runs, send } = await vendorOf(await inbox());
      for (const name of [...senders, ...senders]) expect(await send(name)).toBe(`for ${name}`);
      expect(runs).toEqual(senders);
    },
  );

  test.each(Object.entries(inboxes))("F12: never wait for each other, with the %s inbox", async (_, inbox) => {
    let unblock = (): void => {};
    const blocked = new Promise<void>((resolve) => {
      unblock = resolve;
    });
    const { send } = await vendorOf(await inbox(), {
      on: {
        async SUBSCRIPTION_CANCEL(_event, { sender }) {
          if (sender.name === "seller") await blocked;
          return succeeded({ message: `for ${sender.name}` });
        },
      },
    });
    const first = send("seller");
    expect(await send("OAuth:seller")).toBe("for OAuth:seller");
    unblock();
    expect(await first).toBe("for seller");
  });
});

test("F12: an HTTP Basic user with the name of a consumer key is another sender", async () => {
  const inbox = createMemoryInbox();
  const claims: string[] = [];
  const seen: EventInbox = {
    claim(key, owner, seconds) {
      claims.push(key);
      return inbox.claim(key, owner, seconds);
    },
    extend: (...extension) => inbox.extend(...extension),
    answer: (...answer) => inbox.answer(...answer),
    release: (...release) => inbox.release(...release),
  };
  const marketplace = await rawServer(json(order));
  const endpoint = await vendorServer((publicUrl) =>
    createEventHandler({
      client: new AppDirectClient({
        baseUrl: marketplace.origin,
        credentials: { consumerKey: "seller", consumerSecret: "s" },
      }),
      secretFor: (key) => secrets.get(key),
      basic: { username: "seller", password: "p" },
      publicUrl,
      inbox: seen,
      on: { SUBSCRIPTION_CANCEL: () => succeeded() },
    }),
  );
  const target = `${endpoint}?eventUrl=${encodeURIComponent(marketplace.origin + eventPath)}`;
  await fetch(target, { headers: { authorization: `Basic ${btoa("seller:p")}` } });
  await fetch(
    await oauth1Signer({ consumerKey: "seller", consumerSecret: "secret of seller" }).sign(new Request(target)),
  );
  expect(new Set(claims).size).toBe(2);
});
