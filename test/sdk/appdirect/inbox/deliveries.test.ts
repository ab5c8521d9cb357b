import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { Agent, createServer, get, type RequestOptions } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { oauth1Signer } from "apsdirect/oauth1";
import { expect, onTestFinished, test } from "vitest";
import { counted } from "../../../support/counts.js";
import { credentials } from "../../../support/credentials.js";
import { describeWith } from "../../../support/needed.js";
import { hasRedis, startRedis } from "../../../support/redis-server.js";
import { againWhereBusy } from "../../../support/time.js";

const EVENTS = 100;
const DELIVERIES_OF_EACH = 10;

/*
 * A marketplace delivers its events to two processes of a vendor, which share only a Redis server.
 */
describeWith({ name: "redis-server", isThere: hasRedis }, "two processes that handle deliveries", () => {
  test("process each event once, and give all its deliveries the same answer", async () => {
    const vendor = await startVendor({ longest: 50, leaseSeconds: 60 });
    const processes = await Promise.all([vendor.start(), vendor.start()]);
    const events = tokens("at-once");
    const deliveries = deliveriesOf(events);
    const answers = await Promise.all(
      deliveries.map(async (id, index) => ({ id, answer: await deliverUntilAnswered(() => processes[index % 2], id) })),
    );
    expect(new Set(answers.map(({ answer }) => answer)).size).toBe(EVENTS);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(EVENTS);
    expect(await vendor.runs()).toEqual(new Map(events.map((id) => [id, 1])));
  });

  test("lose no event when one process is killed, and do not process an answered event again", async () => {
    const vendor = await startVendor({ longest: 2_000, leaseSeconds: 4 });
    const steady = await vendor.start();
    let mortal = await vendor.start();
    for (let round = 0; round < counted({ usual: 1, long: 40 }); round += 1) {
      const events = tokens(`round-${round}`);
      /** First answer to each event. */
      const answers = new Map<string, string>();
      const takeNote = (id: string, answer: string) => {
        expect(answers.get(id) ?? answer).toBe(answer);
        answers.set(id, answer);
      };
      let failed = 0;
      const untilAnswered = async (id: string, index: number): Promise<void> => {
        const answer = await deliverUntilAnswered(
          () => (index % 2 === 0 ? mortal : steady),
          id,
          () => (failed += 1),
        );
        takeNote(id, answer);
      };
      const delivered = Promise.all(deliveriesOf(events).map(untilAnswered));

      await expect.poll(() => answers.size, { timeout: 10_000, interval: 5 }).toBeGreaterThan(EVENTS / 4);
      mortal.signal("SIGKILL");
      const answeredBefore = new Map(answers);
      const begunBefore = await vendor.runs();
      mortal = await vendor.start();
      await delivered;

      const begun = await vendor.runs();
      expect(failed).toBeGreaterThan(0);
      expect(answers.size).toBe(EVENTS);
      for (const id of answeredBefore.keys()) expect(begun.get(id)).toBe(begunBefore.get(id));
      for (const id of events) expect(begun.get(id)).toBeLessThanOrEqual(2);

      // Days later, to either process.
      await Promise.all(events.map(async (id) => takeNote(id, await mortal.deliver(id))));
      expect(await vendor.runs()).toEqual(begun);
    }
  });

  test(
    "give one answer even if one process is suspended for longer than its leases and continues its work",
    againWhereBusy,
    async () => {
      const vendor = await startVendor({ longest: 1_000, leaseSeconds: 4 });
      const [steady, stopped] = await Promise.all([vendor.start(), vendor.start()]);
      const events = tokens("stopped").slice(0, 20);
      const delivered = events.map((id) => stopped.deliver(id));
      await expect.poll(async () => (await vendor.runs()).size, { interval: 5 }).toBe(events.length);
      stopped.signal("SIGSTOP");
      const elsewhere = await Promise.all(events.map((id) => steady.deliver(id)));
      stopped.signal("SIGCONT");
      expect(await Promise.all(delivered)).toEqual(elsewhere);
      expect([...(await vendor.runs()).values()]).toContain(2);
    },
  );
});

/** Delivers an event as a marketplace does: again after a failure, which on a busy machine may be a timeout. */
async function deliverUntilAnswered(
  target: () => { deliver(id: string): Promise<string> } | undefined,
  id: string,
  onFailure: () => void = () => {},
): Promise<string> {
  for (;;) {
    const answer = await target()
      ?.deliver(id)
      .catch(() => undefined);
    if (answer !== undefined) return answer;
    onFailure();
    await wait(50);
  }
}

interface VendorOptions {
  /** Longest duration of the work on an event, in milliseconds. */
  readonly longest: number;
  /** Length of a lease, in seconds. A busy machine may stall a process until a short lease expires. */
  readonly leaseSeconds: number;
}

/** Starts a vendor whose processes share a Redis server and a journal, and a marketplace that has every event. */
async function startVendor({ longest, leaseSeconds }: VendorOptions) {
  const redis = await startRedis();
  const folder = await mkdtemp(join(tmpdir(), "apsdirect-vendor-"));
  const journal = join(folder, "journal");
  const marketplace = await startMarketplace();
  onTestFinished(async () => {
    await redis.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    start: () =>
      startProcess(marketplace, String(redis.port), journal, String(longest), String(leaseSeconds), marketplace),

    /** Counts how often each event was processed. */
    async runs(): Promise<ReadonlyMap<string, number>> {
      const runs = new Map<string, number>();
      const lines = await readFile(journal, "utf8").catch(() => ""); // nothing has started
      for (const id of lines.split("\n").filter((line) => line !== "")) runs.set(id, (runs.get(id) ?? 0) + 1);
      return runs;
    },
  };
}

async function startMarketplace(): Promise<string> {
  const order = JSON.stringify({
    type: "SUBSCRIPTION_ORDER",
    marketplace: { baseUrl: "https://marketplace.example" },
    payload: { company: { uuid: "c-1", name: "Harbor Print Works" }, order: { editionCode: "STUDIO" } },
  });
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end(order);
  });
  server.listen({ port: 0, host: "127.0.0.1", backlog: 2_000 });
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function startProcess(marketplace: string, ...args: readonly string[]) {
  const child = fork(fileURLToPath(new URL("programs/answer-deliveries.mjs", import.meta.url)), args);
  onTestFinished(() => void child.kill("SIGKILL"));
  const [origin] = (await once(child, "message")) as [string];
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  return {
    /** Sends a notification and returns the answer. Rejects if there is none. */
    async deliver(id: string): Promise<string> {
      const eventUrl = `${marketplace}/api/integration/v1/events/${id}`;
      const target = `/events?eventUrl=${encodeURIComponent(eventUrl)}`;
      const { headers } = await signer.sign(new Request(`https://vendor.example${target}`));
      return answerOf(origin + target, { agent, headers: Object.fromEntries(headers) });
    },
    signal: (name: NodeJS.Signals) => void child.kill(name),
  };
}

const signer = oauth1Signer(credentials);

function answerOf(url: string, options: RequestOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, options, (response) => {
      // A transient failure is not an answer, so the event is delivered again.
      text(response).then((body) => (isSuccess(body) ? resolve(body) : reject(new Error(body))), reject);
    }).on("error", reject);
  });
}

function isSuccess(body: string): boolean {
  return body.includes('"success":true');
}

function tokens(name: string): readonly string[] {
  return Array.from({ length: EVENTS }, (_, index) => `${name}-${index}`);
}

/** Repeats each event, with repetitions next to each other, so that both processes get them. */
function deliveriesOf(events: readonly string[]): readonly string[] {
  return events.flatMap((id) => Array.from({ length: DELIVERIES_OF_EACH }, () => id));
}
