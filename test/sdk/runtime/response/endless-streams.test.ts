import { ResponseValidationError } from "apsdirect";
import { expect, test } from "vitest";
import { StreamsApi } from "../../../codegen/golden/streams/client/index.js";
import { credentials } from "../../../support/credentials.js";
import { rawServer } from "../../../support/platform.js";
import type { RawAnswer } from "../../../support/raw-server.js";

/** Writes the same text until the reader disconnects, and counts the bytes. */
function endless(contentType: string, text: string, written: { bytes: number }): RawAnswer {
  const chunk = text.repeat(Math.ceil(65_536 / text.length));
  return (socket) => {
    socket.write(`HTTP/1.1 200 OK\r\ncontent-type: ${contentType}\r\n\r\n`);
    const write = (): void => {
      while (!socket.destroyed && socket.write(chunk)) written.bytes += chunk.length;
    };
    socket.on("drain", write);
    write();
  };
}

test.each([
  { what: "JSON lines without a line end", type: "application/x-ndjson", text: "[1,2," },
  { what: "JSON lines of nothing but white space", type: "application/x-ndjson", text: " \t" },
  { what: "server-sent events without a line end", type: "text/event-stream", text: "data: x " },
  { what: "server-sent events without a blank line", type: "text/event-stream", text: "data: 0123456789\n" },
  { what: "the same with CR LF", type: "text/event-stream", text: "data: 0123456789\r\n" },
  { what: "the same with empty data", type: "text/event-stream", text: "data\n" },
])("F13: the client stops reading $what, with an error that says what to check", async ({ type, text }) => {
  const written = { bytes: 0 };
  const server = await rawServer(endless(type, text, written));
  const { feeds } = new StreamsApi({ baseUrl: server.origin, credentials, maxRetries: 0 });
  let items = 0;
  const reading = async (): Promise<void> => {
    const isEvents = type === "text/event-stream";
    for await (const _ of await (isEvents ? feeds.listen() : feeds.watchPrices({ symbol: "a" }))) items += 1;
  };
  const error: unknown = await reading().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ResponseValidationError);
  expect(String(error)).toContain("longer than 10485760 characters. Check that the response is the stream");
  expect(items).toBe(0);
  expect(written.bytes).toBeLessThan(200 * 1024 * 1024);
});

test("F13: any number of comments is ignored, and the events after them are read", async () => {
  const head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n";
  const server = await rawServer((socket) => {
    socket.write(head);
    socket.end(`${": still here\n".repeat(1_000_000)}data: here\n\n`);
  });
  const { feeds } = new StreamsApi({ baseUrl: server.origin, credentials, maxRetries: 0 });
  const items: string[] = [];
  for await (const item of await feeds.listen()) items.push(item);
  expect(items).toEqual(["here"]);
});
