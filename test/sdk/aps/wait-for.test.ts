import { TimeoutError } from "apsdirect";
import { expect, test } from "vitest";
import { platform } from "../../support/platform.js";
import { json } from "../../support/raw-server.js";

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
  const waiting = sdk.orders.waitFor("o-1", { interval: 20, deadline: 100 });
  await expect(waiting).rejects.toBeInstanceOf(TimeoutError);
  await expect(waiting).rejects.toThrow("order o-1 is still IN_PROGRESS after 100 ms; it goes on");
});

test("it ends at once where the caller aborts it", async () => {
  const { sdk } = await platform([state("IN_PROGRESS")]);
  const controller = new AbortController();
  const waiting = sdk.orders.waitFor("o-1", { interval: 60_000, signal: controller.signal });
  setTimeout(() => controller.abort(new Error("the user left")), 50);
  await expect(waiting).rejects.toThrow("the user left");
});
