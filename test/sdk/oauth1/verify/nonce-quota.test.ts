import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { RequestVerificationError } from "apsdirect";
import {
  createMemoryNonceStore,
  createRedisNonceStore,
  type NonceStore,
  oauth1Signer,
  type VerifyRequestOptions,
  verifyRequest,
} from "apsdirect/oauth1";
import { Redis } from "ioredis";
import { createClient } from "redis";
import { describe, expect, onTestFinished, test } from "vitest";
import { describeWith } from "../../../support/needed.js";
import { hasRedis, startRedis } from "../../../support/redis-server.js";

const secrets = new Map(["loud", "quiet", "lo&ud"].map((key) => [key, `secret of ${key}`]));

/** Starts a server that verifies requests, and returns a function that sends one with a nonce. */
async function verifier(options: Partial<VerifyRequestOptions>) {
  const server = createServer(async (request, response) => {
    const { method = "", url = "", headers } = request;
    const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const given = { method, url, headers: headers as Record<string, string> };
    const error = await verifyRequest(given, { secretFor: (key) => secrets.get(key), publicUrl, ...options }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error instanceof RequestVerificationError) response.writeHead(error.status).end(error.problem);
    else response.end("accepted");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const signed = (consumerKey: string, nonce: string) =>
    oauth1Signer({ consumerKey, consumerSecret: secrets.get(consumerKey) ?? "" }, { nonce: () => nonce }).sign(
      new Request(url),
    );
  const send = async (request: Request): Promise<string> => {
    const answer = await fetch(request.clone());
    return `${answer.status} ${await answer.text()}`;
  };
  return { url, signed, send, notify: async (key: string, nonce: string) => send(await signed(key, nonce)) };
}

const accepted = "200 accepted";

/** Fills the share of one sender, and checks who is refused. */
async function expectQuota(nonceStore: NonceStore): Promise<void> {
  const { notify, signed, send } = await verifier({ nonceStore });
  const captured = await signed("loud", "n1");
  expect(await send(captured)).toBe(accepted);
  for (const count of [2, 3]) expect(await notify("loud", `n${count}`)).toBe(accepted);
  for (const count of [4, 5, 6]) expect(await notify("loud", `n${count}`)).toBe("401 nonce_store_unavailable");
  expect(await send(captured)).toBe("401 nonce_used");
  for (const count of [1, 2, 3]) expect(await notify("quiet", `n${count}`)).toBe(accepted);
  expect(await notify("lo&ud", "n1")).toBe(accepted);
}

test("F11: only a sender that reaches its quota is refused", () =>
  expectQuota(createMemoryNonceStore({ capacity: 100, quota: 3 })));

test("F11: the default quota of a sender is a quarter of the store", async () => {
  const store = createMemoryNonceStore({ capacity: 10 });
  for (const nonce of ["1", "2", "3"]) expect(await store.claim(`a&1&${nonce}`, 60)).toBe(true);
  await expect(store.claim("a&1&4", 60)).rejects.toThrow("holds 3 nonces of this consumer key");
  expect(await store.claim("b&1&1", 60)).toBe(true);
});

test("F11: a sender's share is released as its nonces expire", async () => {
  const clock = { time: 5 };
  const store = createMemoryNonceStore({ quota: 2, now: () => clock.time });
  for (let round = 0; round < 5; round += 1) {
    for (const nonce of ["1", "2"]) expect(await store.claim(`a&${round}&${nonce}`, 60)).toBe(true);
    await expect(store.claim(`a&${round}&3`, 60)).rejects.toThrow("quota");
    clock.time += 60_000;
  }
});

test.each([0, -1, 1.5, Number.NaN])("F11: a quota of %d is a TypeError", (quota) => {
  expect(() => createMemoryNonceStore({ quota })).toThrow(TypeError);
  expect(() => createRedisNonceStore({ set: async () => "OK" }, { quota })).toThrow(TypeError);
});

describe("F11: a nonce", () => {
  test("F11: with more than 128 characters is refused with 400 before the store sees it", async () => {
    const seen: string[] = [];
    const memory = createMemoryNonceStore();
    const nonceStore: NonceStore = {
      claim(key, seconds) {
        seen.push(key);
        return memory.claim(key, seconds);
      },
    };
    const { notify } = await verifier({ nonceStore });
    for (const nonce of ["n".repeat(129), "é".repeat(129), "n".repeat(10_000)]) {
      expect(await notify("quiet", nonce)).toBe("400 parameter_rejected");
    }
    expect(seen).toEqual([]);
    for (const nonce of ["n".repeat(128), "é".repeat(128)]) expect(await notify("quiet", nonce)).toBe(accepted);
    expect(Math.max(...seen.map((key) => key.length))).toBeLessThan(800);
  });

  test("F11: a consumer key with more than 512 characters is refused before secretFor is called", async () => {
    const asked: string[] = [];
    const secretFor = (key: string) => {
      asked.push(key);
      return "secret";
    };
    const { url, send } = await verifier({ secretFor });
    const sent = async (length: number) => {
      const signer = oauth1Signer({ consumerKey: "k".repeat(length), consumerSecret: "secret" });
      return send(await signer.sign(new Request(url)));
    };
    expect([await sent(513), await sent(512)]).toEqual(["400 parameter_rejected", accepted]);
    expect(asked).toHaveLength(1);
  });
});

describe("F11: setting this machine's clock", () => {
  test("F11: ahead and back again does not allow a replay", async () => {
    const wall = { offset: 0 };
    const { signed, send, notify } = await verifier({
      now: () => Date.now() + wall.offset,
      nonceStore: createMemoryNonceStore(),
    });
    const captured = await signed("quiet", "n1");
    expect(await send(captured)).toBe(accepted);
    wall.offset = 86_400_000;
    expect(await notify("quiet", "n2")).toBe("401 timestamp_refused");
    wall.offset = 0;
    expect(await send(captured)).toBe("401 nonce_used");
    expect(await notify("quiet", "n3")).toBe(accepted);
  });

  test("F11: does not change the content of the store", async () => {
    const { now } = Date;
    onTestFinished(() => {
      Date.now = now;
    });
    const store = createMemoryNonceStore();
    expect(await store.claim("a&1&1", 601)).toBe(true);
    Date.now = () => now() + 86_400_000;
    expect(await store.claim("a&1&2", 601)).toBe(true);
    Date.now = now;
    expect(await store.claim("a&1&1", 601)).toBe(false);
  });
});

const clients: { readonly [name: string]: (port: number, quota: number) => Promise<NonceStore> } = {
  async "node-redis"(port, quota) {
    const client = await createClient({ socket: { port } }).connect();
    onTestFinished(() => client.destroy());
    return createRedisNonceStore(client, { quota });
  },
  async ioredis(port, quota) {
    const client = new Redis(port);
    onTestFinished(() => client.disconnect());
    return createRedisNonceStore(client, { quota });
  },
};

describeWith({ name: "redis-server", isThere: hasRedis }, "F11: nonces in Redis", () => {
  test.each(Object.entries(clients))(
    "F11: only a sender that reaches its quota is refused, through %s",
    async (_, storeOf) => {
      const server = await startRedis();
      onTestFinished(() => server.stop());
      await expectQuota(await storeOf(server.port, 3));
    },
  );

  test("F11: many concurrent claims from several connections never exceed the quota", async () => {
    const server = await startRedis();
    onTestFinished(() => server.stop());
    const stores = await Promise.all(Object.values(clients).map((storeOf) => storeOf(server.port, 50)));
    const claims = await Promise.allSettled(
      Array.from({ length: 400 }, (_, index) => stores[index % 2]?.claim(`loud&1&${index >> 1}`, 60)),
    );
    expect(claims.filter((claim) => claim.status === "fulfilled" && claim.value === true)).toHaveLength(50);
    const other = await stores[0]?.claim("quiet&1&1", 60);
    expect(other).toBe(true);
  });

  test("F11: a sender's share is released as its nonces expire, and nothing remains of a sender that has stopped", async () => {
    const server = await startRedis();
    const client = new Redis(server.port);
    onTestFinished(async () => {
      client.disconnect();
      await server.stop();
    });
    const store = createRedisNonceStore(client, { quota: 2 });
    expect(await store.claim("loud&1&1", 0.3)).toBe(true);
    expect(await store.claim("loud&1&2", 0.3)).toBe(true);
    await expect.poll(() => store.claim("loud&1&3", 0.3).catch(() => "full"), { timeout: 10_000 }).toBe(true);
    await expect.poll(() => client.dbsize(), { timeout: 10_000 }).toBe(0);
  });

  test("F11: 20,000 claims of one sender take at most five times as long as those of 20,000 senders", async () => {
    const server = await startRedis();
    const client = new Redis(server.port);
    onTestFinished(async () => {
      client.disconnect();
      await server.stop();
    });
    const store = createRedisNonceStore(client);
    const timed = async (keyOf: (index: number) => string): Promise<number> => {
      const started = performance.now();
      await Promise.all(Array.from({ length: 20_000 }, (_, index) => store.claim(keyOf(index), 600)));
      return performance.now() - started;
    };
    const many = await timed((index) => `s${index}&1&1`);
    const one = await timed((index) => `loud&1&${index}`);
    expect(one).toBeLessThan(5 * many + 1_000);
  });
});
