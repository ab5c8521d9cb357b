import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRedisNonceStore, type NonceStore, oauth1Signer, verifyRequest } from "apsdirect/oauth1";
import { Redis } from "ioredis";
import { createClient } from "redis";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { counted } from "../../../support/counts.js";
import { credentials } from "../../../support/credentials.js";
import { describeWith } from "../../../support/needed.js";
import { hasRedis, type RedisServer, startRedis } from "../../../support/redis-server.js";

/** Functions of both clients that the tests use. */
interface Connected {
  readonly store: NonceStore;
  /** Returns the remaining time of a key, in seconds. */
  ttl(key: string): Promise<number>;
}

const clients: { readonly [name: string]: (port: number) => Promise<Connected> } = {
  async "node-redis"(port) {
    const client = createClient({ socket: { port, reconnectStrategy: false }, disableOfflineQueue: true });
    client.on("error", () => {});
    await client.connect();
    onTestFinished(() => client.destroy());
    return { store: createRedisNonceStore(client), ttl: (key) => client.ttl(key) };
  },
  async ioredis(port) {
    const client = new Redis(port, { maxRetriesPerRequest: 0, retryStrategy: null });
    client.on("error", () => {});
    await once(client, "ready");
    onTestFinished(() => client.disconnect());
    return { store: createRedisNonceStore(client), ttl: (key) => client.ttl(key) };
  },
};

describeWith({ name: "redis-server", isThere: hasRedis }, "nonces in Redis", () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.stop());

  describe.each(Object.entries(clients))("through %s", (name, connected) => {
    test("only the first of many concurrent claims from several connections wins", async () => {
      const stores = await Promise.all(Array.from({ length: 4 }, () => connected(server.port)));
      const claims = await Promise.all(
        stores.flatMap(({ store }) => Array.from({ length: 50 }, () => store.claim(`${name}-many`, 60))),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
    });

    test("a claim is stored under a prefix for its time, rounded up", async () => {
      const { store, ttl } = await connected(server.port);
      expect(await store.claim(`${name}-long`, 600.5)).toBe(true);
      expect(await ttl(`apsdirect:nonce:${name}-long`)).toBeGreaterThan(599);
      expect(await store.claim(`${name}-short`, 0.2)).toBe(true);
      expect(await store.claim(`${name}-short`, 0.2)).toBe(false);
      await expect.poll(() => store.claim(`${name}-short`, 60), { timeout: 5_000, interval: 100 }).toBe(true);
    });

    test("any text is a single key", async () => {
      const { store } = await connected(server.port);
      for (const key of ["a b\r\nSET c d", "ü\u0000\u{1f600}", "{slot}", "*"].map((text) => `${name}${text}`)) {
        expect(await store.claim(key, 60)).toBe(true);
        expect(await store.claim(key, 60)).toBe(false);
      }
    });

    test("a replay is refused, even by another process", async () => {
      const { store } = await connected(server.port);
      const request = await oauth1Signer(credentials).sign(new Request(`https://vendor.example/${name}`));
      const options = { secretFor: () => credentials.consumerSecret, nonceStore: store };
      await expect(verifyRequest(request.clone(), options)).resolves.toBeDefined();
      await expect(verifyRequest(request.clone(), options)).rejects.toMatchObject({ problem: "nonce_used" });
      expect(await problemInAnotherProcess(request)).toBe("nonce_used");
    });

    test("claims reject if the server is down, so no request is accepted", async () => {
      const gone = await startRedis();
      const { store } = await connected(gone.port);
      await gone.stop();
      await expect(store.claim("a", 60)).rejects.toThrow();
      const request = await oauth1Signer(credentials).sign(new Request("https://vendor.example/"));
      const verifying = verifyRequest(request, { secretFor: () => credentials.consumerSecret, nonceStore: store });
      await expect(verifying).rejects.toMatchObject({ code: "REQUEST_REFUSED" });
    });

    test("claims reject if the server is full, and it forgets nothing", async () => {
      const small = await startRedis("--maxmemory", "2mb", "--maxmemory-policy", "noeviction");
      onTestFinished(() => small.stop());
      const { store } = await connected(small.port);
      const claimed: string[] = [];
      const fill = async () => {
        for (;;) {
          const key = `${claimed.length}-${"x".repeat(10_000)}`;
          await store.claim(key, 60);
          claimed.push(key);
        }
      };
      await expect(fill()).rejects.toThrow(/OOM/);
      expect(claimed.length).toBeGreaterThan(0);
    });

    test("forged requests never reach the server", async () => {
      const { store } = await connected(server.port);
      let claims = 0;
      const counting: NonceStore = {
        claim(key, seconds) {
          claims += 1;
          return store.claim(key, seconds);
        },
      };
      for (let index = 0; index < counted({ usual: 200, long: 100_000 }); index++) {
        const forged = await oauth1Signer({ ...credentials, consumerSecret: "guessed" }).sign(
          new Request("https://vendor.example/"),
        );
        await verifyRequest(forged, { secretFor: () => credentials.consumerSecret, nonceStore: counting }).catch(
          () => {},
        );
      }
      expect(claims).toBe(0);
    });
  });

  /** Verifies a captured request in a separate process. */
  async function problemInAnotherProcess({ url, method, headers }: Request): Promise<string> {
    const code = `
      import { createRedisNonceStore, verifyRequest } from "apsdirect/oauth1";
      import { createClient } from "redis";
      const client = await createClient({ socket: { port: ${server.port} } }).connect();
      const request = ${JSON.stringify({ url, method, headers: [...headers] })};
      const secretFor = () => ${JSON.stringify(credentials.consumerSecret)};
      const verifying = verifyRequest(request, { secretFor, nonceStore: createRedisNonceStore(client) });
      console.log(await verifying.then(() => "accepted", ({ problem }) => problem));
      client.destroy();`;
    const child = spawn(process.execPath, ["--input-type=module", "--eval", code], { cwd: import.meta.dirname });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    await once(child, "close");
    return output.trim();
  }
});

test("a claim rejects if the client returns an unexpected reply", async () => {
  const store = createRedisNonceStore({ set: async () => undefined });
  await expect(store.claim("a", 60)).rejects.toThrow(/neither OK nor null/);
});
