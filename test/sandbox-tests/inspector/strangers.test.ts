import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inspect, inspectorUrl } from "./inspector-call.js";

let sandbox: Sandbox;
let port: string;
beforeAll(async () => {
  sandbox = await startSandbox({ inspector: true });
  ({ port } = new URL(inspectorUrl(sandbox)));
});
afterAll(() => sandbox.close());

describe("what other sites can make a browser send", () => {
  test.each([
    (port: string) => `evil.example:${port}`,
    (port: string) => `127.0.0.1.nip.example:${port}`,
    (port: string) => `localhost.evil.example:${port}`,
    () => "127.0.0.1",
    () => "127.0.0.1:1",
  ])("is refused where the name is not this machine's: %s", async (hostAt) => {
    for (const path of ["/", "/api/requests", "/api/live"]) {
      expect((await inspect(sandbox, { path, headers: { host: hostAt(port) } })).status).toBe(403);
    }
  });

  test("is answered by both names of this machine", async () => {
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) {
      expect((await inspect(sandbox, { path: "/api/requests", headers: { host } })).status).toBe(200);
    }
  });

  test.each([
    { name: "of another site", headers: { origin: "https://evil.example" }, want: 403 },
    { name: "of another port", headers: { origin: "http://127.0.0.1:1" }, want: 403 },
    { name: "of a sandboxed frame", headers: { origin: "null" }, want: 403 },
    { name: "that a form sends", headers: { "content-type": "text/plain" }, want: 415 },
    { name: "with a type that only looks so", headers: { "content-type": "application/json-no" }, want: 415 },
  ])("changes nothing: a call $name", async ({ headers, want }) => {
    const body = [{ platform: "aps", path: "/", kind: "status", status: 503 }];
    expect((await inspect(sandbox, { method: "PUT", path: "/api/faults", body, headers })).status).toBe(want);
    const event = { type: "SUBSCRIPTION_ORDER", to: "http://127.0.0.1:1/" };
    expect((await inspect(sandbox, { method: "POST", path: "/api/events", body: event, headers })).status).toBe(want);
    expect((await inspect(sandbox, { path: "/api/faults" })).json()).toEqual([]);
  });

  test("reads nothing: neither as a script nor as an image", async () => {
    for (const site of ["cross-site", "same-site"]) {
      const headers = { "sec-fetch-site": site, "sec-fetch-dest": "script" };
      expect((await inspect(sandbox, { path: "/api/requests", headers })).status).toBe(403);
    }
    const link = { "sec-fetch-site": "cross-site", "sec-fetch-dest": "document" };
    expect((await inspect(sandbox, { path: "/", headers: link })).status).toBe(200);
  });
});

test.each(["/", "/style.css", "/page.js", "/api/requests", "/api/nothing"])(
  "%s is guarded by its headers",
  async (path) => {
    const { headers } = await inspect(sandbox, { path });
    expect(headers["content-security-policy"]).toMatch(/^default-src 'self';/);
    expect(headers["content-security-policy"]).not.toContain("unsafe");
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY" });
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
  },
);

test.each(["/../package.json", "/%2e%2e/package.json", "/answers.d.ts", "//evil.example/api/requests", "/constructor"])(
  "%s is no file of the page",
  async (path) => {
    expect((await inspect(sandbox, { path })).status).toBe(404);
  },
);

test.each([
  { method: "POST", path: "/api/events", body: "{" },
  { method: "POST", path: "/api/events", body: [] },
  { method: "POST", path: "/api/events", body: { type: "X" } },
  { method: "POST", path: "/api/events", body: { type: "X", to: "https://vendor.example/" } },
  { method: "PUT", path: "/api/faults", body: { platform: "aps" } },
  { method: "PUT", path: "/api/faults", body: [{ platform: "moon", path: "/", kind: "delay" }] },
])("$method $path with $body is refused with a reason", async (call) => {
  const reply = await inspect(sandbox, call);
  expect(reply.status).toBe(400);
  expect(reply.json()).toEqual({ message: expect.any(String) });
});
