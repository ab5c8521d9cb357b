import { nodeFetch } from "apsdirect/node";
import { describe, expect, test, vi } from "vitest";
import { againWhereBusy } from "../../support/time.js";
import { type FaultyPlatform, faultyPlatform, healthy, order, rejectionOf, type Turn } from "./faulty-platform.js";
import { breaksDown, drips, executed, headOf, keepsSilent, resets, sends } from "./turns.js";

const fetches = [
  { by: "the global fetch", fetch: undefined },
  { by: "nodeFetch", fetch: nodeFetch() },
];

/** Milliseconds from a call's abort to its rejection, at most. */
const PROMPT = 50;
/** Milliseconds by which a call may outlast its deadline. */
const OVERSHOOT = 100;

describe("what the platform asks for", againWhereBusy, () => {
  test.each([
    { row: 23, status: 429, after: "1" },
    { row: 24, status: 503, after: "1" },
  ])("$row: $status is not repeated before its seconds are over", async ({ status, after }) => {
    const { sdk } = await faultyPlatform([breaksDown(status, { "retry-after": after }), healthy]);
    const started = performance.now();
    await sdk.orders.get("o-1");
    expect(performance.now() - started).toBeGreaterThanOrEqual(1_000);
  });

  test("23: a date is not taken early", async () => {
    // Two seconds ahead, rounded down to the second as HTTP dates are.
    const date = Math.floor((Date.now() + 2_000) / 1_000) * 1_000;
    const { sdk } = await faultyPlatform([breaksDown(429, { "retry-after": new Date(date).toUTCString() }), healthy]);
    await sdk.orders.get("o-1");
    expect(Date.now()).toBeGreaterThanOrEqual(date);
  });

  test.each(["-5", "soon", "Sun, 06 Nov 1994 08:49:37 GMT", "5.5", ""])(
    "24: where it is %j, our own pause takes its place, neither none nor one without an end",
    async (after) => {
      const delays: number[] = [];
      const retry = ({ delay }: { readonly delay: number }): void => void delays.push(delay);
      const { sdk } = await faultyPlatform([breaksDown(503, { "retry-after": after }), healthy], { hooks: { retry } });
      await sdk.orders.get("o-1");
      expect(delays).toHaveLength(1);
      expect(delays[0]).toBeGreaterThanOrEqual(125);
      expect(delays[0]).toBeLessThanOrEqual(250);
    },
  );

  test.each([429, 503])("24: where %d asks for longer than the call has, it gives up at once", async (status) => {
    const { platform, sdk } = await faultyPlatform([breaksDown(status, { "retry-after": "99999999" }), healthy]);
    const started = performance.now();
    const error = await rejectionOf(sdk.orders.get("o-1"));
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(error).toMatchObject({ status });
    if (status === 429) expect(error).toMatchObject({ retryAfter: 99_999_999_000 });
    expect(platform.requests.length).toBe(1);
  });
});

describe("39: a call that its caller aborts", againWhereBusy, () => {
  const faults: readonly { readonly when: string; readonly turn: Turn }[] = [
    { when: "before an answer", turn: keepsSilent },
    { when: "in the body", turn: executed(sends(`${headOf(500)}{"orderId"`)) },
    { when: "while the body drips", turn: executed(drips) },
  ];
  test.each(fetches.flatMap((fetch) => faults.map((fault) => ({ ...fetch, ...fault }))))(
    "$when ends within 50 ms, its connection too, and is not tried again, by $by",
    async ({ turn, fetch }) => {
      const closed = vi.fn();
      const watched: Turn = (exchange) => {
        exchange.socket.on("close", closed);
        turn(exchange);
      };
      const { platform, sdk } = await faultyPlatform([watched, watched, healthy], { fetch });
      const controller = new AbortController();
      const { signal } = controller;
      const calls = [sdk.orders.get("o-1", { signal }), sdk.orders.create(order, { signal })].map(rejectionOf);
      await arrived(platform, calls.length);
      const reason = new Error("the user left");
      const aborted = performance.now();
      controller.abort(reason);
      const [reading, placing] = await Promise.all(calls);
      expect(performance.now() - aborted).toBeLessThan(PROMPT);
      expect(reading).toBe(reason);
      expect(placing).toMatchObject({ code: "OUTCOME_UNKNOWN", cause: reason });
      await expect.poll(() => closed.mock.calls.length).toBe(calls.length);
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(platform.requests.length).toBe(calls.length);
    },
  );

  test("between two attempts ends within 50 ms", async () => {
    const { platform, sdk } = await faultyPlatform([breaksDown(503, { "retry-after": "20" }), healthy]);
    const controller = new AbortController();
    const rejection = rejectionOf(sdk.orders.get("o-1", { signal: controller.signal }));
    await arrived(platform, 1);
    const reason = new Error("the user left");
    const aborted = performance.now();
    controller.abort(reason);
    expect(await rejection).toBe(reason);
    expect(performance.now() - aborted).toBeLessThan(PROMPT);
    expect(platform.requests.length).toBe(1);
  });
});

describe("the deadline of a call", againWhereBusy, () => {
  const DEADLINE = 300;
  const faults: readonly { readonly row: number; readonly what: string; readonly turn: Turn }[] = [
    { row: 12, what: "no headers", turn: keepsSilent },
    { row: 14, what: "a body that stalls", turn: sends(`${headOf(500)}{"orderId"`) },
    { row: 14, what: "a body that drips", turn: drips },
    { row: 40, what: "pauses that would outlast it", turn: resets },
    { row: 40, what: "a pause that the platform asks for", turn: breaksDown(503, { "retry-after": "1" }) },
  ];

  test.each(fetches.flatMap((fetch) => faults.map((fault) => ({ ...fault, ...fetch }))))(
    "$row: is over at once where there is $what, and nothing is sent after it, by $by",
    async ({ turn, fetch }) => {
      const { platform, sdk } = await faultyPlatform([turn], { fetch, deadline: DEADLINE, maxRetries: 50 });
      const started = performance.now();
      const errors = await Promise.all([sdk.orders.get("o-1"), sdk.orders.create(order)].map(rejectionOf));
      expect(performance.now() - started).toBeLessThan(DEADLINE + OVERSHOOT);
      expect(errors).toMatchObject([{ operation: "orders.get" }, { code: "OUTCOME_UNKNOWN" }]);
      const { length } = platform.requests;
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(platform.requests.length).toBe(length);
    },
  );

  test("12: holds for all attempts together, and not for each", async () => {
    const { platform, sdk } = await faultyPlatform([keepsSilent], { timeout: 100, deadline: 1_000, maxRetries: 50 });
    const started = performance.now();
    expect(await rejectionOf(sdk.orders.get("o-1"))).toMatchObject({ code: "TIMEOUT" });
    expect(performance.now() - started).toBeLessThan(1_000 + OVERSHOOT);
    expect(platform.requests.length).toBeGreaterThan(1);
  });
});

/** Waits until something has come, and a moment longer, so that an answer is under way. */
async function arrived(platform: FaultyPlatform, requests: number): Promise<void> {
  await expect.poll(() => platform.requests.length, { interval: 5 }).toBe(requests);
  await new Promise((resolve) => setTimeout(resolve, 50));
}
