import { ApsDirectError, OutcomeUnknownError, ResponseValidationError } from "apsdirect";
import type { Hooks, Logger } from "apsdirect/runtime";
import fc from "fast-check";
import { beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { counted } from "../../support/counts.js";
import { answer } from "../../support/raw-server.js";
import {
  clientOf,
  type FaultyPlatform,
  faultyPlatform,
  healthy,
  order,
  rejectionOf,
  startFaultyPlatform,
  type Turn,
} from "./faulty-platform.js";
import { startProgram } from "./programs.js";
import { executed, sends } from "./turns.js";

const asJson = { headers: { "content-type": "application/json" } };

/** Executes the request and answers with a success that has this body. */
function succeeds(body: string, status = 200): Turn {
  return executed(sends(answer(body, { ...asJson, status })));
}

const modes = ["strict", "warn", "off"] as const;
const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} };

describe("F2: a success without an id is not a result, however responses are validated", () => {
  const bodies = ['{"error":"maintenance"}', "[]", '"queued"', "null", "{}", "7", "true", '[{"orderId":"o-1"}]'];
  const ids = ["null", '""', '"  "', "{}", "[]", "[1]"];
  const all = [...bodies, ...ids.map((id) => `{"orderId":${id}}`)];

  test.each(modes)("validation %s", async (response) => {
    for (const status of [200, 201]) {
      for (const body of all) {
        const { platform, sdk } = await faultyPlatform([succeeds(body, status)], { logger: silentLogger });
        const error = await rejectionOf(sdk.orders.create(order, { validation: { response } }));
        expect(error, body).toBeInstanceOf(OutcomeUnknownError);
        expect(error, body).toMatchObject({ sent: { status, responseStarted: true }, body: JSON.parse(body) });
        expect((error as OutcomeUnknownError).cause, body).toBeInstanceOf(ResponseValidationError);
        expect(platform.requests.length).toBe(1);
      }
    }
  });

  test.each(modes)("an id that is a number as text, or text as a number, is one: validation %s", async (response) => {
    for (const id of ['"o-1"', "4711", '"4711"']) {
      const { sdk } = await faultyPlatform([succeeds(`{"orderId":${id},"new":[1]}`)], { logger: silentLogger });
      const placed = sdk.orders.create(order, { validation: { response } });
      if (response === "strict" && id === "4711") await rejectionOf(placed);
      else expect(await placed).toMatchObject({ orderId: JSON.parse(id), new: [1] });
    }
  });

  test("it holds for everything that creates something", async () => {
    const resource = { aps: { type: "http://example.test/type/1.0" } };
    const bodies = [
      '{"error":"maintenance"}',
      "[]",
      '"queued"',
      '{"aps":{"id":null},"id":""}',
      '[{"aps":{}}]',
      "[null]",
    ];
    for (const body of bodies) {
      // The service of payment methods is looked up first.
      const turn: Turn = ({ socket, request }) =>
        void socket.write(answer(request.line.startsWith("GET") ? '[{"aps":{"id":"s-1","type":"t"}}]' : body, asJson));
      const { platform, sdk } = await faultyPlatform([turn], { validation: { request: "off", response: "off" } });
      const calls = [
        () => sdk.resources.create(resource),
        () => sdk.resources.createMany([resource]),
        () => sdk.resources.createLinked("r-1", "users", resource),
        () => sdk.resources.addEventSubscription("r-1", { event: "e", source: {}, handler: "h" }),
        () => sdk.users.create("a-1", resource as never), // the rest of a user does not matter here
        () => sdk.paymentMethods.create({} as never), // nor that of a payment method
      ];
      for (const call of calls) expect(await rejectionOf(call()), body).toBeInstanceOf(OutcomeUnknownError);
      expect(platform.requests.filter(({ line }) => line.startsWith("POST")).length).toBe(calls.length);
    }
  });

  test("202 and 204 keep their own rule: the work goes on, and there may be no body", async () => {
    const resource = { aps: { type: "http://example.test/type/1.0" } };
    for (const turn of [succeeds("", 202), succeeds("{}", 202), succeeds("", 204)]) {
      const { sdk } = await faultyPlatform([turn], { logger: silentLogger });
      await sdk.resources.create(resource);
    }
  });

  test("an operation without the mark follows `validation`", async () => {
    const { sdk } = await faultyPlatform([succeeds("[]")], { logger: silentLogger });
    expect(await sdk.resources.update("r-1", {})).toEqual([]); // PHP sends a list for an object without properties
  });
});

describe("F3: a hostile body ends in bounded time, as a typed error", () => {
  const MEBIBYTE = 1024 * 1024;
  const bodies = {
    "100,000 nested arrays": "[".repeat(100_000) + "]".repeat(100_000),
    "100,000 nested objects": `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`,
    "an order of 100,000 nested arrays": `{"orderId":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
    "8 MiB of escapes and a long number": `{"a":"${"\\u0041".repeat((8 * MEBIBYTE) / 6)}","b":12345678901234567890}`,
    "8 MiB of backslashes": `{"a":"${"\\\\".repeat(4 * MEBIBYTE)}","b":12345678901234567890}`,
    "a number of 8 MiB": `{"b":${"9".repeat(8 * MEBIBYTE)}}`,
    "a million quotation marks": `{"a":"${'\\"'.repeat(MEBIBYTE)}","b":12345678901234567890}`,
    "a text of 8 MiB": JSON.stringify("x".repeat(8 * MEBIBYTE)),
    "a million items": `[${"0,".repeat(MEBIBYTE)}0]`,
    "a name of 8 MiB": `{"${"n".repeat(8 * MEBIBYTE)}":1}`,
  };

  test.each(Object.entries(bodies))("%s", async (_, body) => {
    const { platform, sdk } = await faultyPlatform([succeeds(body)], { logger: silentLogger });
    const startedAt = performance.now();
    const error = await rejectionOf(sdk.orders.create(order));
    expect(error).toBeInstanceOf(OutcomeUnknownError);
    expect((error as Error).message.length).toBeLessThan(2_000);
    const read = await sdk.orders.get("o-1", { validation: { response: "strict" } }).catch((caught: unknown) => caught);
    if (read instanceof Error) expect(read).toBeInstanceOf(ResponseValidationError);
    expect(platform.orders.length).toBe(1);
    // A regular expression that goes astray takes minutes.
    expect(performance.now() - startedAt).toBeLessThan(30_000);
  });

  test("an integer beyond 2^53 comes as its text, whatever is around it", async () => {
    const body = '{"orderId":"a\\"1234567890123456789\\\\","n":[-12345678901234567890,1.5e400,0.5,1]}';
    const { sdk } = await faultyPlatform([succeeds(body)], { logger: silentLogger });
    expect(await sdk.orders.create(order)).toEqual({
      orderId: 'a"1234567890123456789\\',
      n: ["-12345678901234567890", Number.POSITIVE_INFINITY, 0.5, 1],
    });
  });
});

describe("F13: a response with a million faults", () => {
  test("is one warning that names a few and counts the others, once for an operation", async () => {
    const accounts = JSON.stringify(Array.from({ length: 20_000 }, (_, index) => ({ id: `x${index}`, type: 1 })));
    const lines: string[] = [];
    const warn = (line: string): void => void lines.push(line);
    const { sdk } = await faultyPlatform([sends(answer(accounts, asJson))], { logger: { ...silentLogger, warn } });
    for (let i = 0; i < 3; i++) await sdk.accounts.list("limit(0,20000)").all({ max: 1 });
    expect(lines.length).toBe(1);
    expect(lines[0]).toMatch(/; and \d+ more$/);
    expect(lines[0]?.length).toBeLessThan(2_000);
    const strict = sdk.accounts.list("limit(0,20000)", { validation: { response: "strict" } }).all({ max: 1 });
    const { issues, message } = (await rejectionOf(strict)) as ResponseValidationError;
    expect(issues.length).toBeLessThanOrEqual(101);
    expect(issues.at(-1)?.message).toMatch(/^\d+ more mismatches$/);
    expect(message.length).toBeLessThan(50_000);
  });
});

describe("F4: what a hook or a logger throws changes no outcome", () => {
  const thrown = (): never => {
    throw new Error("the metrics are down");
  };

  test.each(["request", "response", "retry"] as const)("hooks.%s", async (hook) => {
    const said: string[] = [];
    const logger = { ...silentLogger, error: (line: string): void => void said.push(line) };
    const { platform, sdk } = await faultyPlatform([sends(answer("", { status: 425 })), healthy], {
      logger,
      hooks: { [hook]: thrown },
    });
    expect(await sdk.orders.create(order)).toEqual({ orderId: "o-1" });
    expect(platform.orders.length).toBe(1);
    expect(new Set(said)).toEqual(
      new Set([`hooks.${hook} threw an error, which does not affect the call: Error: the metrics are down`]),
    );
  });

  test("a hook that rejects later does not end the process", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    onTestFinished(() => void process.off("unhandledRejection", unhandled));
    const later = async (): Promise<void> => thrown();
    const { sdk } = await faultyPlatform([healthy], {
      logger: silentLogger,
      hooks: { response: later, request: later },
    });
    expect(await sdk.orders.create(order)).toEqual({ orderId: "o-1" });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(unhandled).not.toHaveBeenCalled();
  });

  test.each(["debug", "info", "warn", "error"] as const)("logger.%s", async (level) => {
    const { platform, sdk } = await faultyPlatform(
      [sends(answer("", { status: 425 })), succeeds('{"orderId":"o","x":1}')],
      {
        logger: { ...silentLogger, [level]: thrown, error: thrown },
        hooks: { response: thrown },
      },
    );
    expect(await sdk.orders.create(order)).toMatchObject({ orderId: "o" });
    expect(platform.orders.length).toBe(1);
  });

  test("a subscriber of the tracing channel", async () => {
    const { platform } = await faultyPlatform([healthy]);
    const { exit, printed } = await startProgram("place-traced", platform.origin).ended;
    expect({ exit, ...JSON.parse(printed) }).toEqual({ exit: 0, orderId: "o-1", thrown: 4 });
    expect(platform.orders.length).toBe(1);
  });

  test("a journal that fails ends the call before anything is sent", async () => {
    const { platform, sdk } = await faultyPlatform([healthy], { hooks: { journal: thrown } });
    const error = await rejectionOf(sdk.orders.create(order, { reference: "cart-7" }));
    expect(error).toMatchObject({ code: "JOURNAL_FAILED", operation: "orders.create", reference: "cart-7" });
    expect(String(error)).toContain("nothing was sent, because hooks.journal failed: the metrics are down");
    expect(platform.requests).toEqual([]);
  });

  test("a journal that never ends takes no longer than the call may", async () => {
    const { platform, sdk } = await faultyPlatform([healthy], { hooks: { journal: () => new Promise(() => {}) } });
    expect(await rejectionOf(sdk.orders.create(order, { deadline: 100 }))).toMatchObject({ code: "TIMEOUT" });
    expect(platform.requests).toEqual([]);
  });

  test("both are checked when the client is made", () => {
    const client = (options: object) => () => clientOf({ origin: "https://platform.invalid" }, options);
    expect(client({ logger: { info() {}, warn() {}, error() {} } })).toThrow(/lacks debug$/);
    expect(client({ logger: { debug() {}, error() {} } })).toThrow(/lacks info and warn$/);
    expect(client({ hooks: { response: "log" } })).toThrow(/hooks\.response must be a function/);
    expect(client({ hooks: { journl: () => {} } })).toThrow(/hooks has no "journl": the hooks are journal, request/);
    expect(client({ fetch: "fetch" })).toThrow(/fetch must be a function/);
    expect(client({ logger: console, hooks: { response: undefined } })).not.toThrow();
  });
});

describe("after an order has left, whatever comes back and whatever throws", () => {
  let platform: FaultyPlatform;
  let turn: Turn = healthy;

  beforeAll(async () => {
    platform = await startFaultyPlatform([(exchange) => turn(exchange)]);
    return () => platform.close();
  });

  const json = fc.oneof(
    { weight: 4, arbitrary: fc.json() },
    { weight: 2, arbitrary: fc.record({ orderId: fc.jsonValue() }).map((value) => JSON.stringify(value)) },
    { weight: 2, arbitrary: fc.string() },
    { weight: 1, arbitrary: fc.nat(50_000).map((depth) => "[".repeat(depth) + "]".repeat(depth)) },
    { weight: 1, arbitrary: fc.bigInt().map((id) => `{"orderId":${id}}`) },
    { weight: 1, arbitrary: fc.constant('{"__proto__":{"orderId":"o-1"}}') },
  );
  const types = fc.constantFrom(
    "application/json",
    "text/html",
    "application/problem+json",
    "",
    "nonsense",
    "text/plain",
  );

  test("the call ends with an id, or with an error that says it may be placed, and one commit", async () => {
    await fc.assert(
      fc.asyncProperty(
        json,
        types,
        fc.constantFrom(200, 201, 202, 203, 299),
        fc.constantFrom(...modes),
        fc.nat(12),
        async (body, type, status, response, failing) => {
          turn = executed(sends(answer(body, { status, headers: type === "" ? {} : { "content-type": type } })));
          const before = platform.orders.length;
          let called = 0;
          // Any of the callbacks may be the one that fails, each time that it is called after that.
          const callback = (): void => {
            if (called++ >= failing) throw new Error("a callback fails");
          };
          const hooks: Hooks = { request: callback, response: callback, retry: callback };
          const logger: Logger = { debug: callback, info: callback, warn: callback, error: callback };
          const sdk = clientOf(platform, { hooks, logger });
          const end: unknown = await sdk.orders
            .create(order, { validation: { response } })
            .catch((error: unknown) => error);
          expect(platform.orders.length - before).toBe(1);
          if (end instanceof Error) expect(end).toBeInstanceOf(OutcomeUnknownError);
          else if (status !== 202) expect(String(Reflect.get(Object(end), "orderId")).trim()).not.toBe("");
          const read: unknown = await sdk.orders
            .get("o-1", { validation: { response } })
            .catch((error: unknown) => error);
          if (read instanceof Error) expect(read).toBeInstanceOf(ApsDirectError);
          const list: unknown = await sdk.orders
            .list("limit(0,5)", { validation: { response } })
            .all({ max: 5 })
            .catch((error: unknown) => error);
          if (list instanceof Error) expect(list).toBeInstanceOf(ApsDirectError);
          else expect(Array.isArray(list)).toBe(true);
        },
      ),
      { numRuns: counted({ usual: 150, long: 3_000 }) },
    );
  });
});
