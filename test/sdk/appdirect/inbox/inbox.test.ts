import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { createMemoryInbox, createRedisInbox, type EventInbox } from "apsdirect/appdirect";
import { Cluster, Redis } from "ioredis";
import { createClient, createCluster } from "redis";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { describeWith } from "../../../support/needed.js";
import { hasRedis, type RedisServer, startRedis } from "../../../support/redis-server.js";
import { againWhereBusy } from "../../../support/time.js";

/** Inbox and its clock. */
interface Opened {
  readonly inbox: EventInbox;
  /** @param seconds Duration of the wait. */
  pass(seconds: number): Promise<void>;
}

function memory(): Opened {
  const clock = { time: 1_000_000 };
  return {
    inbox: createMemoryInbox({ now: () => clock.time }),
    async pass(seconds) {
      clock.time += seconds * 1000;
    },
  };
}

/** Waits in real time. */
function lasting(inbox: EventInbox): Opened {
  return { inbox, pass: (seconds) => wait(seconds * 1000 + 5) };
}

const address = (port: number) => ({ host: "127.0.0.1", port });

const clients: { readonly [name: string]: (port: number) => Promise<EventInbox> } = {
  async "node-redis"(port) {
    const client = createClient({ socket: { port, reconnectStrategy: false }, disableOfflineQueue: true });
    client.on("error", () => {});
    await client.connect();
    onTestFinished(() => client.destroy());
    return createRedisInbox(client);
  },
  async ioredis(port) {
    const client = new Redis(port, { maxRetriesPerRequest: 0, retryStrategy: null });
    client.on("error", () => {});
    await once(client, "ready");
    onTestFinished(() => client.disconnect());
    return createRedisInbox(client);
  },
};

const clusterClients: typeof clients = {
  async "node-redis"(port) {
    const cluster = createCluster({ rootNodes: [{ socket: address(port) }] });
    cluster.on("error", () => {});
    await cluster.connect();
    onTestFinished(() => cluster.destroy());
    return createRedisInbox(cluster);
  },
  async ioredis(port) {
    const cluster = new Cluster([address(port)]);
    cluster.on("error", () => {});
    await once(cluster, "ready");
    onTestFinished(() => cluster.disconnect());
    return createRedisInbox(cluster);
  },
};

/** Defines the tests for every inbox. */
function contract(open: () => Promise<Opened>): void {
  const claimed = { state: "claimed" };
  const busy = { state: "busy" };
  const answered = (answer: string) => ({ state: "answered", answer });

  test("only the first claim gets the event, even if many arrive at once", async () => {
    const { inbox } = await open();
    const key = randomUUID();
    const claims = await Promise.all(Array.from({ length: 50 }, (_, owner) => inbox.claim(key, `o${owner}`, 60)));
    expect(claims.filter(({ state }) => state === "claimed")).toHaveLength(1);
    expect(claims.filter(({ state }) => state === "busy")).toHaveLength(49);
  });

  test("an answered event stays answered for all owners", async () => {
    const { inbox, pass } = await open();
    const key = randomUUID();
    expect(await inbox.claim(key, "a", 0.2)).toEqual(claimed);
    expect(await inbox.answer(key, "a", "done", 60)).toBe(true);
    await pass(0.2);
    expect(await inbox.claim(key, "b", 60)).toEqual(answered("done"));
    expect(await inbox.claim(key, "a", 60)).toEqual(answered("done"));
  });

  test("an answer expires", async () => {
    const { inbox, pass } = await open();
    const key = randomUUID();
    await inbox.claim(key, "a", 60);
    await inbox.answer(key, "a", "done", 0.2);
    await pass(0.2);
    expect(await inbox.claim(key, "b", 60)).toEqual(claimed);
    expect(await inbox.answer(key, "b", "again", 60)).toBe(true);
    expect(await inbox.claim(key, "c", 60)).toEqual(answered("again"));
  });

  test("an event with an expired lease can be claimed again, and the first owner is too late", async () => {
    const { inbox, pass } = await open();
    const key = randomUUID();
    await inbox.claim(key, "a", 0.2);
    expect(await inbox.claim(key, "b", 60)).toEqual(busy);
    await pass(0.2);
    expect(await inbox.claim(key, "b", 60)).toEqual(claimed);
    expect(await inbox.extend(key, "a", 60, "soon")).toBe(false);
    expect(await inbox.answer(key, "a", "late", 60)).toBe(false);
    await inbox.release(key, "a");
    expect(await inbox.claim(key, "c", 60)).toEqual(busy);
    expect(await inbox.answer(key, "b", "done", 60)).toBe(true);
    expect(await inbox.extend(key, "a", 60)).toBe(false);
    expect(await inbox.answer(key, "a", "later", 60)).toBe(false);
    await inbox.release(key, "a");
    expect(await inbox.claim(key, "c", 60)).toEqual(answered("done"));
  });

  test("an extended lease counts from the extension", async () => {
    const { inbox, pass } = await open();
    const key = randomUUID();
    await inbox.claim(key, "a", 0.3);
    await pass(0.2);
    expect(await inbox.extend(key, "a", 0.5)).toBe(true);
    await pass(0.25);
    expect(await inbox.claim(key, "b", 60)).toEqual(busy);
    await pass(0.25);
    expect(await inbox.claim(key, "b", 60)).toEqual(claimed);
  });

  test("an expired lease can be extended, and an answer stored, while the event is free", async () => {
    const { inbox, pass } = await open();
    const [extended, done] = [randomUUID(), randomUUID()];
    await inbox.claim(extended, "a", 0.1);
    await inbox.claim(done, "a", 0.1);
    await pass(0.1);
    expect(await inbox.extend(extended, "a", 60)).toBe(true);
    expect(await inbox.claim(extended, "b", 60)).toEqual(busy);
    expect(await inbox.answer(done, "a", "done", 60)).toBe(true);
    expect(await inbox.claim(done, "b", 60)).toEqual(answered("done"));
  });

  test("an interim answer is returned until the lease expires", async () => {
    const { inbox, pass } = await open();
    const key = randomUUID();
    await inbox.claim(key, "a", 60);
    expect(await inbox.extend(key, "a", 60, "soon")).toBe(true);
    expect(await inbox.claim(key, "b", 60)).toEqual(answered("soon"));
    expect(await inbox.extend(key, "a", 60)).toBe(true);
    expect(await inbox.claim(key, "b", 60)).toEqual(answered("soon"));
    expect(await inbox.extend(key, "a", 0.2, "sooner")).toBe(true);
    expect(await inbox.claim(key, "b", 60)).toEqual(answered("sooner"));
    await pass(0.2);
    expect(await inbox.claim(key, "b", 60)).toEqual(claimed);
    expect(await inbox.claim(key, "c", 60)).toEqual(busy);
  });

  test("the answer replaces an interim one", async () => {
    const { inbox, pass } = await open();
    const key = randomUUID();
    await inbox.claim(key, "a", 0.2);
    await inbox.extend(key, "a", 0.2, "soon");
    await inbox.answer(key, "a", "done", 60);
    expect(await inbox.extend(key, "a", 0.2, "soon")).toBe(false);
    expect(await inbox.claim(key, "b", 60)).toEqual(answered("done"));
    await pass(0.2);
    expect(await inbox.claim(key, "b", 60)).toEqual(answered("done"));
  });

  test("a released event can be claimed by another owner, without the earlier interim answer", async () => {
    const { inbox } = await open();
    const key = randomUUID();
    await inbox.claim(key, "a", 60);
    await inbox.extend(key, "a", 60, "soon");
    await inbox.release(key, "a");
    expect(await inbox.claim(key, "b", 60)).toEqual(claimed);
    expect(await inbox.claim(key, "c", 60)).toEqual(busy);
  });

  test("releasing a free or an answered event changes nothing", async () => {
    const { inbox } = await open();
    const key = randomUUID();
    await inbox.release(key, "a");
    await inbox.claim(key, "a", 60);
    await inbox.answer(key, "a", "done", 60);
    await inbox.release(key, "a");
    expect(await inbox.claim(key, "b", 60)).toEqual(answered("done"));
  });

  test("a repeated step changes nothing", async () => {
    const { inbox } = await open();
    const key = randomUUID();
    expect(await inbox.claim(key, "a", 60)).toEqual(claimed);
    expect(await inbox.claim(key, "a", 60)).toEqual(claimed);
    expect(await inbox.claim(key, "b", 60)).toEqual(busy);
    expect(await inbox.answer(key, "a", "done", 60)).toBe(true);
    expect(await inbox.answer(key, "a", "twice", 60)).toBe(true);
    expect(await inbox.claim(key, "b", 60)).toEqual(answered("done"));
  });

  test("keys and answers may contain any text", async () => {
    const { inbox } = await open();
    const texts = ["", "a b\r\nSET c d", "ü\u0000\u{1f600}", "{slot}", "*", "x".repeat(100_000)];
    for (const text of texts) {
      const key = `${randomUUID()}${text}`;
      expect(await inbox.claim(key, text, 60)).toEqual(claimed);
      expect(await inbox.extend(key, text, 60, text)).toBe(true);
      expect(await inbox.claim(key, "b", 60)).toEqual(answered(text));
      expect(await inbox.answer(key, text, text, 60)).toBe(true);
      expect(await inbox.claim(key, "b", 60)).toEqual(answered(text));
    }
  });
}

describe("the inbox in memory", () => {
  contract(async () => memory());

  test("drops the oldest answer when it is full, and keeps events in progress", async () => {
    const inbox = createMemoryInbox({ capacity: 3 });
    await inbox.claim("worked on", "a", 60);
    for (const key of ["first", "second", "third"]) {
      await inbox.claim(key, "a", 60);
      await inbox.answer(key, "a", key, 60);
    }
    expect(await inbox.claim("third", "b", 60)).toEqual({ state: "answered", answer: "third" });
    expect(await inbox.claim("worked on", "b", 60)).toEqual({ state: "busy" });
    expect(await inbox.claim("second", "b", 60)).toEqual({ state: "answered", answer: "second" });
    expect(await inbox.claim("first", "b", 60)).toEqual({ state: "claimed" });
  });

  test("refuses claims when it is full of events in progress, until one is answered or its lease expires", async () => {
    const clock = { time: 0 };
    const inbox = createMemoryInbox({ capacity: 2, now: () => clock.time });
    await inbox.claim("a", "a", 60);
    await inbox.claim("b", "b", 1);
    await expect(inbox.claim("c", "c", 60)).rejects.toThrow("full");
    expect(await inbox.claim("a", "c", 60)).toEqual({ state: "busy" });
    expect(await inbox.extend("a", "a", 60)).toBe(true);
    clock.time += 1_000;
    expect(await inbox.claim("c", "c", 60)).toEqual({ state: "claimed" });
    await inbox.answer("a", "a", "done", 60);
    expect(await inbox.claim("d", "d", 60)).toEqual({ state: "claimed" });
    await expect(inbox.claim("e", "e", 60)).rejects.toThrow("full");
  });

  test("drops an expired lease before an answer", async () => {
    const clock = { time: 0 };
    const inbox = createMemoryInbox({ capacity: 2, now: () => clock.time });
    await inbox.claim("done", "a", 60);
    await inbox.answer("done", "a", "done", 60);
    await inbox.claim("gone", "a", 1);
    clock.time += 1_000;
    expect(await inbox.claim("new", "a", 60)).toEqual({ state: "claimed" });
    expect(await inbox.claim("done", "b", 60)).toEqual({ state: "answered", answer: "done" });
  });

  test("needs constant time for an answer, while as many are dropped as added", async () => {
    const inbox = createMemoryInbox({ capacity: 50_000 });
    const started = performance.now();
    for (let count = 0; count < 200_000; count += 1) {
      await inbox.claim(String(count), "a", 60);
      await inbox.answer(String(count), "a", "done", 60);
    }
    expect(performance.now() - started).toBeLessThan(4_000);
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    "throws a TypeError for a capacity of %d",
    (capacity) => {
      expect(() => createMemoryInbox({ capacity })).toThrow(TypeError);
    },
  );
});

describeWith({ name: "redis-server", isThere: hasRedis }, "the inbox in Redis", () => {
  let server: RedisServer;
  let cluster: RedisServer;
  beforeAll(async () => {
    [server, cluster] = await Promise.all([startRedis(), startCluster()]);
  });
  afterAll(() => Promise.all([server.stop(), cluster.stop()]));

  describe.each(Object.entries(clients))("through %s", againWhereBusy, (_, connected) => {
    contract(async () => lasting(await connected(server.port)));

    test("rejects if the server is gone, so that no event is processed without an inbox", async () => {
      const gone = await startRedis();
      const inbox = await connected(gone.port);
      await gone.stop();
      await expect(inbox.claim("a", "a", 60)).rejects.toThrow();
    });

    test("rejects if the server is full, and loses nothing", async () => {
      const small = await startRedis("--maxmemory", "2mb", "--maxmemory-policy", "noeviction");
      onTestFinished(() => small.stop());
      const inbox = await connected(small.port);
      const kept: string[] = [];
      const fill = async () => {
        for (;;) {
          const key = String(kept.length);
          await inbox.claim(key, "a", 60);
          await inbox.answer(key, "a", "x".repeat(10_000), 60);
          kept.push(key);
        }
      };
      await expect(fill()).rejects.toThrow(/OOM/);
      expect(kept.length).toBeGreaterThan(0);
      for (const key of kept) expect(await inbox.claim(key, "b", 60)).toMatchObject({ state: "answered" });
    });

    test.each([Number.NaN, Number.POSITIVE_INFINITY])(
      "%d seconds are a TypeError, and lease nothing",
      async (seconds) => {
        const inbox = await connected(server.port);
        const key = randomUUID();
        await expect(inbox.claim(key, "a", seconds)).rejects.toThrow(TypeError);
        expect(await inbox.claim(key, "b", 60)).toEqual({ state: "claimed" });
      },
    );
  });

  describe.each(Object.entries(clusterClients))("in a cluster, through %s", againWhereBusy, (_, connected) => {
    contract(async () => lasting(await connected(cluster.port)));
  });

  test("uses keys with a prefix, and Redis removes them when they expire", async () => {
    const client = new Redis(server.port);
    onTestFinished(() => client.disconnect());
    const inbox = createRedisInbox(client, { prefix: "mine:" });
    await inbox.claim("e-1", "a", 60);
    expect(await client.pttl("mine:e-1")).toBeGreaterThan(59_000);
    await inbox.answer("e-1", "a", "done", 600);
    expect(await client.pttl("mine:e-1")).toBeGreaterThan(599_000);
    await createRedisInbox(client).claim("e-1", "a", 60);
    expect(await client.exists("apsdirect:event:e-1")).toBe(1);
  });
});

test.each([undefined, null, "claimed", ["answered"]])("rejects if the client returns %j", async (reply) => {
  const inbox = createRedisInbox({ eval: async () => reply });
  await expect(inbox.claim("a", "a", 60)).rejects.toThrow(/unexpected reply to a claim/);
  await expect(inbox.extend("a", "a", 60)).rejects.toThrow(/expected 0 or 1/);
});

/** Starts a cluster with one server, which has all slots. */
async function startCluster(): Promise<RedisServer> {
  const server = await startRedis("--cluster-enabled", "yes", "--cluster-announce-ip", "127.0.0.1");
  const client = new Redis(server.port);
  await client.cluster("ADDSLOTSRANGE", 0, 16_383);
  while (!(await client.cluster("INFO")).includes("cluster_state:ok")) await wait(50);
  client.disconnect();
  return server;
}
