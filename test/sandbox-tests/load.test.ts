import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { counted } from "../support/counts.js";
import { apsSample } from "./sample.js";
import { items, type ReachableSandbox, send } from "./signed-request.js";

const orders = "/aps/2/services/order-manager/orders";
const { body: order } = apsSample("placeOrder-sales").request;
const perSecond = 200;

/** A sandbox in a process that tells what it has used: bytes of memory, all garbage gone, and milliseconds of CPU. */
const program = `
  import { startSandbox } from "@apsdirect/sandbox";
  const { aps, appdirect, certificate } = await startSandbox({ data: process.argv[1] });
  process.send({ aps, appdirect, certificate });
  process.on("message", () => {
    gc();
    const { user, system } = process.cpuUsage();
    process.send({ bytes: process.memoryUsage().heapUsed, milliseconds: (user + system) / 1000 });
  });
`;

test("200 requests a second are answered as they come, one in five an order, and memory stays flat", async () => {
  const { sandbox, used } = await startHost();
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  onTestFinished(() => agent.destroy());
  const target = "/aps/2/collections/accounts?eq(type,CLIENT),limit(0,10)";
  const call = async (count: number) => {
    const isOrder = count % 5 === 0;
    const call = isOrder ? ({ method: "POST", target: orders, body: order } as const) : { target };
    expect((await send(sandbox, { ...call, agent })).status).toBe(isOrder ? 200 : 206);
  };
  await inTime(1000, call); // until the log of requests is full
  const before = await used();
  const requests = perSecond * counted({ usual: 5, long: 60 });
  await inTime(requests, call);
  const after = await used();
  // A nonce, remembered for ten minutes, and the fifth part of an order with the subscription that it brings about, kept
  // for good: about 1,000 bytes. Were every request kept, it would be 2,600.
  expect((after.bytes - before.bytes) / requests).toBeLessThan(1600);
  // CPU time, since the machine may have others to serve: about 1.2 of the 5 that would be all of a core.
  expect((after.milliseconds - before.milliseconds) / requests).toBeLessThan(4);
  expect(items(await send(sandbox, { target: `${orders}?limit(0,100000)` }))).toHaveLength((1000 + requests) / 5);
});

/** Sends requests at their rate, whether or not earlier ones were answered. */
async function inTime(count: number, call: (count: number) => Promise<void>): Promise<void> {
  const start = performance.now();
  const sending: Promise<void>[] = [];
  for (let index = 0; index < count; index++) {
    const early = start + (index * 1000) / perSecond - performance.now();
    if (early > 0) await wait(early);
    sending.push(call(index));
  }
  await Promise.all(sending);
}

async function startHost() {
  const folder = await mkdtemp(join(tmpdir(), "apsdirect-load-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const args = ["--expose-gc", "--input-type=module", "--eval", program, join(folder, "sandbox.data")];
  const host: ChildProcess = spawn(process.execPath, args, {
    cwd: import.meta.dirname,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  onTestFinished(() => void host.kill("SIGKILL"));
  const [sandbox]: ReachableSandbox[] = await once(host, "message");
  if (sandbox === undefined) throw new Error("The host said nothing");
  return {
    sandbox,
    async used(): Promise<{ readonly bytes: number; readonly milliseconds: number }> {
      host.send("used");
      const [said] = await once(host, "message");
      return said;
    },
  };
}
