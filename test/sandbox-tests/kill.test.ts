import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { counted } from "../support/counts.js";
import { sandboxOf, startCommand } from "./command.js";
import { apsSample } from "./sample.js";
import { items, type ReachableSandbox, send, text } from "./signed-request.js";

const orders = "/aps/2/services/order-manager/orders";
const { body: order } = apsSample("placeOrder-sales").request;

test("wherever a kill comes, every order that was answered is there after the restart, and none twice", async () => {
  const folder = await mkdtemp(join(tmpdir(), "apsdirect-kill-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const args = ["--json", "--data", join(folder, "sandbox.data")];
  const kills = counted({ usual: 10, long: 200 });
  const answered = new Set<string>();
  let sent = 0;
  for (let kill = 0; kill < kills; kill++) {
    const command = await startCommand(args);
    onTestFinished(async () => void (await command.end("SIGKILL")));
    const sandbox = await sandboxOf(command);
    await expectAll(answered, sandbox);
    const before = answered.size;
    const agent = new Agent({ keepAlive: true, maxSockets: 8 });
    const placing = Array.from({ length: 8 }, async () => {
      for (;;) {
        sent += 1;
        const reply = await send(sandbox, { method: "POST", target: orders, body: order, agent });
        expect(reply.status, reply.text).toBe(200);
        answered.add(text(reply, "orderId"));
      }
    });
    const ends = Promise.allSettled(placing);
    while (answered.size === before) await wait(5);
    await wait(randomInt(150));
    await command.end("SIGKILL");
    agent.destroy();
    for (const end of await ends) expect(Object(Object(end).reason).code).toMatch(/^(?:ECONN|EPIPE)/);
  }
  const last = await startCommand(args);
  onTestFinished(async () => void (await last.end("SIGKILL")));
  const found = await expectAll(answered, await sandboxOf(last));
  expect(found).toBeLessThanOrEqual(sent);
  expect(answered.size).toBeGreaterThan(5 * kills);
}, 1_200_000);

/** Expects the orders to be there, each once and each with a number of its own. Says how many orders there are. */
async function expectAll(orderIds: ReadonlySet<string>, sandbox: ReachableSandbox): Promise<number> {
  const found = items(await send(sandbox, { target: `${orders}?limit(0,1000000)` }));
  const ids = new Set(found.map(({ orderId }) => orderId));
  expect([...orderIds].filter((orderId) => !ids.has(orderId))).toEqual([]);
  expect(ids.size).toBe(found.length);
  expect(new Set(found.map(({ orderNumber }) => orderNumber)).size).toBe(found.length);
  return found.length;
}
