import type { Socket } from "node:net";
import { ApsClient, TimeoutError } from "apsdirect";
import { describe, expect, test } from "vitest";
import { credentials } from "../../support/credentials.js";
import { rawServer } from "../../support/platform.js";
import { json, type RawAnswer, type RawServer, silence } from "../../support/raw-server.js";
import { againWhereBusy } from "../../support/time.js";

const id = "6c0e9b7a-2d5f-4e81-b3a4-9f7d1c8e5b02";
const found = json([{ aps: { id, type: "service" } }]);
const order = { type: "CANCELLATION", subscriptionId: "s-1" } as const;

/** Platform that returns these responses to look-ups of a service in turn, and accepts every order. */
async function bus(...lookUps: readonly RawAnswer[]): Promise<{ server: RawServer; sdk: ApsClient }> {
  let asked = 0;
  const server = await rawServer((socket, request) => {
    if (request.line.startsWith("POST")) return void socket.write(json({ orderId: "o-1" }));
    const answer = lookUps[Math.min(asked, lookUps.length - 1)];
    asked += 1;
    if (typeof answer === "function") answer(socket, request);
    else socket.write(answer ?? "");
  });
  return { server, sdk: new ApsClient({ baseUrl: server.origin, credentials, addressing: "resources" }) };
}

/** Resolves when the look-up has reached the platform. */
async function reached(server: RawServer): Promise<void> {
  await expect.poll(() => server.requests.length, { interval: 2 }).toBe(1);
}

function verbs({ requests }: RawServer): readonly string[] {
  return requests.map(({ line }) => line.slice(0, line.indexOf(" ")));
}

describe("while a service is looked up on a platform that does not respond", () => {
  test("a call ends within 50 ms of its abort, and its order is not sent", againWhereBusy, async () => {
    const { server, sdk } = await bus(silence);
    const controller = new AbortController();
    const call = Promise.resolve(sdk.orders.create(order, { signal: controller.signal }));
    const ended = call.catch((reason: unknown) => ({ reason, at: performance.now() }));
    await reached(server);
    const abortedAt = performance.now();
    controller.abort(new Error("the user left"));
    const { reason, at } = (await ended) as { reason: unknown; at: number };
    expect(reason).toMatchObject({ message: "the user left" });
    expect(at - abortedAt).toBeLessThan(50);
    expect(verbs(server)).toEqual(["GET"]);
  });

  test("a call ends at its own deadline, and was not executed", againWhereBusy, async () => {
    const { server, sdk } = await bus(silence);
    const startedAt = performance.now();
    const call = sdk.orders.create(order, { deadline: 150 });
    await expect(call).rejects.toBeInstanceOf(TimeoutError);
    await expect(call).rejects.toMatchObject({ operation: "orders.create", timeout: 150 });
    await expect(call).rejects.toThrow(/address .* within 150 ms; nothing was sent/);
    expect(performance.now() - startedAt).toBeLessThan(250);
    expect(verbs(server)).toEqual(["GET"]);
  });

  test("a call that was already aborted sends no request", async () => {
    const { server, sdk } = await bus(silence);
    const signal = AbortSignal.abort(new Error("too late"));
    await expect(sdk.orders.create(order, { signal })).rejects.toThrow("too late");
    expect(server.requests).toEqual([]);
  });

  test("the connection is closed when no call waits any more, and the next call starts a new look-up", async () => {
    const connections: Socket[] = [];
    const { server, sdk } = await bus((socket) => connections.push(socket), found);
    await expect(sdk.orders.create(order, { deadline: 100 })).rejects.toBeInstanceOf(TimeoutError);
    expect(await sdk.orders.create(order)).toEqual({ orderId: "o-1" });
    await expect.poll(() => connections.map(({ destroyed }) => destroyed), { interval: 2 }).toEqual([true]);
    expect(verbs(server)).toEqual(["GET", "GET", "POST"]);
  });
});

test("an aborted call does not affect other calls that wait for the same look-up", async () => {
  const connections: Socket[] = [];
  const { server, sdk } = await bus((socket) => connections.push(socket));
  const controller = new AbortController();
  const { signal } = controller;
  const aborted = expect(sdk.orders.create(order, { signal })).rejects.toThrow("the user left");
  const tooLate = expect(sdk.orders.create(order, { deadline: 100 })).rejects.toBeInstanceOf(TimeoutError);
  const patient = expect(sdk.orders.create(order)).resolves.toEqual({ orderId: "o-1" });
  await reached(server);
  controller.abort(new Error("the user left"));
  await aborted;
  await tooLate;
  connections[0]?.write(found);
  await patient;
  expect(verbs(server)).toEqual(["GET", "POST"]);
});

test("the time of the look-up counts towards the deadline of its call", againWhereBusy, async () => {
  const server = await rawServer((socket) => void setTimeout(() => socket.write(found), 200), silence);
  const sdk = new ApsClient({ baseUrl: server.origin, credentials, addressing: "resources" });
  const startedAt = performance.now();
  await expect(sdk.orders.get("o-1", { deadline: 400 })).rejects.toBeInstanceOf(TimeoutError);
  expect(performance.now() - startedAt).toBeLessThan(550);
});
