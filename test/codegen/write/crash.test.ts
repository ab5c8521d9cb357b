import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { GeneratedFile } from "../../../codegen/src/write/index.js";
import { compare, write } from "../../../codegen/src/write/index.js";
import { counted } from "../../support/counts.js";
import { contents, files, temporaryFolder } from "./folder.js";
import { ended, makeWriter, type Writer } from "./writer-process.js";

let writer: Writer;
beforeAll(async () => {
  writer = await makeWriter();
});
afterAll(() => writer.remove());

const fileCount = 60;
const kills = counted({ usual: 18, long: 600 });

/** One of many whole outputs: every file says which, each has files of its own, and all differ from the one before. */
function version(number: number): readonly GeneratedFile[] {
  const names = Array.from({ length: fileCount }, (_, index) => `group-${index % 7}/file-${index}.ts`);
  return [...names, `only-${number}/extra.ts`].map((path) => ({ path, text: `export const version = ${number};\n` }));
}

/** What a kill has left behind. */
type Remains = "nothing staged" | "half staged" | "half moved" | "done";

async function remainsOf(out: string, killed: number): Promise<Remains> {
  const texts = new Set(Object.values(await contents(out)));
  const manifest = JSON.parse(await readFile(join(out, ".apsdirect-codegen.json"), "utf8"));
  if (manifest.pending) return "half moved";
  // Under a final manifest nothing has been moved, or all of it.
  expect(texts.size).toBe(1);
  if (existsSync(`${out}.apsdirect-staging`)) return "half staged";
  return texts.has(`export const version = ${killed};\n`) ? "done" : "nothing staged";
}

/** From when on a run is killed, so that short phases are met as often as long ones. */
const phases = ["start", "staging", "moving"] as const;

async function reached(phase: (typeof phases)[number], out: string, end: Promise<unknown>): Promise<void> {
  const path = `${out}.apsdirect-staging${phase === "moving" ? "/final" : ""}`;
  let isOver = false;
  end.then(() => {
    isOver = true;
  });
  while (phase !== "start" && !isOver && !existsSync(path)) await nextTurn();
}

test(
  "a run killed at any moment is completed or dropped by the next, which is refused nothing",
  async () => {
    const out = join(await temporaryFolder(), "out");
    await write(out, version(0));
    const seen: Record<Remains, number> = { "nothing staged": 0, "half staged": 0, "half moved": 0, done: 0 };
    for (let number = 1; number <= kills; number++) {
      const child = writer.start(out, await writer.store("killed", version(number)));
      const end = ended(child);
      if (child.stdout) await once(child.stdout, "data");
      await reached(phases[number % phases.length] ?? "start", out, end);
      await sleep(Math.random() * 25);
      child.kill("SIGKILL");
      expect((await end).errors).toBe("");
      const remains = await remainsOf(out, number);
      seen[remains] += 1;
      if (remains.startsWith("half")) {
        expect(await compare(out, version(number))).toMatchObject({ upToDate: false, interrupted: true });
      }
      if (number % 4 === 0) continue; // the next run, killed as well, meets what this one has left
      // Nothing was edited by hand, so the next run needs no force, whatever it writes.
      const next = Math.random() < 0.5 ? version(number) : version(-number);
      await write(out, next);
      expect(await contents(out)).toEqual(Object.fromEntries(next.map(({ path, text }) => [path, text])));
      expect(await compare(out, next)).toMatchObject({ upToDate: true, interrupted: false });
      expect(await readdir(join(out, ".."))).toEqual(["out"]);
    }
    expect(seen["half staged"]).toBeGreaterThan(0);
    expect(seen["half moved"]).toBeGreaterThan(0);
  },
  counted({ usual: 600_000, long: 3_600_000 }),
);

test("of two processes at once each either writes all of its files or refuses, and the result is one of the two", async () => {
  const out = join(await temporaryFolder(), "out");
  await write(out, version(0));
  let refused = 0;
  // On a busy machine, the two may miss each other for many rounds.
  for (let round = 1; round <= 8 || (refused === 0 && round <= 60); round++) {
    const numbers = [round * 2, round * 2 + 1];
    const stored = await Promise.all(numbers.map((number) => writer.store(`race-${number % 2}`, version(number))));
    const endings = await Promise.all(stored.map((path) => ended(writer.start(out, path))));
    for (const { status, errors } of endings) {
      if (status !== 0)
        expect(errors).toMatch(/^WriteError: Another run \(process \d+\) is writing to this output folder/);
    }
    const written = numbers.filter((_, index) => endings[index]?.status === 0);
    expect(written.length).toBeGreaterThan(0);
    refused += 2 - written.length;
    const matches = await Promise.all(written.map((number) => compare(out, version(number))));
    expect(matches.filter(({ upToDate }) => upToDate)).toHaveLength(1);
    expect(await readdir(join(out, ".."))).toEqual(["out"]);
  }
  expect(refused).toBeGreaterThan(0);
}, 300_000);

test("a run that may not write a file of that size leaves the old output and nothing else", async () => {
  const out = join(await temporaryFolder(), "out");
  const old = { "a.ts": "1\n", "b.ts": "1\n" };
  await write(out, files(old));
  const large = files({ "a.ts": "2\n", "b.ts": "x".repeat(1_000_000) });
  const { status, signal, errors } = await ended(
    writer.start(out, await writer.store("large", large), { maximumBlocks: 64 }),
  );
  // Some systems report it, others end the process, which is one more way to be killed.
  if (signal === null) expect(`${status} ${errors}`).toMatch(/^1 WriteError: .* a file would exceed the size limit/);
  expect(await contents(out)).toEqual(old);
  await write(out, files(old));
  expect(await readdir(join(out, ".."))).toEqual(["out"]);
});

test.skipIf(process.getuid?.() !== 0)(
  "a folder that may not be written keeps what is in it, and says why",
  async () => {
    const parent = await temporaryFolder();
    const out = join(parent, "out");
    const old = { "a.ts": "1\n", "sub/b.ts": "1\n" };
    await write(out, files(old));
    await chmod(parent, 0o755);
    const stored = await writer.store("denied", files({ "a.ts": "2\n", "sub/b.ts": "2\n" }));
    const { status, errors } = await ended(writer.start(out, stored, { nobody: true }));
    expect(errors).toMatch(/^WriteError: Cannot write to .*out: permission denied\. The folder was not changed\.$/);
    expect(status).toBe(1);
    expect(await contents(out)).toEqual(old);

    // Files can be staged, and only one of two folders be written: nothing is moved into the other either.
    await chmod(parent, 0o777);
    await chmod(out, 0o777);
    expect((await ended(writer.start(out, stored, { nobody: true }))).errors).toContain("permission denied");
    expect(await contents(out)).toEqual(old);
    expect(await readdir(parent)).toEqual(["out"]);
  },
);

test.skipIf(process.getuid?.() !== 0)(
  "a run that cannot move one of its files says so, and the next completes the output without force",
  async () => {
    const parent = await temporaryFolder();
    const out = join(parent, "out");
    await write(out, files({ "a.ts": "1\n", "b.ts": "1\n", "gone.ts": "1\n", "sub/c.ts": "1\n" }));
    await chmod(parent, 0o777);
    await chmod(out, 0o777);
    await chmod(join(out, "sub"), 0o1777); // everyone may add files, and only their owner replace them
    const next = { "a.ts": "2\n", "b.ts": "1\n", "new.ts": "2\n", "sub/c.ts": "2\n" };
    const stored = await writer.store("sticky", files(next));
    expect((await ended(writer.start(out, stored, { nobody: true }))).errors).toBe(
      `WriteError: permission denied. ${out} is partly updated; run again to complete it.`,
    );
    expect(await contents(out)).toEqual({ ...next, "sub/c.ts": "1\n" });
    expect(await readdir(parent)).toEqual(["out"]);
    const other = { "a.ts": "3\n", "b.ts": "3\n", "sub/c.ts": "3\n" };
    expect(await compare(out, files(other))).toMatchObject({ interrupted: true, edited: [], foreign: [] });
    expect(await write(out, files(other))).toMatchObject({ removed: ["new.ts"] });
    expect(await contents(out)).toEqual(other);
    expect(await compare(out, files(other))).toMatchObject({ upToDate: true, interrupted: false });
  },
);
