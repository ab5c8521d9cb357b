import { NotFoundError, ServerError, TimeoutError } from "apsdirect";
import { describe, expect, test } from "vitest";
import { platform } from "../../support/platform.js";
import { answer, json, reset, silence } from "../../support/raw-server.js";

const state = (provisioningStatus: string, status?: string): string =>
  json({ orderId: "o-1", provisioningStatus, ...(status === undefined ? {} : { status }) });

test("an order is looked at until it is completed", async () => {
  const { server, sdk } = await platform([state("NOT_STARTED"), state("IN_PROGRESS"), state("COMPLETED")]);
  const seen: unknown[] = [];
  const order = await sdk.orders.waitFor("o-1", {
    interval: 10,
    onProgress: (progress) => seen.push(progress.order.provisioningStatus),
  });
  expect(order.provisioningStatus).toBe("COMPLETED");
  expect(seen).toEqual(["NOT_STARTED", "IN_PROGRESS", "COMPLETED"]);
  expect(server.requests.length).toBe(3);
});

test.each(["CP", "PF"])("the billing engine's code %s ends it as well", async (code) => {
  const { sdk } = await platform([state("SOMETHING_NEW", code)]);
  expect((await sdk.orders.waitFor("o-1")).status).toBe(code);
});

test("the caller may say how far it should be", async () => {
  const { sdk } = await platform([state("A"), state("B")]);
  const order = await sdk.orders.waitFor("o-1", {
    interval: 1,
    until: ({ provisioningStatus }) => provisioningStatus === "B",
  });
  expect(order.provisioningStatus).toBe("B");
});

test("it ends at its deadline and says how far the order is", async () => {
  const { sdk } = await platform([state("IN_PROGRESS")]);
  const waiting = sdk.orders.waitFor("o-1", { interval: 100, deadline: 2_000 });
  await expect(waiting).rejects.toBeInstanceOf(TimeoutError);
  await expect(waiting).rejects.toThrow("order o-1 is still IN_PROGRESS after 2000 ms; it goes on");
});

test("it ends at once where the caller aborts it", async () => {
  const { sdk } = await platform([state("IN_PROGRESS")]);
  const controller = new AbortController();
  const waiting = sdk.orders.waitFor("o-1", { interval: 60_000, signal: controller.signal });
  setTimeout(() => controller.abort(new Error("the user left")), 50);
  await expect(waiting).rejects.toThrow("the user left");
});

test("a platform that is away for a while ends no waiting that has begun", async () => {
  const away = [reset, answer("<html>", { status: 503 }), answer("", { status: 429 })];
  const { server, sdk } = await platform([state("IN_PROGRESS"), ...away, state("COMPLETED")], { maxRetries: 0 });
  expect((await sdk.orders.waitFor("o-1", { interval: 5 })).provisioningStatus).toBe("COMPLETED");
  expect(server.requests.length).toBe(5);
});

test("a first look that fails ends it, and so does an answer that looking again will not change", async () => {
  const first = await platform([answer("", { status: 503 }), state("COMPLETED")], { maxRetries: 0 });
  await expect(first.sdk.orders.waitFor("o-1", { interval: 5 })).rejects.toBeInstanceOf(ServerError);
  const later = await platform([state("IN_PROGRESS"), answer("", { status: 404 }), state("COMPLETED")]);
  await expect(later.sdk.orders.waitFor("o-1", { interval: 5 })).rejects.toBeInstanceOf(NotFoundError);
});

test("without an end it waits as long as timers know", async () => {
  const { sdk } = await platform([state("IN_PROGRESS"), state("COMPLETED")]);
  const order = await sdk.orders.waitFor("o-1", { interval: 20, deadline: Number.POSITIVE_INFINITY });
  expect(order.provisioningStatus).toBe("COMPLETED");
});

test("its deadline holds in the middle of a look as well", async () => {
  const { sdk } = await platform([state("IN_PROGRESS"), silence]);
  const startedAt = performance.now();
  const waiting = sdk.orders.waitFor("o-1", { interval: 5, deadline: 300 });
  await expect(waiting).rejects.toThrow("order o-1 is still IN_PROGRESS after 300 ms");
  expect(performance.now() - startedAt).toBeLessThan(1000);
});

describe("after a 202", () => {
  const resource = (status: string): string => json({ aps: { id: "r-1", type: "t", status } });

  test("a resource is looked at until nothing is under way", async () => {
    const { server, sdk } = await platform([
      answer("", { status: 202, headers: { "aps-info": "Provisioning", "aps-retry-timeout": "30" } }),
      resource("aps:provisioning"),
      resource("aps:configuring"),
      resource("aps:ready"),
    ]);
    const created = await sdk.resources.create({ aps: { type: "t", id: "r-1" } });
    expect(created).toBeUndefined();
    const seen: unknown[] = [];
    const ready = await sdk.resources.waitFor("r-1", {
      interval: 5,
      onProgress: (progress) => seen.push(progress.resource.aps.status),
    });
    expect(ready.aps.status).toBe("aps:ready");
    expect(seen).toEqual(["aps:provisioning", "aps:configuring", "aps:ready"]);
    expect(server.requests.map(({ line }) => line.split(" ", 1)[0])).toEqual(["POST", "GET", "GET", "GET"]);
  });

  test("a status of an application's own counts as ready", async () => {
    const { sdk } = await platform([resource("acme:warm")]);
    expect((await sdk.resources.waitFor("r-1")).aps.status).toBe("acme:warm");
  });

  test("the deadline says how far it is, and what is removed is not found", async () => {
    const slow = await platform([resource("aps:provisioning")]);
    const waiting = slow.sdk.resources.waitFor("r-1", { interval: 5, deadline: 60 });
    await expect(waiting).rejects.toThrow("resources.waitFor: resource r-1 is still aps:provisioning after 60 ms");
    const gone = await platform([resource("aps:unprovisioning"), answer("", { status: 404 })]);
    await expect(gone.sdk.resources.waitFor("r-1", { interval: 5 })).rejects.toBeInstanceOf(NotFoundError);
  });
});
