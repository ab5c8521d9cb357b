import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent } from "node:https";
import { connect } from "node:tls";
import { fileURLToPath } from "node:url";
import { startSandbox } from "@apsdirect/sandbox";
import { expect, test } from "vitest";
import { items, json, send } from "./signed-request.js";

const resellers = "/aps/2/collections/accounts?eq(type,RESELLER)";

test("two sandboxes run side by side and share nothing", async () => {
  const [one, other] = await Promise.all([startSandbox(), startSandbox()]);
  try {
    const addresses = [one.aps, one.appdirect, other.aps, other.appdirect].map(({ baseUrl }) => baseUrl);
    expect(new Set(addresses).size).toBe(4);
    expect(one.aps.credentials).not.toEqual(other.aps.credentials);
    expect(one.aps.credentials).not.toEqual(one.appdirect.credentials);
    expect(one.aps.credentials.consumerSecret).toMatch(/^[0-9a-f]{128}$/);

    await send(one, { method: "DELETE", target: "/aps/2/resources/3877a739-d939-43a2-86b5-11f3e91adf32" });
    expect(items(await send(one, { target: resellers }))).toHaveLength(1);
    expect(items(await send(other, { target: resellers }))).toHaveLength(2);
    expect(one.requests).toHaveLength(2);
    expect(other.requests).toHaveLength(1);
    expect((await send(other, { target: resellers, credentials: one.aps.credentials })).status).toBe(401);
  } finally {
    await Promise.all([one.close(), other.close()]);
  }
});

test("ports and credentials can be given", async () => {
  const found = await startSandbox();
  await found.close();
  const port = Number(new URL(found.aps.baseUrl).port);
  const credentials = { consumerKey: "a key", consumerSecret: "a secret & more" };
  const sandbox = await startSandbox({ apsPort: port, apsCredentials: credentials });
  try {
    expect(sandbox.aps).toEqual({ baseUrl: `https://127.0.0.1:${port}`, credentials });
    expect((await send(sandbox, { target: resellers })).status).toBe(200);
    await expect(startSandbox({ apsPort: port })).rejects.toThrow("EADDRINUSE");
  } finally {
    await sandbox.close();
    await sandbox.close();
  }
});

test("a sandbox that cannot start leaves nothing behind", async () => {
  const running = await startSandbox();
  const former = await startSandbox();
  await former.close();
  const apsPort = Number(new URL(former.aps.baseUrl).port);
  const appdirectPort = Number(new URL(running.appdirect.baseUrl).port);
  try {
    await expect(startSandbox({ apsPort, appdirectPort })).rejects.toThrow("EADDRINUSE");
    await (await startSandbox({ apsPort })).close();
  } finally {
    await running.close();
  }
});

test("the last 1,000 requests are kept, and a list once read does not change", async () => {
  const sandbox = await startSandbox();
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  try {
    await send(sandbox, { target: "/aps?first" });
    const before = sandbox.requests;
    await Promise.all(Array.from({ length: 1000 }, () => send(sandbox, { target: "/aps", signed: false, agent })));
    expect(before).toHaveLength(1);
    expect(sandbox.requests).toHaveLength(1000);
    expect(sandbox.requests[0]?.target).toBe("/aps");
  } finally {
    agent.destroy();
    await sandbox.close();
  }
});

test("a client that does not speak HTTP, or disconnects, ends only its own connection", async () => {
  const sandbox = await startSandbox();
  try {
    const port = Number(new URL(sandbox.aps.baseUrl).port);
    for (const bytes of ["no http at all\r\n\r\n", "POST /aps HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc"]) {
      const socket = connect({ port, host: "127.0.0.1", ca: sandbox.certificate });
      socket.on("error", () => {});
      await once(socket, "secureConnect");
      socket.end(bytes);
      await once(socket.resume(), "close");
    }
    const refused = await send(sandbox, { target: "*", method: "OPTIONS", signed: false });
    expect(refused.status).toBe(401);
    expect(json(await send(sandbox, { target: resellers }))).toHaveLength(2);
  } finally {
    await sandbox.close();
  }
});

test("a process that closed its sandbox ends by itself", async () => {
  const program = `
    import { get } from "node:https";
    import { createServer } from "node:http";
    import { startSandbox } from "@apsdirect/sandbox";
    const sandbox = await startSandbox();
    const vendor = createServer((_, response) => response.writeHead(202).end('{"success":true}'));
    await new Promise((resolve) => vendor.listen(0, "127.0.0.1", resolve));
    // A kept-alive connection, an answer that is waited for, and one nobody asks for.
    await new Promise((resolve) => get(sandbox.aps.baseUrl, { ca: sandbox.certificate }, (r) => r.resume().on("end", resolve)));
    const sent = await sandbox.sendEvent({ type: "SUBSCRIPTION_CANCEL" }, { to: "http://127.0.0.1:" + vendor.address().port });
    sent.result().catch((error) => console.log(error.message));
    vendor.close();
    await sandbox.close();
    console.log("closed");
  `;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: fileURLToPath(new URL(".", import.meta.url)),
    stdio: ["ignore", "pipe", "inherit"],
    timeout: 10_000,
  });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  const [status] = await once(child, "close");
  expect(output.split("\n").filter(Boolean).sort()).toEqual(["The sandbox was closed", "closed"]);
  expect(status).toBe(0);
});
