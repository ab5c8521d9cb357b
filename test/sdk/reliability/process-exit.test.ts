import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { againWhereBusy } from "../../support/time.js";
import { type Exchange, faultyPlatform, healthy, type Turn } from "./faulty-platform.js";
import { startProgram } from "./programs.js";
import { executed, keepsSilent } from "./turns.js";

/** A note of the journal. */
interface Note {
  readonly operation: string;
  readonly reference: string;
  readonly since: string;
}

describe("43: a process that places an order", () => {
  test.each(["the global fetch", "nodeFetch"])(
    "ends when it has its answer: nothing of %s keeps it",
    againWhereBusy,
    async (by) => {
      let answeredAt = 0;
      const timed: Turn = (exchange) => {
        healthy(exchange);
        answeredAt = performance.now();
      };
      const { platform } = await faultyPlatform([timed]);
      const { exit, printed } = await startProgram("place-order", platform.origin, await journalFile(), by).ended;
      expect([exit, printed]).toEqual([0, "o-1"]);
      expect(performance.now() - answeredAt).toBeLessThan(1_000);
    },
  );

  test("and dies on the way has left its reference before it sent anything, so that a restart settles it", async () => {
    const journal = await journalFile();
    const notedBefore = vi.fn((_: Exchange) => existsSync(journal) && notes(journal).length);
    const dying: Turn = (exchange) => {
      notedBefore(exchange);
      executed(keepsSilent)(exchange);
      program.kill();
    };
    const { platform, sdk } = await faultyPlatform([dying, healthy]);
    const program = startProgram("place-order", platform.origin, journal, "the global fetch");
    expect(await program.ended).toEqual({ exit: "SIGKILL", printed: "" });
    expect(notedBefore).toHaveReturnedWith(1);
    const [note] = notes(journal);
    expect(note).toMatchObject({ operation: "orders.create", reference: "cart-7" });
    const found = await sdk.orders.findRecent({ accountId: "a-1", since: note?.since ?? "" });
    expect(found).toEqual(platform.orders.map((orderId) => ({ orderId, accountId: "a-1" })));
    expect(found).toHaveLength(1);
  });
});

async function journalFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "apsdirect-journal-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, "journal");
}

function notes(file: string): readonly Note[] {
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Note);
}
