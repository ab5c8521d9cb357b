import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { counted } from "../../support/counts.js";
import { describeWith } from "../../support/needed.js";
import { hasRedis, startRedis } from "../../support/redis-server.js";
import { againWhereBusy } from "../../support/time.js";

const EVENTS = 100;
const DELIVERIES_OF_EACH = 10;

/*
 * A marketplace delivers its events to two processes of a vendor, which share nothing but a Redis.
 */
describeWith({ name: "redis-server", isThere: hasRedis }, "two processes that answer deliveries", () => {
  test("work on each event once, and give each delivery of it the same answer", async () => {
    const vendor = await startVendor({ longest: 50 });
    const processes = await Promise.all([vendor.start(), vendor.start()]);
    const events = eventUrls("at-once");
    const deliveries = deliveriesOf(events);
    const answers = await Promise.all(
      deliveries.map(async (eventUrl, index) => ({ eventUrl, answer: await processes[index % 2]?.deliver(eventUrl) })),
    );
    expect(answers.filter(({ answer }) => answer?.includes('"success":true'))).toHaveLength(deliveries.length);
    expect(new Set(answers.map(({ answer }) => answer)).size).toBe(EVENTS);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(EVENTS);
    expect(await vendor.counts("begun")).toEqual(new Map(events.map((eventUrl) => [eventUrl, 1])));
  });

  test("lose nothing when one is killed half-way, and do nothing that had been answered a second time", async () => {
    const vendor = await startVendor({ longest: 2_000 });
    const steady = await vendor.start();
    let mortal = await vendor.start();
    for (let round = 0; round < counted({ usual: 1, long: 40 }); round += 1) {
      const events = eventUrls(`round-${round}`);
      /** The answer to each event, the first that was seen. */
      const answers = new Map<string, string>();
      const takeNote = (eventUrl: string, answer: string) => {
        expect(answers.get(eventUrl) ?? answer).toBe(answer);
        answers.set(eventUrl, answer);
      };
      let failed = 0;
      const untilAnswered = async (eventUrl: string, index: number): Promise<void> => {
        for (;;) {
          const answer = await (index % 2 === 0 ? mortal : steady).deliver(eventUrl).catch(() => undefined);
          if (answer !== undefined) return takeNote(eventUrl, answer);
          failed += 1;
          await wait(50); // a marketplace that delivers again
        }
      };
      const delivered = Promise.all(deliveriesOf(events).map(untilAnswered));

      await expect.poll(() => answers.size, { timeout: 10_000, interval: 5 }).toBeGreaterThan(EVENTS / 4);
      mortal.signal("SIGKILL");
      const answeredBefore = new Map(answers);
      const begunBefore = await vendor.counts("begun");
      const endedBefore = await vendor.counts("ended");
      mortal = await vendor.start();
      await delivered;

      const begun = await vendor.counts("begun");
      expect(failed).toBeGreaterThan(0);
      expect(answers.size).toBe(EVENTS);
      expect(endedBefore.size).toBeLessThan(begunBefore.size);
      for (const eventUrl of answeredBefore.keys()) expect(begun.get(eventUrl)).toBe(begunBefore.get(eventUrl));
      for (const eventUrl of events) expect(begun.get(eventUrl)).toBeLessThanOrEqual(2);

      // Days later, to whichever process.
      await Promise.all(events.map(async (eventUrl) => takeNote(eventUrl, await mortal.deliver(eventUrl))));
      expect(await vendor.counts("begun")).toEqual(begun);
    }
  });

  test(
    "give one answer also where one was stopped for longer than its leases, and works on what it has lost",
    againWhereBusy,
    async () => {
      const vendor = await startVendor({ longest: 1_000 });
      const [steady, stopped] = await Promise.all([vendor.start(), vendor.start()]);
      const events = eventUrls("stopped").slice(0, 20);
      const delivered = events.map((eventUrl) => stopped.deliver(eventUrl));
      await expect.poll(async () => (await vendor.counts("begun")).size, { interval: 5 }).toBe(events.length);
      stopped.signal("SIGSTOP");
      const elsewhere = await Promise.all(events.map((eventUrl) => steady.deliver(eventUrl)));
      stopped.signal("SIGCONT");
      expect(await Promise.all(delivered)).toEqual(elsewhere);
      expect([...(await vendor.counts("begun")).values()]).toContain(2);
    },
  );
});

/** A vendor whose processes share a Redis and a journal. */
async function startVendor({ longest }: { readonly longest: number }) {
  const redis = await startRedis();
  const folder = await mkdtemp(join(tmpdir(), "apsdirect-vendor-"));
  const journal = join(folder, "journal");
  onTestFinished(async () => {
    await redis.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    start: () => startProcess(String(redis.port), journal, String(longest)),

    /** How often a step was taken for each event. */
    async counts(step: "begun" | "ended"): Promise<ReadonlyMap<string, number>> {
      const counts = new Map<string, number>();
      const lines = await readFile(journal, "utf8").catch(() => ""); // nothing has begun
      for (const line of lines.split("\n").filter((line) => line !== "")) {
        const entry: { step: string; eventUrl: string } = JSON.parse(line);
        if (entry.step === step) counts.set(entry.eventUrl, (counts.get(entry.eventUrl) ?? 0) + 1);
      }
      return counts;
    },
  };
}

async function startProcess(...args: readonly string[]) {
  const child = fork(fileURLToPath(new URL("programs/answer-deliveries.mjs", import.meta.url)), args);
  onTestFinished(() => void child.kill("SIGKILL"));
  const [baseUrl] = (await once(child, "message")) as [string];
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  return {
    /** The answer. Rejects where there is none. */
    deliver: (eventUrl: string) => answerOf(`${baseUrl}?eventUrl=${encodeURIComponent(eventUrl)}`, agent),
    signal: (name: NodeJS.Signals) => void child.kill(name),
  };
}

function answerOf(url: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      const isAnswered = response.statusCode === 200;
      text(response).then((body) => (isAnswered ? resolve(body) : reject(new Error("refused"))), reject);
    }).on("error", reject);
  });
}

function eventUrls(name: string): readonly string[] {
  const base = "https://marketplace.example/api/integration/v1/events";
  return Array.from({ length: EVENTS }, (_, index) => `${base}/${name}-${index}`);
}

/** Each event so many times, the same ones next to each other, so that both processes get them. */
function deliveriesOf(events: readonly string[]): readonly string[] {
  return events.flatMap((eventUrl) => Array.from({ length: DELIVERIES_OF_EACH }, () => eventUrl));
}
