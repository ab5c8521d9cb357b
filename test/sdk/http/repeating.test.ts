import type { Socket } from "node:net";
import {
  ApiError,
  ConnectionError,
  type OrderRequest,
  OutcomeUnknownError,
  RateLimitError,
  ServerError,
  TimeoutError,
} from "apsdirect";
import { describe, expect, test } from "vitest";
import { platform, rawServer } from "../../support/platform.js";
import { answer, json, type RawAnswer, type RawServer, reset, silence } from "../../support/raw-server.js";
import { againWhereBusy } from "../../support/time.js";

const account = json({ aps: { id: "a-1", type: "account" } });
const placed = json({ orderId: "o-1" });
const order: OrderRequest = {
  type: "SALES",
  accountId: "a-1",
  products: [{ planId: "p-1", period: { unit: "MONTHS", duration: 1 } }],
};
const halfway = (socket: Socket): void => {
  socket.write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{", () =>
    socket.destroy(),
  );
};

const nonceOf = (server: RawServer): (string | undefined)[] =>
  server.requests.map(({ headers }) => /oauth_nonce="([^"]*)"/.exec(headers.get("authorization") ?? "")?.[1]);

describe("a safe call is repeated", () => {
  test.each<{ fault: string; first: RawAnswer }>([
    { fault: "a reset before the answer", first: reset },
    { fault: "a reset in the middle of the body", first: halfway },
    { fault: "500 from a server in front", first: answer("<html>", { status: 500 }) },
    { fault: "502", first: answer("<html>", { status: 502 }) },
    { fault: "503", first: answer("", { status: 503 }) },
    {
      fault: "503 whose Retry-After lies in the past",
      first: answer("", { status: 503, headers: { "retry-after": "-5" } }),
    },
    { fault: "504", first: answer("", { status: 504 }) },
    { fault: "408", first: answer("", { status: 408 }) },
    { fault: "425", first: answer("", { status: 425 }) },
    { fault: "429", first: answer("", { status: 429 }) },
  ])("after $fault, with a nonce of its own", async ({ first }) => {
    const { server, sdk } = await platform([first, account]);
    const { data, attempts } = await sdk.accounts.get("a-1").withResponse();
    expect(data.aps.id).toBe("a-1");
    expect(attempts).toBe(2);
    expect(new Set(nonceOf(server)).size).toBe(2);
  });

  test("as often as allowed, and then it fails as what it is", async () => {
    const { server, sdk } = await platform([answer("busy", { status: 503 })]);
    await expect(sdk.accounts.get("a-1", { maxRetries: 1 })).rejects.toBeInstanceOf(ServerError);
    expect(server.requests.length).toBe(2);
  });

  test("not before the platform asked for", async () => {
    const { sdk } = await platform([answer("", { status: 429, headers: { "retry-after": "1" } }), account]);
    const started = Date.now();
    await sdk.accounts.get("a-1");
    expect(Date.now() - started).toBeGreaterThanOrEqual(1_000);
  });

  test("not at all where the platform asks for longer than there is, and the error says how long", async () => {
    const { server, sdk } = await platform([answer("", { status: 429, headers: { "retry-after": "99999999" } })]);
    const error = await sdk.accounts.get("a-1").catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ retryAfter: 99_999_999_000 });
    expect(server.requests.length).toBe(1);
  });

  test("not where the platform itself says what is wrong", async () => {
    const { server, sdk } = await platform([json({ error: "Broken", message: "no such thing" }, { status: 500 })]);
    await expect(sdk.accounts.get("a-1")).rejects.toThrow("no such thing");
    expect(server.requests.length).toBe(1);
  });
});

describe("an order is sent once", () => {
  test.each<{ fault: string; first: RawAnswer; status?: number }>([
    { fault: "a reset before the answer", first: reset },
    { fault: "a reset in the middle of the answer", first: halfway, status: 200 },
    { fault: "no answer at all", first: silence },
    { fault: "something that is not HTTP", first: "SSH-2.0-OpenSSH\r\n\r\n" },
    { fault: "500", first: answer("<html>", { status: 500 }), status: 500 },
    { fault: "502", first: answer("", { status: 502 }), status: 502 },
    { fault: "503 with Retry-After", first: answer("", { status: 503, headers: { "retry-after": "0" } }), status: 503 },
    { fault: "504", first: answer("", { status: 504 }), status: 504 },
    { fault: "408", first: answer("", { status: 408 }), status: 408 },
    {
      fault: "a success that is not JSON",
      first: answer("{", { headers: { "content-type": "application/json" } }),
      status: 200,
    },
    { fault: "HTML with 200", first: answer("<html>", { headers: { "content-type": "text/html" } }), status: 200 },
    { fault: "a success without the body it should have", first: answer(""), status: 200 },
  ])("and after $fault its outcome is unknown", async ({ first, status }) => {
    const { server, sdk } = await platform([first, placed], { timeout: 500 });
    const error = await sdk.orders.create(order, { reference: "ref-1" }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OutcomeUnknownError);
    expect(error).toMatchObject({
      code: "OUTCOME_UNKNOWN",
      operation: "orders.create",
      reference: "ref-1",
      sent: { target: "POST /aps/2/services/order-manager/orders", nonce: nonceOf(server)[0], status },
    });
    expect(server.requests.length).toBe(1);
  });

  test("also with every option that allows repeating", async () => {
    const { server, sdk } = await platform([reset, placed], { maxRetries: 10, deadline: 600_000 });
    await expect(sdk.orders.create(order, { maxRetries: 10 })).rejects.toBeInstanceOf(OutcomeUnknownError);
    expect(server.requests.length).toBe(1);
  });

  test("and is refused with what the platform says where that proves that it was not placed", async () => {
    for (const status of [400, 401, 403, 404, 409, 422, 429]) {
      const { server, sdk } = await platform([json({ error: "E", message: "refused" }, { status }), placed]);
      await expect(sdk.orders.create(order)).rejects.toMatchObject({ status });
      await expect(sdk.orders.create(order)).resolves.toEqual({ orderId: "o-1" });
      expect(server.requests.length).toBe(2);
    }
  });

  test("but for 425, by which a server says that it did not process it", async () => {
    const { server, sdk } = await platform([answer("", { status: 425 }), placed]);
    await expect(sdk.orders.create(order)).resolves.toEqual({ orderId: "o-1" });
    expect(server.requests.length).toBe(2);
  });

  test("where nothing listens it is tried again, and surely not placed", async () => {
    const { server, sdk } = await platform([placed]);
    await server.close();
    const error = await sdk.orders.create(order).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(String(error)).toMatch(/refused \(ECONNREFUSED\), after 3 attempts/);
  });
});

describe("the marker of an operation decides, not its HTTP verb", () => {
  test("PUT is marked idempotent and is repeated", async () => {
    const { server, sdk } = await platform([reset, account]);
    await sdk.resources.update("a-1", { companyName: "New" });
    expect(server.requests.map(({ line }) => line.split(" ")[0])).toEqual(["PUT", "PUT"]);
  });

  test("a PUT that fails to the end may have been executed", async () => {
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

describe("time", () => {
  test("an attempt ends when its time is over, also in the middle of a body", againWhereBusy, async () => {
    const stall = (socket: Socket): void => {
      socket.write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{");
    };
    const { sdk } = await platform([stall], { maxRetries: 0 });
    const started = Date.now();
    await expect(sdk.accounts.get("a-1", { timeout: 300 })).rejects.toBeInstanceOf(TimeoutError);
    expect(Date.now() - started).toBeLessThan(800);
  });

  test("a call ends at its deadline and not after the next pause", againWhereBusy, async () => {
    const { sdk } = await platform([reset], { maxRetries: 50 });
    const started = Date.now();
    await expect(sdk.accounts.get("a-1", { deadline: 600 })).rejects.toBeInstanceOf(ConnectionError);
    expect(Date.now() - started).toBeLessThan(700);
  });

  test("an aborted call rejects at once with the caller's reason", againWhereBusy, async () => {
    const { server, sdk } = await platform([silence]);
    const controller = new AbortController();
    const call = sdk.accounts.get("a-1", { signal: controller.signal });
    await expect.poll(() => server.requests.length).toBe(1);
    const aborted = Date.now();
    controller.abort(new Error("the user left"));
    await expect(call).rejects.toThrow("the user left");
    expect(Date.now() - aborted).toBeLessThan(50);
  });

  test("an aborted order may have been placed", async () => {
    const { server, sdk } = await platform([silence]);
    const controller = new AbortController();
    const call = sdk.orders.create(order, { signal: controller.signal });
    const settled = call.catch((reason: unknown) => reason);
    await expect.poll(() => server.requests.length).toBe(1);
    controller.abort(new Error("the user left"));
    expect(await settled).toMatchObject({ code: "OUTCOME_UNKNOWN", cause: new Error("the user left") });
  });

  test("an order that was aborted before it was sent is not unknown", async () => {
    const { server, sdk } = await platform([placed]);
    const signal = AbortSignal.abort(new Error("too late"));
    await expect(sdk.orders.create(order, { signal })).rejects.toThrow("too late");
    expect(server.requests).toEqual([]);
  });
});

describe("what is not followed and not read", () => {
  test.each([301, 302, 303, 307, 308])("a redirect with %i is an error that names its target", async (status) => {
    const stranger = await rawServer(placed);
    const { server, sdk } = await platform([answer("", { status, headers: { location: `${stranger.origin}/steal` } })]);
    const error = await sdk.orders.create(order).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(String(error)).toContain(`${stranger.origin}/steal`);
    expect([server.requests.length, stranger.requests.length]).toEqual([1, 0]);
  });

  test("a body beyond the largest is cut off, and memory stays flat", async () => {
    const flood = (socket: Socket): void => {
      const chunk = "x".repeat(1024 * 1024);
      socket.write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 536870912\r\n\r\n");
      const pour = (): void => {
        while (!socket.destroyed && socket.write(chunk)) {}
        if (!socket.destroyed) socket.once("drain", pour);
      };
      pour();
    };
    const { sdk } = await platform([flood]);
    await expect(sdk.accounts.get("a-1")).rejects.toMatchObject({ code: "RESPONSE_INVALID" });
  });
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

test("an outage does not become a storm: a thousand calls make at most a hundred repetitions", async () => {
  const { server, sdk } = await platform([answer("", { status: 503, headers: { connection: "close" } })]);
  await Promise.allSettled(Array.from({ length: 1_000 }, () => sdk.accounts.get("a-1")));
  expect(server.requests.length).toBeLessThanOrEqual(1_100);
});

test("the journal is told of an order before it is sent, and not of a safe call", async () => {
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
