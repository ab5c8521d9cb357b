import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { acquireAddress, acquireLock } from "../sandbox/src/data/file-lock.js";

test("a lock is had by one, and then by the next", async () => {
  const key = `test ${process.pid}`;
  const release = await acquireLock(key);
  expect(release).toBeTypeOf("function");
  expect(await acquireLock(key)).toBeUndefined();
  const other = await acquireLock(`${key}, another`);
  await Promise.all([release?.(), other?.()]);
  const again = await acquireLock(key);
  expect(again).toBeTypeOf("function");
  await again?.();
});

test("a lock of a process that was killed is free", async () => {
  const key = `killed ${process.pid}`;
  const holder = await holding(`acquireLock(${JSON.stringify(key)})`);
  expect(await acquireLock(key)).toBeUndefined();
  await killed(holder);
  const release = await acquireLock(key);
  expect(release).toBeTypeOf("function");
  await release?.();
});

test.skipIf(process.platform === "win32")(
  "so it is where the address is a file, which the kill leaves behind",
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "apsdirect-lock-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const address = join(folder, "lock");
    const holder = await holding(`acquireAddress(${JSON.stringify(address)})`);
    expect(await acquireAddress(address)).toBeUndefined();
    await killed(holder);
    expect(existsSync(address)).toBe(true);
    const server = await acquireAddress(address);
    expect(server?.listening).toBe(true);
    server?.close();
  },
);

/** A process that takes something and keeps it. */
async function holding(expression: string) {
  const program = `
    import { acquireAddress, acquireLock } from "../sandbox/src/data/file-lock.ts";
    console.log(typeof (await ${expression}));
    setInterval(() => {}, 1000);
  `;
  const holder = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: import.meta.dirname,
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void holder.kill("SIGKILL"));
  const [said] = await once(holder.stdout, "data");
  expect(String(said)).toMatch(/function|object/);
  return holder;
}

async function killed(holder: Awaited<ReturnType<typeof holding>>): Promise<void> {
  holder.kill("SIGKILL");
  await once(holder, "close");
}
