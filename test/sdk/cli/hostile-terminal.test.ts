import { spawnSync } from "node:child_process";
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { rawServer } from "../../support/platform.js";
import { answer, json } from "../../support/raw-server.js";
import { apsdirect, credentials } from "./command.js";

// ESC with CSI and OSC, CSI and OSC of C1, a bidirectional override and isolate, a line separator, DEL, CR, BS.
const hostile = "\u001b[2J\u001b]0;pwned\u0007\u009b31m\u009d0;x\u009c\u202eevil\u2066\u2028\u007f\r\b";
// biome-ignore lint/suspicious/noControlCharactersInRegex: the tests look for these characters
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

const env = (origin: string) => ({
  PATH: process.env["PATH"] ?? "",
  APS_BASE_URL: origin,
  APS_CONSUMER_KEY: credentials.consumerKey,
  APS_CONSUMER_SECRET: credentials.consumerSecret,
});

describe("F16: escape sequences do not reach the terminal", () => {
  test.each([
    { name: "a resource", reply: json({ aps: { id: "a-1", type: "t" }, [hostile]: hostile }), status: 0 },
    { name: "an error", reply: json({ message: hostile, error: hostile }, { status: 404 }), status: 1 },
    { name: "a text", reply: answer(hostile, { status: 400, headers: { "content-type": "text/plain" } }), status: 1 },
    { name: "a page", reply: answer(hostile, { headers: { "content-type": "text/html" } }), status: 1 },
  ])("F16: $name", async ({ reply, status }) => {
    for (const options of [[], ["--json"], ["--verbose"]]) {
      const server = await rawServer(reply);
      const args = ["call", "resources.get", "a-1", ...options];
      const outcome = await apsdirect(args, { env: env(server.origin) });
      expect(outcome.status).toBe(status);
      expect(outcome.stdout + outcome.stderr).not.toMatch(controls);
      if (options[0] === "--json") expect(JSON.parse(outcome.stdout)).toHaveProperty("ok", status === 0);
    }
  });

  test("F16: JSON reads back as the text that the platform sent", async () => {
    const server = await rawServer(json({ aps: { id: "a-1", type: "t" }, name: hostile }));
    const { stdout } = await apsdirect(["call", "resources.get", "a-1"], { env: env(server.origin) });
    expect(JSON.parse(stdout)).toMatchObject({ name: hostile });
  });

  test("F16: from arguments", async () => {
    for (const args of [[hostile], ["call", hostile], ["call", "orders.get", "x", hostile], ["explain", hostile]]) {
      const { status, stdout, stderr } = await apsdirect(args);
      expect(status).toBe(2);
      expect(stdout + stderr).not.toMatch(controls);
    }
  });
});

test("F16: a signed curl line writes control characters so that a shell restores them", async () => {
  const body = "a\u001b[2J'\\\u202eb";
  const args = ["sign", "POST", "https://a.test/x", "-H", "content-type: application/json", "-d", body];
  const withKey = [...args, "--consumer-key", "k"];
  const { status, stdout } = await apsdirect(withKey);
  expect(status).toBe(0);
  expect(stdout).not.toMatch(controls);
  const { stdout: words } = spawnSync("bash", ["-c", `curl() { printf '%s\\0' "$@"; }; ${stdout}`], {
    encoding: "utf8",
  });
  expect(words.split("\0")).toContain(body);
});

test("F16: bytes that a call returns are not written to a terminal", async () => {
  const { run } = await import("../../../sdk/src/cli/program.js");
  const zip = "PK\u0003\u0004";
  const server = await rawServer(answer(zip, { headers: { "content-type": "application/zip" } }));
  for (const isTTY of [true, false]) {
    const chunks: Buffer[] = [];
    const output = { isTTY, write: (chunk: string | Uint8Array) => chunks.push(Buffer.from(chunk)) };
    const args = ["call", "resources.call", "3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10", '{"path":"/x"}', "--yes"];
    const stdin = new PassThrough();
    const io = { stdin, stdout: output, stderr: output, env: env(server.origin), now: Date.now };
    expect(await run(args, io)).toBe(0);
    const want = "4 bytes of application/zip. Redirect standard output to a file, or use --json.\n";
    expect(Buffer.concat(chunks).toString()).toBe(isTTY ? want : zip);
  }
});
