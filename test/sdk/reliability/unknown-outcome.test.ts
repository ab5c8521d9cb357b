import { createHash } from "node:crypto";
import { OutcomeUnknownError } from "apsdirect";
import { ApsApi } from "apsdirect/aps";
import { describe, expect, test } from "vitest";
import { answer, json } from "../../support/raw-server.js";
import { faultyPlatform, healthy, nonceOf, order, rejectionOf, type Turn } from "./faulty-platform.js";
import { breaksDown, executed, headOf, keepsSilent, resets, sends, sendsAndResets } from "./turns.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe("an outcome that is not known tells all that is known", () => {
  test.each<{ fault: string; turn: Turn; status: number | undefined }>([
    { fault: "a reset", turn: resets, status: undefined },
    { fault: "silence", turn: keepsSilent, status: undefined },
    { fault: "a reset in the body", turn: sendsAndResets(headOf(500)), status: 200 },
    { fault: "an answer that is not JSON", turn: sends(answer("{")), status: 200 },
    { fault: "502", turn: breaksDown(502), status: 502 },
  ])("after $fault", async ({ turn, status }) => {
    const { platform, sdk } = await faultyPlatform([turn], { timeout: 400 });
    const before = Date.now();
    const error = await rejectionOf(sdk.orders.create(order, { reference: "ref-1" }));
    const [request] = platform.requests;
    expect(error).toBeInstanceOf(OutcomeUnknownError);
    const { sent, ...beside } = error as OutcomeUnknownError;
    expect(beside).toMatchObject({ code: "OUTCOME_UNKNOWN", operation: "orders.create", reference: "ref-1" });
    expect(sent).toEqual({
      target: "POST /aps/2/services/order-manager/orders",
      sentAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      nonce: request && nonceOf(request),
      bodySha256: createHash("sha256")
        .update(request?.body ?? "")
        .digest("hex"),
      requestSent: status === undefined ? "perhaps" : "surely",
      responseStarted: status !== undefined,
      status,
    });
    expect(Date.parse(sent.sentAt)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(sent.sentAt)).toBeLessThanOrEqual(Date.now());
  });

  test("and says how to find out what became of an order", async () => {
    const { sdk } = await faultyPlatform([resets]);
    const error = await rejectionOf(sdk.orders.create(order));
    expect(String(error)).toMatch(/repeat it: orders\.settle\(error\)$/);
    // What no look-up is known for says no more than that one is needed.
    expect(String(await rejectionOf(sdk.resources.delete("r-1")))).toMatch(/Look it up before you repeat it$/);
  });
});

describe("orders.findRecent()", () => {
  test("7: finds what was placed although its response was lost", async () => {
    const { sdk } = await faultyPlatform([executed(resets), healthy]);
    const error = await rejectionOf(sdk.orders.create(order));
    const since = (error as OutcomeUnknownError).sent.sentAt;
    expect(await sdk.orders.findRecent({ accountId: "a-1", since })).toEqual([{ orderId: "o-1", accountId: "a-1" }]);
  });

  test("takes one request, for the latest of the account, where that finds some", async () => {
    const { platform, sdk } = await faultyPlatform([executed(healthy)]);
    await sdk.orders.create(order);
    await sdk.orders.findRecent({ accountId: "a-1", since: new Date() });
    expect(platform.requests.slice(1).map(({ line }) => line)).toEqual([
      "GET /aps/2/services/order-manager/orders?eq(accountId,a-1),sort(-creationDate),limit(0,100) HTTP/1.1",
    ]);
  });

  test.each([0, HOUR, -HOUR])("goes by the clock of the platform, which is %d ms ahead", async (ahead) => {
    const placedAt = (before: number): string => new Date(Date.now() + ahead - before).toISOString();
    const listed: Turn = ({ socket }) => {
      const orders = [
        { orderId: "just now", accountId: "a-1", creationDate: placedAt(1_000) },
        { orderId: "without a date", accountId: "a-1" },
        { orderId: "ten minutes ago", accountId: "a-1", creationDate: placedAt(10 * MINUTE) },
      ];
      socket.write(json(orders, { headers: { date: new Date(Date.now() + ahead).toUTCString() } }));
    };
    const { sdk } = await faultyPlatform([listed]);
    const found = await sdk.orders.findRecent({ accountId: "a-1", since: new Date(Date.now() - 5_000) });
    expect(found.map(({ orderId }) => orderId)).toEqual(["just now", "without a date"]);
  });

  test("does not take for no order what it could not look up", async () => {
    const { sdk } = await faultyPlatform([breaksDown(403)]);
    const looking = sdk.orders.findRecent({ accountId: "a-1", since: new Date() });
    expect(await rejectionOf(looking)).toMatchObject({ code: "PERMISSION_DENIED", operation: "orders.findRecent" });
    const since = "yesterday";
    await expect(sdk.orders.findRecent({ accountId: "a-1", since })).rejects.toBeInstanceOf(TypeError);
  });
});

describe("44: two calls with one reference at once", () => {
  test("are one order: the second is refused before anything of it is sent", async () => {
    const told: string[] = [];
    const { platform, sdk } = await faultyPlatform([healthy], {
      hooks: { journal: ({ reference }) => void told.push(reference) },
    });
    const [first, second] = await Promise.allSettled([
      sdk.orders.create(order, { reference: "cart-7" }),
      sdk.orders.create(order, { reference: "cart-7" }),
    ]);
    expect(first).toEqual({ status: "fulfilled", value: { orderId: "o-1" } });
    expect(second).toMatchObject({
      status: "rejected",
      reason: { code: "CALL_IN_PROGRESS", operation: "orders.create", reference: "cart-7" },
    });
    expect(told).toEqual(["cart-7"]);
    expect(platform.requests.length).toBe(1);
  });

  test("one after the other, also after an error, are two", async () => {
    const { platform, sdk } = await faultyPlatform([breaksDown(400), healthy]);
    await rejectionOf(sdk.orders.create(order, { reference: "cart-7" }));
    await sdk.orders.create(order, { reference: "cart-7" });
    await sdk.orders.create(order, { reference: "cart-7" });
    expect(platform.orders.length).toBe(2);
  });

  test("and with a reference each, or of different operations, or that change nothing, go out together", async () => {
    const { platform, sdk } = await faultyPlatform([healthy]);
    await Promise.all([
      sdk.orders.create(order, { reference: "cart-7" }),
      sdk.orders.create(order, { reference: "cart-8" }),
      sdk.orders.create(order),
      sdk.orders.create(order),
      sdk.resources.delete("r-1", { reference: "cart-7" }),
      sdk.orders.get("o-1", { reference: "cart-7" }),
      sdk.orders.get("o-1", { reference: "cart-7" }),
    ]);
    expect(platform.requests.length).toBe(7);
  });

  test("through another client that shares this one's connections are still one order", async () => {
    const { platform, sdk } = await faultyPlatform([healthy]);
    const both = [sdk, new ApsApi(sdk)].map(({ orders }) => orders.create(order, { reference: "cart-7" }));
    expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(platform.orders.length).toBe(1);
  });
});
