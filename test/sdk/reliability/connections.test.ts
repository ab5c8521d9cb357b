import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { type ApsClient, ConnectionError } from "apsdirect";
import { nodeFetch } from "apsdirect/node";
import { Agent, request as send } from "undici";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type Identity, identity } from "./certificates.js";
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
import { executed, resets, sends } from "./turns.js";

describe("1: a connection that is refused", () => {
  test("is tried again, also for an order, since nothing was sent", async () => {
    for (const call of [safe, unsafe]) {
      const port = await freePort();
      let platform: FaultyPlatform | undefined;
      // The platform comes up between the first attempt and the second.
      const sdk = clientOf({ origin: `http://127.0.0.1:${port}` }, { hooks: { retry: () => void start() } });
      const start = async (): Promise<void> => {
        platform ??= await startFaultyPlatform([healthy], { port });
      };
      onTestFinished(() => platform?.close());
      expect(await call(sdk)).toMatchObject({ orderId: "o-1" });
      expect(platform?.requests.length).toBe(1);
    }
  });

  test("to the end is no unknown outcome", async () => {
    const sdk = clientOf({ origin: `http://127.0.0.1:${await freePort()}` });
    for (const call of [safe, unsafe]) {
      const error = await rejectionOf(call(sdk));
      expect(error).toBeInstanceOf(ConnectionError);
      expect(String(error)).toMatch(/127\.0\.0\.1:\d+: the connection was refused \(ECONNREFUSED\), after 3 attempts$/);
    }
  });
});

describe("2: a host that is not known", () => {
  test.each([
    { name: "a call that changes nothing is tried once more", call: safe, attempts: 2 },
    { name: "an order is not", call: unsafe, attempts: 1 },
  ])("$name, and the error names the host", async ({ call, attempts }) => {
    const tries = vi.fn();
    const sdk = clientOf({ origin: "https://platform.invalid" }, { hooks: { request: tries } });
    const error = await rejectionOf(call(sdk));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(String(error)).toMatch(/platform\.invalid: the host is unknown \(E\w+\)\. Check the host of baseUrl/);
    expect(tries).toHaveBeenCalledTimes(attempts);
  });
});

describe("3: a certificate", () => {
  test.each([
    { fault: "that nobody vouches for", made: {}, isTrusted: false, want: /DEPTH_ZERO_SELF_SIGNED_CERT\).*nodeFetch/ },
    { fault: "that has expired", made: { isExpired: true }, isTrusted: true, want: /CERT_HAS_EXPIRED\).*expired/ },
    {
      fault: "for another host",
      made: { host: "other.example" },
      isTrusted: true,
      want: /ERR_TLS_CERT_ALTNAME_INVALID\).*another host/,
    },
  ])("$fault ends either call at once, unsent, and the error says which it is", async ({ made, isTrusted, want }) => {
    const own = await identity(made);
    const platform = await tlsPlatform(own);
    const tries = vi.fn();
    for (const call of [safe, unsafe]) {
      const fetch = isTrusted ? nodeFetch({ ca: own.cert }) : undefined;
      const error = await rejectionOf(call(clientOf(platform, { fetch, hooks: { request: tries } })));
      expect(error).toBeInstanceOf(ConnectionError);
      expect(String(error)).toMatch(want);
    }
    expect(tries).toHaveBeenCalledTimes(2);
    expect(platform.requests).toEqual([]);
  });
});

describe("4: a lab", () => {
  test.each([
    { how: "whose certificate is given", options: ({ cert }: Identity) => ({ ca: cert }), warnings: 0 },
    { how: "that is not verified", options: () => ({ dangerouslyTrustAnyCertificate: true }), warnings: 1 },
  ])("$how is called by that client alone, and the process trusts nobody else", async ({ options, warnings }) => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    onTestFinished(() => warn.mockRestore());
    const own = await identity();
    const platform = await tlsPlatform(own);
    const sdk = clientOf(platform, { fetch: nodeFetch(options(own)) });
    expect(await safe(sdk)).toMatchObject({ orderId: "o-1" });
    expect(await unsafe(sdk)).toEqual({ orderId: "o-1" });
    expect(platform.orders.length).toBe(1);
    expect(warn).toHaveBeenCalledTimes(warnings);
    expect(process.env["NODE_TLS_REJECT_UNAUTHORIZED"]).toBeUndefined();
    expect(await rejectionOf(unsafe(clientOf(platform)))).toBeInstanceOf(ConnectionError);
    expect(platform.orders.length).toBe(1);
  });
});

describe("5: no connection in time", () => {
  test("is tried again, also for an order, since nothing was sent", async () => {
    const origin = await deafServer();
    // Node's own patience is ten seconds, and its `fetch` cannot be told otherwise.
    const dispatcher = new Agent({ connect: { timeout: 200 } });
    onTestFinished(() => dispatcher.destroy());
    const fetch = async (request: Request): Promise<Response> => {
      const { statusCode } = await send(request.url, { dispatcher, headers: Object.fromEntries(request.headers) });
      return new Response(null, { status: statusCode });
    };
    const sdk = clientOf({ origin }, { fetch, maxRetries: 1 });
    for (const error of await Promise.all([safe(sdk), unsafe(sdk)].map(rejectionOf))) {
      expect(error).toBeInstanceOf(ConnectionError);
      expect(String(error)).toMatch(
        /no connection could be made in time \(UND_ERR_CONNECT_TIMEOUT\), after 2 attempts$/,
      );
    }
  });
});

test("9: what speaks no HTTP is asked twice by a call that changes nothing, and not to the end", async () => {
  const { platform, sdk } = await faultyPlatform([sends("220 mail.example ESMTP\r\n\r\n")], { maxRetries: 5 });
  const error = await rejectionOf(safe(sdk));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(String(error)).toMatch(/the response is not HTTP(?: \(HPE_INVALID_CONSTANT\))?, after 2 attempts$/);
  expect(platform.requests.length).toBe(2);
});

describe("a connection that is used again and was closed meanwhile", () => {
  test.each<{ row: number; fault: Turn }>([
    { row: 10, fault: resets },
    { row: 11, fault: executed(resets) },
  ])("$row: a call that changes nothing goes on by a fresh one, and its caller does not notice", async ({ fault }) => {
    const { platform, sdk } = await faultyPlatform([healthy, fault, healthy]);
    await safe(sdk);
    await untilFree();
    expect(await safe(sdk)).toMatchObject({ orderId: "o-1" });
    expect(platform.connections()).toBe(2);
    expect(platform.requests.length).toBe(3);
  });

  test.each<{ row: number; fault: Turn; orders: number }>([
    { row: 10, fault: resets, orders: 0 },
    { row: 11, fault: executed(resets), orders: 1 },
  ])("$row: an order is not sent once more: that the connection was old proves nothing", async ({ fault, orders }) => {
    const { platform, sdk } = await faultyPlatform([healthy, fault, healthy]);
    await safe(sdk);
    await untilFree();
    expect(await rejectionOf(unsafe(sdk))).toMatchObject({ code: "OUTCOME_UNKNOWN" });
    expect(platform.connections()).toBe(1);
    expect([platform.requests.length, platform.orders.length]).toEqual([2, orders]);
  });

  test.each([
    { by: "the global fetch", fetch: undefined },
    { by: "nodeFetch", fetch: nodeFetch() },
  ])("10: is not used where the platform says how long it keeps one, by $by", async ({ fetch }) => {
    const keptForTwoSeconds: Turn = ({ socket, execute }) =>
      void socket.write(execute().replace("\r\n", "\r\nconnection: keep-alive\r\nkeep-alive: timeout=2\r\n"));
    const { platform, sdk } = await faultyPlatform([keptForTwoSeconds], { fetch });
    await unsafe(sdk);
    await untilFree();
    await unsafe(sdk);
    expect(platform.connections()).toBe(2);
  });
});

function safe(sdk: ApsClient): Promise<unknown> {
  return sdk.orders.get("o-1");
}

function unsafe(sdk: ApsClient): Promise<unknown> {
  return sdk.orders.create(order);
}

async function tlsPlatform(tls: Identity): Promise<FaultyPlatform> {
  const platform = await startFaultyPlatform([healthy], { tls });
  onTestFinished(() => platform.close());
  return platform;
}

/** An answer is there before its connection is free for the next request. */
function untilFree(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

/** A port at which nothing listens. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A server that listens and takes no connection: its queue is full, and it sleeps. */
async function deafServer(): Promise<string> {
  const child = spawn(process.execPath, ["-e", DEAF], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [port] = await once(child.stdout, "data");
  const queue = Array.from({ length: 4 }, () => connect(Number(port), "127.0.0.1").on("error", () => {}));
  onTestFinished(() => {
    for (const socket of queue) socket.destroy();
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  return `http://127.0.0.1:${port}`;
}

const DEAF = `
const server = require("node:net").createServer().listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
  require("node:fs").writeSync(1, String(server.address().port));
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});`;
