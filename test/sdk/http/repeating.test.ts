import type { Socket } from "node:net";
import { type OrderRequest, OutcomeUnknownError, ServerError } from "apsdirect";
import { describe, expect, test } from "vitest";
import { platform } from "../../support/platform.js";
import { answer, json, reset } from "../../support/raw-server.js";

const account = json({ aps: { id: "a-1", type: "account" } });
const placed = json({ orderId: "o-1" });
const order: OrderRequest = {
  type: "SALES",
  accountId: "a-1",
  products: [{ planId: "p-1", period: { unit: "MONTHS", duration: 1 } }],
};

test("a safe call is repeated as often as allowed, then fails with its own error", async () => {
  const { server, sdk } = await platform([answer("busy", { status: 503 })]);
  await expect(sdk.accounts.get("a-1", { maxRetries: 1 })).rejects.toBeInstanceOf(ServerError);
  expect(server.requests.length).toBe(2);
});

test("an order is sent once, even with every option that allows retries", async () => {
  const { server, sdk } = await platform([reset, placed], { maxRetries: 10, deadline: 600_000 });
  await expect(sdk.orders.create(order, { maxRetries: 10 })).rejects.toBeInstanceOf(OutcomeUnknownError);
  expect(server.requests.length).toBe(1);
});

describe("the marker of an operation decides, not its HTTP verb", () => {
  test("PUT is marked idempotent and is repeated", async () => {
    const { server, sdk } = await platform([reset, account]);
    await sdk.resources.update("a-1", { companyName: "New" });
    expect(server.requests.map(({ line }) => line.split(" ")[0])).toEqual(["PUT", "PUT"]);
  });

  test("a PUT whose attempts all fail may have been executed", async () => {
    const { sdk } = await platform([reset], { maxRetries: 1 });
    await expect(sdk.resources.update("a-1", {})).rejects.toBeInstanceOf(OutcomeUnknownError);
  });

  test("a PUT that was lost and then refused a connection may have been executed by its first attempt", async () => {
    const { server, sdk } = await platform([
      (socket) => {
        void server.close();
        socket.resetAndDestroy();
      },
    ]);
    const error = await sdk.resources.update("a-1", {}).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OutcomeUnknownError);
    expect(server.requests.length).toBe(1);
  });

  test("DELETE is not marked and is sent once", async () => {
    const { server, sdk } = await platform([reset, account]);
    await expect(sdk.resources.delete("a-1")).rejects.toBeInstanceOf(OutcomeUnknownError);
    expect(server.requests.length).toBe(1);
  });

  test("an estimate is a POST that changes nothing and is repeated", async () => {
    const { server, sdk } = await platform([reset, json({ total: { value: "1", code: "USD" } })]);
    await sdk.orders.estimate(order);
    expect(server.requests.length).toBe(2);
  });
});

test("the outcome of an order that was aborted before it was sent is known", async () => {
  const { server, sdk } = await platform([placed]);
  const signal = AbortSignal.abort(new Error("too late"));
  await expect(sdk.orders.create(order, { signal })).rejects.toThrow("too late");
  expect(server.requests).toEqual([]);
});

test("calls beyond the limit wait their turn, first come, first served", async () => {
  const waiting: (() => void)[] = [];
  const hold = (socket: Socket): void => void waiting.push(() => socket.write(account));
  const { server, sdk } = await platform([hold], { maxConcurrency: 3 });
  const calls = Array.from({ length: 9 }, (_, index) => sdk.accounts.get(`a-${index}`));
  for (let answered = 0; answered < 9; answered++) {
    await expect.poll(() => waiting.length).toBeGreaterThan(0);
    expect(server.requests.length).toBeLessThanOrEqual(answered + 3);
    waiting.shift()?.();
  }
  await Promise.all(calls);
  expect(server.requests.map(({ line }) => line.split(/[/ ]/)[5]).sort()).toEqual(
    calls.map((_, index) => `a-${index}`),
  );
});

test("the journal is called before an order is sent, but not for a safe call", async () => {
  const told: string[] = [];
  const { server, sdk } = await platform([placed, account], {
    hooks: {
      async journal({ operation, reference }) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        told.push(`${operation} ${reference} ${server.requests.length}`);
      },
    },
  });
  await sdk.orders.create(order, { reference: "ref-7" });
  await sdk.accounts.get("a-1");
  expect(told).toEqual(["orders.create ref-7 0"]);
});
