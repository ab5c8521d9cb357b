import { ApiError, ConflictError, type OutcomeUnknownError, ResponseValidationError } from "apsdirect";
import { nodeFetch } from "apsdirect/node";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { answer, json, type RawServer, startRawServer } from "../../support/raw-server.js";
import { faultyPlatform, healthy, order, rejectionOf, type Turn } from "./faulty-platform.js";
import { breaksDown, executed, pours, refuses, sends, sendsPacked } from "./turns.js";

describe("a success that cannot be used says what it is", () => {
  test.each([
    {
      row: 16,
      answered: answer('{"orderId":"o', { headers: { "content-type": "application/json" } }),
      says: /expected JSON/,
    },
    {
      row: 17,
      answered: answer("<html>Welcome</html>", { headers: { "content-type": "text/html" } }),
      says: /text\/html/,
    },
    { row: 18, answered: answer(""), says: /expected a body, but it is empty/ },
  ])("$row: $says", async ({ answered, says }) => {
    const { sdk } = await faultyPlatform([sends(answered)]);
    const reading = await rejectionOf(sdk.orders.get("o-1"));
    expect(reading).toBeInstanceOf(ResponseValidationError);
    expect(reading).toMatchObject({ status: 200, excerpt: answered.split("\r\n\r\n")[1] });
    expect(String(reading)).toMatch(says);
    const placing = await rejectionOf(sdk.orders.create(order));
    expect(placing).toMatchObject({
      code: "OUTCOME_UNKNOWN",
      sent: { status: 200 },
      cause: { code: "RESPONSE_INVALID" },
    });
  });
});

describe("19: a body that is larger than any answer", () => {
  const MEGABYTE = 1024 * 1024;

  test.each([
    { by: "the global fetch", fetch: undefined },
    { by: "nodeFetch", fetch: nodeFetch() },
  ])("is not read on: its connection is closed, and an order is unknown, by $by", async ({ fetch }) => {
    const closed = vi.fn();
    const huge: Turn = (exchange) => {
      exchange.socket.on("close", closed);
      pours(512 * MEGABYTE)(exchange);
    };
    const { platform, sdk } = await faultyPlatform([executed(huge)], { fetch });
    expect(String(await rejectionOf(sdk.orders.get("o-1")))).toMatch(/the body is larger than 10485760 bytes/);
    await expect.poll(() => closed.mock.calls.length).toBe(1);
    const placing = await rejectionOf(sdk.orders.create(order));
    expect(placing).toMatchObject({ code: "OUTCOME_UNKNOWN", sent: { status: 200 } });
    await expect.poll(() => closed.mock.calls.length).toBe(2);
    expect(platform.orders.length).toBe(1);
  });

  test("counts as it is unpacked, not as it came", async () => {
    const { sdk } = await faultyPlatform([sendsPacked(64 * MEGABYTE)]);
    expect(String(await rejectionOf(sdk.orders.get("o-1")))).toMatch(/the body is larger than 10485760 bytes/);
  });
});

test("20: hostile JSON changes no prototype and no number", async () => {
  const hostile =
    '{"orderId":"o-1","number":9007199254740993,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
  const { platform, sdk } = await faultyPlatform([executed(sends(answer(hostile)))]);
  for (const result of [await sdk.orders.get("o-1"), await sdk.orders.create(order)]) {
    expect(result).toMatchObject({ orderId: "o-1", number: "9007199254740993" });
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
  }
  expect(Reflect.get({}, "polluted")).toBeUndefined();
  expect(platform.orders.length).toBe(1);
});

describe("23: too many calls", () => {
  const refusal = breaksDown(429, { "retry-after": "7" });

  test("is no order, and the error says how long to wait", async () => {
    const { platform, sdk } = await faultyPlatform([refusal], { maxRetries: 5 });
    expect(await rejectionOf(sdk.orders.create(order))).toMatchObject({ code: "RATE_LIMITED", retryAfter: 7_000 });
    expect(platform.requests.length).toBe(1);
  });

  test("is repeated where the operation is marked", async () => {
    const { platform, sdk } = await faultyPlatform([breaksDown(429, { "retry-after": "0" }), healthy]);
    await sdk.resources.update("r-1", { name: "n" });
    expect(platform.requests.length).toBe(2);
  });
});

describe("26: 500 by a service of the platform itself", () => {
  const refusal = refuses(500, "plan p-1 is not sold any more");

  test("is what it says to a call that changes nothing, and is not asked again", async () => {
    const { platform, sdk } = await faultyPlatform([refusal], { maxRetries: 5 });
    const error = await rejectionOf(sdk.orders.get("o-1"));
    expect(error).toMatchObject({
      code: "SERVER_ERROR",
      status: 500,
      body: { message: "plan p-1 is not sold any more" },
    });
    expect(platform.requests.length).toBe(1);
  });

  test("leaves an order unknown, for no documented type of error proves that it was refused, and says why", async () => {
    const { platform, sdk } = await faultyPlatform([refusal], { maxRetries: 5 });
    const error = await rejectionOf(sdk.orders.create(order));
    expect(error).toMatchObject({ code: "OUTCOME_UNKNOWN", sent: { status: 500 }, cause: { code: "SERVER_ERROR" } });
    expect(String((error as OutcomeUnknownError).cause)).toContain("plan p-1 is not sold any more");
    expect(platform.requests.length).toBe(1);
  });
});

test("27: an order that is answered 202 is placed by exactly one POST", async () => {
  const accepted = executed(sends(json({ orderId: "o-1" }, { status: 202, headers: { "aps-info": "task 7" } })));
  const { platform, sdk } = await faultyPlatform([accepted], { maxRetries: 5 });
  expect(await sdk.orders.create(order)).toEqual({ orderId: "o-1" });
  expect([platform.requests.length, platform.orders.length]).toEqual([1, 1]);
});

describe("33: a refusal", () => {
  test("with 403 names the Allowed Operation that the call needs", async () => {
    const { sdk } = await faultyPlatform([refuses(403)]);
    const needed = "needs the Allowed Operation http://www.odin.com/billing/order-management POST";
    expect(String(await rejectionOf(sdk.orders.create(order)))).toContain(needed);
  });

  test("with 409 is a conflict of business and not one of traffic: nothing is repeated, whatever is called", async () => {
    const { platform, sdk } = await faultyPlatform([refuses(409)], { maxRetries: 5 });
    for (const error of await Promise.all(
      [sdk.orders.get("o-1"), sdk.orders.create(order), sdk.resources.update("r-1", {})].map(rejectionOf),
    )) {
      expect(error).toBeInstanceOf(ConflictError);
    }
    expect(platform.requests.length).toBe(3);
  });
});

describe("34: a redirect", () => {
  test.each(
    [301, 302, 303, 307, 308].flatMap((status) => [
      { status, by: "the global fetch", fetch: undefined },
      { status, by: "nodeFetch", fetch: nodeFetch() },
    ]),
  )("with $status is an error that names its target, which is not called, by $by", async ({ status, fetch }) => {
    const stranger = await strangers();
    const away = breaksDown(status, { location: `${stranger.origin}/steal?a=b` });
    const { platform, sdk } = await faultyPlatform([away], { fetch, maxRetries: 5 });
    for (const error of await Promise.all(
      [sdk.orders.get("o-1"), sdk.orders.create(order), sdk.resources.update("r-1", {})].map(rejectionOf),
    )) {
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({ code: "API_ERROR", status });
      expect(String(error)).toContain(`${stranger.origin}/steal;`);
    }
    expect(platform.requests.length).toBe(3);
    expect([stranger.connections(), stranger.requests]).toEqual([0, []]);
  });

  test("to the same host is not followed either: a signature holds for one URL", async () => {
    const { platform, sdk } = await faultyPlatform([breaksDown(302, { location: "/aps/2/elsewhere" }), healthy]);
    expect(await rejectionOf(sdk.orders.get("o-1"))).toMatchObject({ status: 302 });
    expect(platform.requests.length).toBe(1);
  });
});

/** A host that has nothing to do with the platform. */
async function strangers(): Promise<RawServer> {
  const server = await startRawServer(json({ orderId: "forged" }));
  onTestFinished(() => server.close());
  return server;
}
