import type { Socket } from "node:net";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { ApsClient, OutcomeUnknownError, ResponseValidationError } from "apsdirect";
import { ContentEncodingError, nodeFetch } from "apsdirect/node";
import { describe, expect, test } from "vitest";
import { credentials } from "../../support/credentials.js";
import { rawServer } from "../../support/platform.js";

const text = JSON.stringify({ aps: { id: "a-1", type: "t" }, name: "Fabrikam, größer ".repeat(500) });
const bytes = Buffer.from(text);

interface Head {
  readonly status?: number;
  readonly encoding: string;
  /** Lines that replace `content-length`. */
  readonly length?: string;
}

/** An answer with these bytes as its body. */
function respondWith(body: Uint8Array, { status = 200, encoding, length }: Head) {
  return (socket: Socket): void => {
    const head = `HTTP/1.1 ${status} Status\r\ncontent-type: application/json\r\ncontent-encoding: ${encoding}\r\n`;
    socket.write(`${head}${length ?? `content-length: ${body.length}\r\n`}\r\n`);
    socket.write(body);
  };
}

describe("F15: nodeFetch decodes every coding that it requests", () => {
  test.each(
    [
      { encoding: "gzip", body: gzipSync(bytes) },
      { encoding: "GZip", body: gzipSync(bytes) },
      { encoding: "x-gzip", body: gzipSync(bytes) },
      { encoding: "br", body: brotliCompressSync(bytes) },
      { encoding: "deflate", body: deflateSync(bytes) },
      { encoding: "deflate", body: deflateRawSync(bytes), detail: ", without the header of zlib" },
      { encoding: "identity", body: bytes },
      { encoding: "gzip, br", body: brotliCompressSync(gzipSync(bytes)) },
      { encoding: "deflate, identity, gzip", body: gzipSync(deflateSync(bytes)) },
      {
        encoding: "gzip",
        body: Buffer.concat([gzipSync(bytes.subarray(0, 99)), gzipSync(bytes.subarray(99))]),
        detail: ", in two members",
      },
    ].map((each) => ({ detail: "", ...each })),
  )("F15: a body in $encoding $detail", async ({ encoding, body }) => {
    const server = await rawServer(respondWith(body, { encoding }));
    const response = await nodeFetch()(new Request(server.origin));
    expect(await response.text()).toBe(text);
    const plain = await fetch(server.origin);
    expect([...response.headers]).toEqual([...plain.headers]); // `fetch` keeps content-encoding and content-length
    await plain.body?.cancel();
  });

  test("F15: a body in chunks of one byte", async () => {
    const server = await rawServer((socket) => {
      socket.setNoDelay(true);
      socket.write("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ntransfer-encoding: chunked\r\n\r\n");
      for (const byte of gzipSync(bytes))
        socket.write(Buffer.from(`1\r\n\0\r\n`.replace("\0", String.fromCharCode(byte)), "latin1"));
      socket.write("0\r\n\r\n");
    });
    expect(await (await nodeFetch()(new Request(server.origin))).text()).toBe(text);
  });

  test.each([
    { given: undefined, want: "gzip, deflate, br" },
    { given: "identity", want: "identity" },
    { given: "gzip;q=0.5, zstd, *", want: "gzip;q=0.5" },
    { given: "zstd", want: "gzip, deflate, br" },
  ])("F15: it requests only codings that it supports: $given becomes $want", async ({ given, want }) => {
    const server = await rawServer("HTTP/1.1 204 No Content\r\n\r\n");
    const request = new Request(server.origin, { headers: given === undefined ? {} : { "accept-encoding": given } });
    await nodeFetch()(request);
    expect(server.requests[0]?.headers.get("accept-encoding")).toBe(want);
  });

  test.each([
    { name: "HEAD", method: "HEAD", status: 200, length: "content-length: 700\r\n" },
    { name: "204", method: "GET", status: 204, length: "" },
    { name: "304", method: "GET", status: 304, length: "" },
    { name: "an empty 200", method: "GET", status: 200, length: "content-length: 0\r\n" },
  ])("F15: $name has no body to decode, regardless of its headers", async ({ method, status, length }) => {
    for (const encoding of ["gzip", "zstd"]) {
      const server = await rawServer(respondWith(Buffer.alloc(0), { status, encoding, length }));
      const response = await nodeFetch()(new Request(server.origin, { method }));
      expect([response.status, await response.text()]).toEqual([status, ""]);
    }
  });
});

describe("F15: a body that cannot be decoded is an error with the reason, never a shorter body:", () => {
  const damaged = gzipSync(bytes);
  damaged.fill(0xff, 40, 60);
  const cases = [
    { name: "an unknown coding", encoding: "zstd", body: bytes, message: 'the content coding "zstd" is unknown' },
    { name: "an unknown coding below a known one", encoding: "zstd, gzip", body: gzipSync(bytes), message: '"zstd"' },
    { name: "six codings", encoding: "gzip, ".repeat(6), body: gzipSync(bytes), message: "6 content codings; 5" },
    { name: "text", encoding: "gzip", body: bytes, message: "the gzip body is damaged or incomplete" },
    { name: "damaged bytes", encoding: "gzip", body: damaged, message: "the gzip body is damaged or incomplete" },
    ...[
      { encoding: "gzip", whole: gzipSync(bytes) },
      { encoding: "deflate", whole: deflateSync(bytes) },
      { encoding: "deflate", whole: deflateRawSync(bytes) },
      { encoding: "br", whole: brotliCompressSync(bytes) },
    ].map(({ encoding, whole }) => ({
      name: `the first half of ${encoding}`,
      encoding,
      body: whole.subarray(0, whole.length >> 1),
      message: "body is damaged or incomplete: unexpected end of file",
    })),
  ];

  test.each(cases)("F15: $name", async ({ encoding, body, message }) => {
    const server = await rawServer(respondWith(body, { encoding }));
    const response = await nodeFetch()(new Request(server.origin));
    const error = await response.text().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ContentEncodingError);
    expect(error).toMatchObject({ code: "ERR_CONTENT_ENCODING", message: expect.stringContaining(message) });
  });

  test("F15: a read call throws it, and the outcome of an order is unknown", async () => {
    const server = await rawServer(respondWith(bytes, { encoding: "zstd" }));
    const sdk = new ApsClient({ baseUrl: server.origin, credentials, fetch: nodeFetch() });
    const read = await sdk.accounts.get("a-1").catch((reason: unknown) => reason);
    expect(read).toBeInstanceOf(ResponseValidationError);
    expect(String(read)).toContain('the content coding "zstd" is unknown');
    const order = await sdk.orders.create({ type: "CANCELLATION", subscriptionId: "s" }).catch((reason) => reason);
    expect(order).toBeInstanceOf(OutcomeUnknownError);
    expect(order).toMatchObject({ cause: expect.any(ContentEncodingError) });
    expect(server.requests).toHaveLength(2);
  });

  test("F15: a connection that breaks during the body is not reported as an encoding error", async () => {
    const server = await rawServer((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 99999\r\n\r\n`);
      socket.write(gzipSync(bytes), () => socket.destroy());
    });
    const response = await nodeFetch()(new Request(server.origin));
    const error = await response.text().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(ContentEncodingError);
  });
});

describe("F15: a decompression bomb", () => {
  // 512 MiB of zeros are half a MiB of gzip.
  const bomb = Buffer.concat(Array<Buffer>(32).fill(gzipSync(Buffer.alloc(16 * 1024 * 1024))));

  test("F15: is read up to 10 MiB by a client, with constant memory", async () => {
    const server = await rawServer(respondWith(bomb, { encoding: "gzip" }));
    const sdk = new ApsClient({ baseUrl: server.origin, credentials, fetch: nodeFetch() });
    const before = process.memoryUsage().rss;
    let most = before;
    const timer = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 2);
    await expect(sdk.accounts.get("a-1")).rejects.toThrow("the body is larger than 10485760 bytes");
    clearInterval(timer);
    expect(Math.max(most, process.memoryUsage().rss) - before).toBeLessThan(60 * 1024 * 1024);
    await expect.poll(() => server.mostConnections()).toBe(1);
  });

  test("F15: uses no memory until it is read, and its connection closes when the reader cancels", async () => {
    let closed = false;
    const server = await rawServer((socket) => {
      socket.on("close", () => {
        closed = true;
      });
      respondWith(bomb, { encoding: "gzip", length: "content-length: 99999999\r\n" })(socket);
    });
    const response = await nodeFetch()(new Request(server.origin));
    const reader = response.body?.getReader();
    expect((await reader?.read())?.value?.length).toBeGreaterThan(0);
    await reader?.cancel();
    await expect.poll(() => closed).toBe(true);
  });

  test("F15: can be cancelled while its reader waits for bytes", async () => {
    let closed = false;
    const server = await rawServer((socket) => {
      socket.on("close", () => {
        closed = true;
      });
      respondWith(gzipSync(bytes).subarray(0, 20), { encoding: "gzip", length: "content-length: 999\r\n" })(socket);
    });
    const response = await nodeFetch()(new Request(server.origin));
    const reader = response.body?.getReader();
    const waiting = reader?.read();
    await reader?.cancel();
    expect(await waiting).toEqual({ done: true, value: undefined });
    await expect.poll(() => closed).toBe(true);
  });
});
