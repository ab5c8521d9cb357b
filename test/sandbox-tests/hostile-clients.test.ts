import { randomBytes, randomInt } from "node:crypto";
import { once } from "node:events";
import { Agent } from "node:https";
import { connect as connectTcp, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { connect as connectTls } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { counted } from "../support/counts.js";
import { type RunningCommand, sandboxOf, startCommand } from "./command.js";
import { items, type ReachableSandbox, send } from "./signed-request.js";

const head = "POST /aps/2/resources HTTP/1.1\r\nHost: x\r\n";
const megabyte = "a".repeat(1024 * 1024);

/** What is sent behind the handshake. */
const abuses = [
  { name: "nothing", bytes: "" },
  { name: "half a request line", bytes: "GET /aps/2/reso" },
  { name: "half a head", bytes: "GET /aps HTTP/1.1\r\nHost: x\r\nAuth" },
  { name: "half a body", bytes: `${head}Content-Length: 100\r\n\r\n{"aps":` },
  { name: "a header of 1 MB", bytes: `GET /aps HTTP/1.1\r\nHost: x\r\nX: ${megabyte}\r\n\r\n` },
  { name: "a target of 1 MB", bytes: `GET /aps?${megabyte} HTTP/1.1\r\nHost: x\r\n\r\n` },
  { name: "10,000 headers", bytes: `GET /aps HTTP/1.1\r\n${"X: y\r\n".repeat(10_000)}\r\n` },
  { name: "a negative length", bytes: `${head}Content-Length: -1\r\n\r\n{}` },
  { name: "a length beyond all numbers", bytes: `${head}Content-Length: 99999999999999999999999\r\n\r\n{}` },
  { name: "two lengths", bytes: `${head}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}` },
  { name: "a length and chunks", bytes: `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n` },
  { name: "a chunk of no size", bytes: `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n` },
  { name: "a chunk of a negative size", bytes: `${head}Transfer-Encoding: chunked\r\n\r\n-5\r\n12345\r\n` },
  { name: "a chunk of an endless size", bytes: `${head}Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n` },
  { name: "a chunk longer than it says", bytes: `${head}Transfer-Encoding: chunked\r\n\r\n1\r\n12345\r\n0\r\n\r\n` },
  {
    name: "chunks of one byte",
    bytes: `${head}Transfer-Encoding: chunked\r\n\r\n${"1\r\nx\r\n".repeat(10_000)}0\r\n\r\n`,
  },
  { name: "two transfer codings", bytes: `${head}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n` },
  { name: "the preface of HTTP/2", bytes: "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0" },
  { name: "an upgrade", bytes: "GET /aps HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n" },
  { name: "a tunnel", bytes: "CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n" },
  { name: "an expectation", bytes: `${head}Expect: 200-ok\r\nContent-Length: 2\r\n\r\n{}` },
  { name: "no host", bytes: "GET /aps HTTP/1.1\r\n\r\n" },
  { name: "HTTP/0.9", bytes: "GET /aps\r\n" },
  { name: "an unknown method", bytes: "BREW /aps HTTP/1.1\r\nHost: x\r\n\r\n" },
  { name: "a target that is none", bytes: "GET http://[::1 HTTP/1.1\r\nHost: [\r\n\r\n" },
  { name: "a target of escapes", bytes: "GET /aps/2/resources/%ff%00%?%zz=%f HTTP/1.1\r\nHost: x\r\n\r\n" },
  { name: "bare line feeds", bytes: "GET /aps HTTP/1.1\nHost: x\n\n" },
  { name: "control characters", bytes: "GET /aps HTTP/1.1\r\nHost: x\r\nX: \0\x01\x7f\r\n\r\n" },
  { name: "a broken Authorization", bytes: 'GET /aps HTTP/1.1\r\nHost: x\r\nAuthorization: OAuth a="\\,,=,"\r\n\r\n' },
  { name: "200 requests at once", bytes: "GET /aps HTTP/1.1\r\nHost: x\r\n\r\n".repeat(200) },
  {
    name: "a body that is too long",
    bytes: `${head}Content-Length: ${3 * megabyte.length}\r\n\r\n${megabyte.repeat(3)}`,
  },
];

let command: RunningCommand;
let sandbox: ReachableSandbox;
let port: number;
beforeAll(async () => {
  command = await startCommand(["--json"]);
  sandbox = await sandboxOf(command);
  port = Number(new URL(sandbox.aps.baseUrl).port);
});
afterAll(async () => {
  agent.destroy();
  await command.end("SIGKILL");
});
const agent = new Agent({ keepAlive: true });

/** How a client leaves. */
const leavings = {
  "and ends": (socket: Socket) => socket.end(),
  "and goes away": (socket: Socket) => socket.destroy(),
  "and resets": (socket: Socket) => socket.resetAndDestroy(),
};

describe.each(Object.entries(leavings))("what a client sends %s", (_name, leave) => {
  test.each(abuses)("$name", async ({ bytes }) => {
    const socket = connectTcp(port, "127.0.0.1");
    const secure = connectTls({ socket, ca: sandbox.certificate, servername: "localhost" });
    for (const end of [socket, secure]) end.on("error", () => {});
    await once(secure, "secureConnect");
    secure.resume().write(bytes, "latin1");
    await wait(5); // some of it arrives, not all
    leave(leave === leavings["and ends"] ? secure : socket);
    await closed(secure);
    socket.destroy();
    await stillWorks();
  });
});

const handshakes = [
  { name: "plain HTTP", bytes: Buffer.from("GET / HTTP/1.1\r\nHost: x\r\n\r\n") },
  { name: "a TLS alert", bytes: Buffer.from([21, 3, 3, 0, 2, 2, 40]) },
  { name: "half a TLS record", bytes: Buffer.from([22, 3, 1, 2, 0, 1, 0]) },
  { name: "a TLS record of an impossible length", bytes: Buffer.from([22, 3, 1, 255, 255, 1, 0, 0]) },
  { name: "SSL 2", bytes: Buffer.from([128, 46, 1, 0, 2, 0, 21, 0, 0, 0, 16]) },
];

describe("in place of a handshake", () => {
  test.each(handshakes)("$name", async ({ bytes }) => {
    for (const leave of Object.values(leavings)) await plain(bytes, leave);
    await stillWorks();
  });

  test("a client that takes no TLS the server has, or does not trust it", async () => {
    for (const options of [{ maxVersion: "TLSv1.1" as const, ciphers: "DEFAULT@SECLEVEL=0" }, { ca: [] }]) {
      const socket = connectTls({ port, host: "127.0.0.1", ...options });
      const [error] = await once(socket, "error");
      expect(error).toBeInstanceOf(Error);
    }
    await stillWorks();
  });

  test("random bytes, and true requests with random bytes in them", async () => {
    const request = Buffer.from(`${head}Content-Length: 10\r\nAuthorization: OAuth x="y"\r\n\r\n0123456789`);
    for (let round = 0; round < counted({ usual: 100, long: 3000 }); round++) {
      await plain(randomBytes(randomInt(1, 400)), leavings["and resets"]);
      const secure = connectTls({ port, host: "127.0.0.1", ca: sandbox.certificate });
      secure.on("error", () => {});
      await once(secure, "secureConnect");
      secure.resume().end(damaged(request));
      await closed(secure);
      secure.destroy();
    }
    await stillWorks();
  });
});

test("after all that, it has nothing to say, and ends as ever", async () => {
  expect(await command.end("SIGTERM")).toMatchObject({ status: 0, stderr: "" });
});

async function plain(bytes: Buffer, leave: (socket: Socket) => unknown): Promise<void> {
  const socket = connectTcp(port, "127.0.0.1");
  socket.on("error", () => {});
  await once(socket, "connect");
  socket.resume().write(bytes);
  await wait(2);
  leave(socket);
  await closed(socket);
  socket.destroy();
}

/** Waits for the end of a connection, or for as long as it would take to come. */
function closed(socket: Socket): Promise<unknown> {
  return Promise.race([new Promise((resolve) => socket.once("close", resolve)), wait(50)]);
}

function damaged(request: Buffer): Buffer {
  const copy = Buffer.from(request);
  for (let place = 0; place < 3; place++) copy[randomInt(copy.length)] = randomInt(256);
  return copy;
}

async function stillWorks(): Promise<void> {
  const reply = await send(sandbox, { target: "/aps/2/collections/accounts?limit(0,1)", agent });
  expect(items(reply)).toHaveLength(1);
  expect(command.process.exitCode).toBeNull();
}
