import { request as requestHttp } from "node:http";
import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { signUrl } from "apsdirect/oauth1";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { send } from "../signed-request.js";
import { inspect, inspectorUrl, sendRewritten } from "./inspector-call.js";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ inspector: true });
});
afterAll(() => sandbox.close());

interface Detail {
  readonly number: number;
  readonly headers: ReadonlyArray<readonly [string, string]>;
  readonly body: string;
  readonly rql?: unknown;
  readonly parameters: unknown;
  readonly verdict: unknown;
  readonly signature: {
    readonly verdict: string;
    readonly causes: ReadonlyArray<{ readonly code: string; readonly evidence: string }>;
    readonly baseString: string;
    readonly clientBaseString?: string;
    readonly parts: ReadonlyArray<{
      readonly name: string;
      readonly isSame: boolean;
      readonly sandbox?: ReadonlyArray<{ readonly text: string; readonly isSame: boolean }>;
      readonly client?: ReadonlyArray<{ readonly text: string; readonly isSame: boolean }>;
    }>;
  };
}

/** The last request that arrived, opened. */
async function lastOpened(): Promise<Detail> {
  const { number = 0 } = sandbox.requests.at(-1) ?? {};
  return (await inspect(sandbox, { path: `/api/requests/${number}` })).json<Detail>();
}

const clients = "/aps/2/collections/accounts?eq(type,CLIENT),limit(0,5)";

describe("a request", () => {
  test("is listed with its raw target, its status and the verdict", async () => {
    await send(sandbox, { target: clients });
    await send(sandbox, { target: "/aps", signed: false });
    const list = (await inspect(sandbox, { path: "/api/requests" })).json<ReadonlyArray<Record<string, unknown>>>();
    expect(list.slice(-2)).toMatchObject([
      { platform: "aps", method: "GET", target: clients, status: 206, verdict: { ok: true } },
      { target: "/aps", status: 401, verdict: { ok: false, problem: "parameter_absent" } },
    ]);
    expect(Date.now() - Number(list.at(-1)?.["receivedAt"])).toBeLessThan(10_000);
  });

  test("that is rightly signed has one base string, and its RQL as a tree", async () => {
    await send(sandbox, { target: clients });
    const { signature, rql, parameters } = await lastOpened();
    expect(signature).toMatchObject({ verdict: "right", causes: [] });
    expect(signature.clientBaseString).toBe(signature.baseString);
    expect(signature.parts.every(({ isSame }) => isSame)).toBe(true);
    expect(signature.parts.map(({ name }) => name).slice(0, 3)).toEqual(["method", "base URI", "parameter"]);
    const value = (text: string) => ({ kind: "value", text, value: text });
    expect(rql).toEqual({
      tree: {
        kind: "expression",
        operator: "",
        operands: [
          { kind: "expression", operator: "eq", operands: [value("type"), value("CLIENT")] },
          { kind: "expression", operator: "limit", operands: [value("0"), value("5")] },
        ],
      },
    });
    expect(parameters).toEqual([]);
  });

  test("whose path was rewritten shows both base strings, the difference marked, and why", async () => {
    await sendRewritten(sandbox, clients, clients.replace("accounts?", "accounts/?"));
    const { signature, verdict } = await lastOpened();
    expect(verdict).toMatchObject({ ok: false, problem: "signature_invalid" });
    expect(signature.causes[0]).toMatchObject({ code: "trailing_slash", evidence: "proved" });
    expect(signature.clientBaseString).toBe(signature.baseString.replace("accounts%2F&", "accounts&"));
    const uri = signature.parts.filter(({ isSame }) => !isSame);
    expect(uri).toHaveLength(1);
    expect(uri[0]).toMatchObject({ name: "base URI" });
    expect(uri[0]?.sandbox?.filter(({ isSame }) => !isSame)).toEqual([{ text: "%2F", isSame: false }]);
    expect(uri[0]?.client?.every(({ isSame }) => isSame)).toBe(true);
  });

  test("with a pair that the client signed once shows the one that the sandbox has more", async () => {
    await sendRewritten(sandbox, "/aps?a=1&b=2", "/aps?a=1&a=1&b=2");
    const { signature } = await lastOpened();
    expect(signature.causes[0]).toMatchObject({ code: "identical_collapsed", evidence: "proved" });
    expect(signature.parts.filter(({ isSame }) => !isSame)).toEqual([
      { name: "parameter", isSame: false, sandbox: [{ text: "a%3D1", isSame: false }] },
    ]);
  });

  test("with a parameter in two spellings shows them side by side", async () => {
    await sendRewritten(sandbox, "/aps?like(name,a%2Bb)", "/aps?like(name,a+b)");
    const { signature } = await lastOpened();
    expect(signature.causes[0]).toMatchObject({ code: "plus_for_space", evidence: "proved" });
    const differing = signature.parts.filter(({ isSame }) => !isSame);
    expect(differing).toHaveLength(1);
    const marked = (side: (typeof differing)[0]["sandbox"]) =>
      side?.filter(({ isSame }) => !isSame).map(({ text }) => text);
    expect([marked(differing[0]?.sandbox), marked(differing[0]?.client)]).toEqual([["0"], ["B"]]);
  });

  test("with another secret is refused, and nothing is claimed of the client", async () => {
    const credentials = { ...sandbox.aps.credentials, consumerSecret: "another secret" };
    await send(sandbox, { target: clients, credentials });
    const { signature } = await lastOpened();
    expect(signature.causes).toMatchObject([{ code: "wrong_secret", evidence: "guess" }]);
    expect(signature).not.toHaveProperty("clientBaseString");
    expect(signature.parts.every(({ client }) => client === undefined)).toBe(true);
  });

  test("is explained by the clock of its arrival, not by that of the look at it", async () => {
    let time = Date.now() - 7_200_000;
    const later = await startSandbox({ inspector: true, now: () => time });
    try {
      await send(later, { target: clients, now: () => time });
      time += 3_600_000;
      const { signature } = (await inspect(later, { path: "/api/requests/1" })).json<Detail>();
      expect(signature.causes).toEqual([]);
    } finally {
      await later.close();
    }
  });

  test("without a signature shows what one would cover", async () => {
    await send(sandbox, { target: "/aps", signed: false });
    expect((await lastOpened()).signature).toMatchObject({ verdict: "unknown" });
  });

  test("that cannot be explained says why", async () => {
    await send(sandbox, { target: "/aps", signed: false, headers: { Authorization: 'OAuth oauth_nonce="' } });
    expect((await lastOpened()).signature).toEqual({ problem: expect.stringContaining("cannot be parsed") });
  });

  test("with a query that is no RQL says where, and one to the marketplace shows its parameters", async () => {
    await send(sandbox, { target: "/aps/2/resources?eq(a" });
    expect((await lastOpened()).rql).toEqual({ problem: expect.stringContaining("ends too early") });
    await send(sandbox, { side: "appdirect", target: "/api/x?a%20b=c%3D" });
    const { rql, parameters } = await lastOpened();
    expect({ rql, parameters }).toEqual({ rql: undefined, parameters: [["a b", "c="]] });
  });

  test("signed in its query shows the RQL without that", async () => {
    const { pathname, search } = new URL(
      signUrl(`${sandbox.aps.baseUrl}/aps/2/resources?eq(a,b)`, sandbox.aps.credentials),
    );
    await send(sandbox, { target: pathname + search, signed: false });
    expect((await lastOpened()).rql).toMatchObject({ tree: { operands: [{ operator: "eq" }] } });
    expect((await lastOpened()).rql).not.toMatchObject({ tree: { operands: [{}, {}] } });
  });

  test("shows its headers in their spelling, and its body", async () => {
    const body = '{"aps" : {"type": "http://example.test/t/1.0"}}';
    await send(sandbox, { method: "POST", target: "/aps/2/resources", body, headers: { "X-Spelled-LIKE-this": "1" } });
    const { headers, body: shown } = await lastOpened();
    expect(headers).toContainEqual(["X-Spelled-LIKE-this", "1"]);
    expect(shown).toBe(body);
  });

  test("that is forgotten, or never came, is not there", async () => {
    expect((await inspect(sandbox, { path: "/api/requests/123456" })).status).toBe(404);
  });
});

describe("requests come live", () => {
  /** The first `count` that the stream sends. */
  function streamed(path: string, count: number, headers: Record<string, string> = {}): Promise<readonly string[]> {
    return new Promise((resolve, reject) => {
      const request = requestHttp(inspectorUrl(sandbox), { path, headers, agent: false }, (response) => {
        let text = "";
        response.on("data", (chunk) => {
          text += chunk;
          const events = text.split("\n\n").slice(1, -1);
          if (events.length < count) return;
          request.destroy();
          resolve(events);
        });
      });
      request.on("error", reject).end();
    });
  }

  test("those that are kept at once, then each that arrives", async () => {
    const known = sandbox.requests.length;
    const events = streamed("/api/live", known + 1);
    await send(sandbox, { target: "/aps?live" });
    expect((await events).at(-1)).toMatch(/^id: \d+\ndata: \{.*"target":"\/aps\?live"/);
  });

  test.each([
    { given: "after", path: (last: number) => `/api/live?after=${last}`, headers: () => ({}) },
    {
      given: "Last-Event-ID",
      path: () => "/api/live?after=0",
      headers: (last: number) => ({ "Last-Event-ID": String(last) }),
    },
  ])("and with $given only what came since", async ({ path, headers }) => {
    const last = sandbox.requests.at(-1)?.number ?? 0;
    await send(sandbox, { target: "/aps?since" });
    const events = await streamed(path(last), 1, headers(last));
    expect(events).toHaveLength(1);
    expect(events[0]).toContain(`id: ${last + 1}\n`);
  });
});

test("resources, orders and the sandbox itself are there to look at", async () => {
  const resources = (await inspect(sandbox, { path: "/api/resources" })).json<ReadonlyArray<Record<string, unknown>>>();
  expect(resources.length).toBeGreaterThan(5);
  expect(resources[0]).toHaveProperty("aps.id");
  expect((await inspect(sandbox, { path: "/api/orders" })).json()).toEqual([]);
  const summary = (await inspect(sandbox, { path: "/api/sandbox" })).json();
  const { baseUrl, credentials } = sandbox.aps;
  expect(summary).toMatchObject({ aps: { baseUrl, consumerKey: credentials.consumerKey } });
  expect(summary).toMatchObject({ eventTypes: expect.arrayContaining(["SUBSCRIPTION_ORDER"]) });
});

test("without being asked for, there is no inspector; on a port that is taken, no sandbox", async () => {
  const plain = await startSandbox();
  try {
    expect(plain.inspector).toBeUndefined();
    const port = Number(new URL(inspectorUrl(sandbox)).port);
    const { port: apsPort } = new URL(plain.aps.baseUrl);
    await plain.close();
    await expect(startSandbox({ apsPort: Number(apsPort), inspector: { port } })).rejects.toThrow("EADDRINUSE");
    await (await startSandbox({ apsPort: Number(apsPort) })).close();
  } finally {
    await plain.close();
  }
});
