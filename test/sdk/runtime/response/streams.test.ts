import { once } from "node:events";
import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { ConnectionError, OutcomeUnknownError, ResponseValidationError, TimeoutError } from "apsdirect";
import type { ClientOptions, Stream } from "apsdirect/runtime";
import { describe, expect, expectTypeOf, test, vi } from "vitest";
import { StreamsApi } from "../../../codegen/golden/streams/client/index.js";
import type { Price } from "../../../codegen/golden/streams/client/types.js";
import { credentials } from "../../../support/credentials.js";
import { rawServer } from "../../../support/platform.js";
import { answer, json, type RawAnswer, type RawServer } from "../../../support/raw-server.js";

interface Given {
  readonly server: RawServer;
  readonly feeds: StreamsApi["feeds"];
}

async function feedsOf(answers: readonly RawAnswer[], options: ClientOptions = {}): Promise<Given> {
  const server = await rawServer(...answers);
  return { server, feeds: new StreamsApi({ baseUrl: server.origin, credentials, maxRetries: 0, ...options }).feeds };
}

/** An answer whose body comes chunk by chunk, and ends unless it is left open or broken off. */
function chunked(
  contentType: string,
  chunks: readonly (string | Uint8Array)[],
  end: Ending = "ends",
  onStart: (socket: Socket) => void = () => {},
): RawAnswer {
  return async (socket) => {
    onStart(socket);
    socket.write(`HTTP/1.1 200 OK\r\ncontent-type: ${contentType}\r\ntransfer-encoding: chunked\r\n\r\n`);
    for (const chunk of chunks) {
      const bytes = Buffer.from(chunk);
      socket.write(Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")]));
      await sleep(5);
    }
    if (end === "ends") socket.write("0\r\n\r\n");
    if (end === "breaks") socket.resetAndDestroy();
  };
}

type Ending = "ends" | "breaks" | "stays open";

const NDJSON = "application/x-ndjson";
const SSE = "text/event-stream";

async function all<Item>(stream: Stream<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

describe("what comes piece by piece is read as the document says:", () => {
  test("JSON lines, wherever the network cuts them", async () => {
    const text = '{"symbol":"ü","amount":1}\n\n{"symbol":"b","amount":2}\r\n{"symbol":"c","amount":3}';
    const bytes = new TextEncoder().encode(text);
    const { server, feeds } = await feedsOf([
      chunked(NDJSON, [bytes.slice(0, 12), bytes.slice(12, 40), bytes.slice(40)]),
    ]);
    const stream = await feeds.watchPrices({ symbol: "*" });
    expectTypeOf(stream).toEqualTypeOf<Stream<Price>>();
    expect((await all(stream)).map(({ symbol }) => symbol)).toEqual(["ü", "b", "c"]);
    expect(server.requests[0]?.headers.get("accept")).toBe(NDJSON);
    expect(server.requests[0]?.headers.get("authorization")).toMatch(/^OAuth .*oauth_signature=/);
  });

  test("a sequence of JSON texts, which may have lines", async () => {
    const { feeds } = await feedsOf([
      chunked("application/json-seq", ['\u001e{\n"symbol":"a","amount":1}\n\u001e{"symbol":', '"b","amount":2}\n']),
    ]);
    expect(await all(await feeds.readSequence())).toEqual([
      { symbol: "a", amount: 1 },
      { symbol: "b", amount: 2 },
    ]);
  });

  test("server-sent events with their fields; comments say nothing, and what is not ended was not sent", async () => {
    const { feeds } = await feedsOf([
      chunked(SSE, [
        "\ufeff: hello\r\nevent: opened\r\nid: 7\r\nretry: 100\r",
        '\ndata: {"a":\r\ndata:1}\r\n\r\n',
        "id: 8\n\nevent: later\rdata\r\rdata: lost",
      ]),
    ]);
    expect(await all(await feeds.watchNotices())).toEqual([
      { event: "opened", id: "7", retry: 100, data: '{"a":\n1}' },
      { event: "later", data: "" },
    ]);
  });

  test("the data of events as text", async () => {
    const { feeds } = await feedsOf([chunked(SSE, ["data: one\n\ndata: [DONE]\n\n"])]);
    expect(await all(await feeds.listen())).toEqual(["one", "[DONE]"]);
  });

  test("the data of events as JSON, until the platform says that it is done", async () => {
    const { server, feeds } = await feedsOf([
      chunked(SSE, ['data: {"word":"yes"}\n\n', "data: [DONE]\n\n", 'data: {"word":"no"}\n\n'], "stays open"),
      json({ text: "yes" }),
    ]);
    expect(await all(await feeds.askStream({ question: "?", stream: true }))).toEqual([{ word: "yes" }]);
    expect(await feeds.ask({ question: "?" })).toEqual({ text: "yes" });
    expect(server.requests.map(({ headers }) => headers.get("accept"))).toEqual([SSE, "application/json"]);
  });
});

describe("a stream", () => {
  test("is read in a loop", async () => {
    const { feeds } = await feedsOf([chunked(NDJSON, ['{"symbol":"EUR","amount":1}\n{"symbol":"EUR","amount":2}\n'])]);
    const console = { log: vi.fn() };
    for await (const price of await feeds.watchPrices({ symbol: "EUR" })) console.log(price.amount);
    expect(console.log.mock.calls).toEqual([[1], [2]]);
  });

  test("gives each item when it comes, not when all have come", async () => {
    const { feeds } = await feedsOf([chunked(NDJSON, ['{"symbol":"a","amount":1}\n'], "stays open")]);
    for await (const price of await feeds.watchPrices({ symbol: "a" })) {
      expect(price).toEqual({ symbol: "a", amount: 1 });
      break;
    }
  });

  test("closes its connection when the loop is left, and gives its place to the next call", async () => {
    const sockets: Socket[] = [];
    const forEver = chunked(SSE, ["data: 1\n\n"], "stays open", (socket) => sockets.push(socket));
    const { feeds } = await feedsOf([forEver, chunked(SSE, ["data: 2\n\n"])], { maxConcurrency: 1 });
    const first = await feeds.listen();
    const second = feeds.listen();
    const isEarly = await Promise.race([second.then(() => true), sleep(50, false)]);
    expect(isEarly).toBe(false);
    for await (const _ of first) break;
    await Promise.all(sockets.map((socket) => socket.closed || once(socket, "close")));
    expect(await all(await second)).toEqual(["2"]);
  });

  test("that is not wanted is closed unread", async () => {
    const { feeds } = await feedsOf([chunked(SSE, [], "stays open"), chunked(SSE, ["data: 2\n\n"])], {
      maxConcurrency: 1,
    });
    const unwanted = await feeds.listen();
    unwanted.close();
    unwanted.close();
    expect(await all(unwanted)).toEqual([]);
    expect(await all(await feeds.listen())).toEqual(["2"]);
  });

  test("that was read to its end leaves its connection to the next call", async () => {
    const { server, feeds } = await feedsOf([chunked(SSE, ["data: 1\n\n"])]);
    await all(await feeds.listen());
    await sleep(20); // fetch takes a connection back a little after the end of its body
    await all(await feeds.listen());
    expect(server.requests.length).toBe(2);
    expect(server.connections()).toBe(1);
  });

  test("is read once", async () => {
    const { feeds } = await feedsOf([chunked(SSE, ["data: 1\n\n"])]);
    const stream = await feeds.listen();
    await all(stream);
    expect(() => stream[Symbol.asyncIterator]()).toThrow(TypeError);
  });

  test("may last longer than an attempt or a call is given, as long as it says something", async () => {
    const words = Array.from({ length: 400 }, (_, index) => `data: ${index}\n\n`);
    const { feeds } = await feedsOf([chunked(SSE, words)], { timeout: 1_000, deadline: 1_200 });
    const start = performance.now();
    expect((await all(await feeds.listen())).length).toBe(400);
    expect(performance.now() - start).toBeGreaterThan(1_200);
  });

  test("ends with the reason that its caller gives, at once", async () => {
    const { feeds } = await feedsOf([chunked(SSE, ["data: 1\n\n"], "stays open")]);
    const controller = new AbortController();
    const stream = await feeds.listen({ signal: controller.signal });
    const reading = all(stream);
    await sleep(20);
    const start = performance.now();
    controller.abort(new Error("enough"));
    await expect(reading).rejects.toThrow("enough");
    expect(performance.now() - start).toBeLessThan(5_000); // the server keeps the stream open for longer
  });
});

describe("a stream that goes wrong", () => {
  test.each<{ fault: string; end: Ending }>([
    { fault: "says nothing for longer than its timeout", end: "stays open" },
    { fault: "loses its connection", end: "breaks" },
  ])("and $fault ends with what a caller needs to know", async ({ end }) => {
    const { feeds } = await feedsOf([chunked(SSE, ['data: {"word":"a"}\n\n'], end)], { timeout: 100 });
    const safe = await all(await feeds.listen()).catch((error: unknown) => error);
    expect(safe).toBeInstanceOf(end === "breaks" ? ConnectionError : TimeoutError);
    const unsafe = await all(await feeds.askStream({ question: "?" })).catch((error: unknown) => error);
    expect(unsafe).toBeInstanceOf(OutcomeUnknownError);
    expect(unsafe).toMatchObject({ operation: "feeds.askStream", sent: { status: 200 } });
  });

  test("and is no stream says what it is instead", async () => {
    const html = answer("<html>sorry</html>", { headers: { "content-type": "text/html" } });
    const { feeds } = await feedsOf([html]);
    const error = await feeds.listen().catch((error: unknown) => error);
    expect(error).toBeInstanceOf(ResponseValidationError);
    expect(error).toMatchObject({ excerpt: "<html>sorry</html>" });
  });

  test("and holds what is no JSON says so, in words and with the place of the call", async () => {
    const { feeds } = await feedsOf([chunked(NDJSON, ['{"symbol":"a","amount":1}\n{"symb\n'], "stays open")]);
    const stream = await feeds.watchPrices({ symbol: "a" });
    const error = await all(stream).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(ResponseValidationError);
    expect(error).toMatchObject({ operation: "feeds.watchPrices", excerpt: '{"symb' });
  });

  test("and holds an item that is not as documented is refused where answers are held to the document", async () => {
    const line = '{"symbol":1,"amount":2}\n';
    const strict = { validation: { response: "strict" } } as const;
    const { feeds } = await feedsOf([chunked(NDJSON, [line])], strict);
    const error = await all(await feeds.watchPrices({ symbol: "a" })).catch((error: unknown) => error);
    expect(error).toMatchObject({ code: "RESPONSE_INVALID", issues: [{ path: "$.symbol" }] });
    const tolerant = await feedsOf([chunked(NDJSON, [line])], { validation: { response: "off" } });
    expect(await all(await tolerant.feeds.watchPrices({ symbol: "a" }))).toEqual([{ symbol: 1, amount: 2 }]);
  });

  test("and never ends a line is broken off before it fills the memory", async () => {
    const megabyte = "x".repeat(1024 * 1024);
    const { feeds } = await feedsOf([chunked(NDJSON, Array(12).fill(megabyte), "stays open")]);
    const error = await all(await feeds.watchPrices({ symbol: "a" })).catch((error: unknown) => error);
    expect(error).toMatchObject({ code: "RESPONSE_INVALID", issues: [{ message: expect.stringContaining("longer") }] });
  });
});
