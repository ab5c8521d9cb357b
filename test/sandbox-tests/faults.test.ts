import { type Fault, type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { ApsClient, type OrderRequest } from "apsdirect";
import { nodeFetch } from "apsdirect/node";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { apsSample } from "./sample.js";
import { items, json, send } from "./signed-request.js";
import { answering, startVendor } from "./vendor.js";

let sandbox: Sandbox;
let sdk: ApsClient;
beforeAll(async () => {
  sandbox = await startSandbox();
  sdk = clientOf({});
});
afterEach(() => sandbox.faults.replace([]));
afterAll(() => sandbox.close());

function clientOf(options: Partial<ConstructorParameters<typeof ApsClient>[0]>): ApsClient {
  const { baseUrl, credentials } = sandbox.aps;
  return new ApsClient({ baseUrl, credentials, fetch: nodeFetch({ ca: sandbox.certificate }), ...options });
}

const northwind = "3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10";
const sales: OrderRequest = Object(apsSample("placeOrder-sales").request.body);
const resellers = "/aps/2/collections/accounts?eq(type,RESELLER)";

/** Requests that were answered meanwhile, but for those that a delay of an earlier test has held up. */
async function during(work: () => Promise<unknown>) {
  const before = sandbox.requests.length;
  await work();
  return sandbox.requests.slice(before).filter(({ faults }) => !faults.includes("delay"));
}

function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "none",
    (error) => String(error.code),
  );
}

async function placedOrders(): Promise<number> {
  return items(await send(sandbox, { target: "/aps/2/services/order-manager/orders" })).length;
}

const once: readonly Fault[] = [
  { kind: "reset" },
  { kind: "reset", when: "after" },
  { kind: "truncated" },
  { kind: "status", status: 503, retryAfter: 0 },
  { kind: "status", status: 429, retryAfter: 0 },
  { kind: "html" },
  { kind: "html", status: 504, when: "after" },
];

describe("a read survives a single fault", () => {
  test.each(once)("$kind $status $when", async (fault) => {
    sandbox.faults.replace([{ ...fault, times: 1 }]);
    const requests = await during(async () => {
      expect(await clientOf({}).accounts.get(northwind)).toMatchObject({ id: 1000031 });
    });
    expect(requests.map(({ faults }) => faults)).toEqual([[fault.kind], []]);
    expect(sandbox.faults.list()).toEqual([]);
  });
});

describe("an order is sent once, and its outcome is reported", () => {
  const delay = { kind: "delay", milliseconds: 2000 } as const;
  test.each<{ fault: Fault; code: string; placed: number }>([
    { fault: { kind: "reset" }, code: "OUTCOME_UNKNOWN", placed: 0 },
    { fault: { kind: "reset", when: "after" }, code: "OUTCOME_UNKNOWN", placed: 1 },
    { fault: { kind: "truncated" }, code: "OUTCOME_UNKNOWN", placed: 1 },
    { fault: { kind: "status", status: 503 }, code: "OUTCOME_UNKNOWN", placed: 0 },
    { fault: { kind: "status", status: 503, when: "after" }, code: "OUTCOME_UNKNOWN", placed: 1 },
    { fault: { kind: "status", status: 429, retryAfter: 1 }, code: "RATE_LIMITED", placed: 0 },
    { fault: { kind: "status", status: 403 }, code: "PERMISSION_DENIED", placed: 0 },
    { fault: { kind: "html" }, code: "OUTCOME_UNKNOWN", placed: 0 },
    { fault: { kind: "html", status: 200, when: "after" }, code: "OUTCOME_UNKNOWN", placed: 1 },
    { fault: { ...delay, when: "after" }, code: "OUTCOME_UNKNOWN", placed: 1 },
    { fault: { kind: "delay", milliseconds: 20 }, code: "none", placed: 1 },
  ])("$fault: $code, $placed placed", async ({ fault, code, placed }) => {
    const before = await placedOrders();
    sandbox.faults.replace([{ ...fault, path: "/aps/2/services/order-manager/orders" }]);
    const timeout = fault.kind === "delay" ? 1000 : 30_000;
    const requests = await during(async () => {
      expect(await codeOf(clientOf({ timeout }).orders.create(sales))).toBe(code);
    });
    expect(requests.filter(({ method }) => method === "POST").length).toBeLessThanOrEqual(1);
    sandbox.faults.replace([]);
    expect(await placedOrders()).toBe(before + placed);
  });
});

test("a request that got no answer is recorded as such", async () => {
  sandbox.faults.replace([{ kind: "reset" }]);
  await expect(send(sandbox, { target: resellers })).rejects.toThrow(/hang up|ECONNRESET/);
  expect(sandbox.requests.at(-1)).toMatchObject({ status: 0, faults: ["reset"], signature: { ok: true } });
});

describe("a gateway that rewrites the query", () => {
  test.each([
    { how: "encoded", status: 400, ok: true },
    { how: "sorted", status: 206, ok: true },
    { how: "encoded-twice", status: 401, ok: false },
    { how: "extended", status: 401, ok: false },
  ] as const)("$how: $status", async ({ how, status, ok }) => {
    sandbox.faults.replace([{ kind: "rewritten-query", how }]);
    const target = "/aps/2/collections/accounts?ne(companyName,a%20b)&eq(type,CLIENT)&limit(0,2)";
    expect((await send(sandbox, { target })).status).toBe(status);
    // Recorded as the client has sent it, or nobody could tell what the gateway did.
    expect(sandbox.requests.at(-1)).toMatchObject({ target, signature: { ok } });
  });

  test("is distinguished from a wrong secret by the client", async () => {
    sandbox.faults.replace([{ kind: "rewritten-query", how: "encoded" }]);
    await expect(sdk.accounts.list((a) => [a.eq("type", "CLIENT")]).all({ max: 1 })).rejects.toThrow(/gateway/);
  });

  test("leaves a request without a query alone, unless it adds one", async () => {
    sandbox.faults.replace([{ kind: "rewritten-query", how: "sorted" }]);
    expect((await send(sandbox, { target: "/aps" })).status).toBe(200);
    sandbox.faults.replace([{ kind: "rewritten-query", how: "extended" }]);
    expect((await send(sandbox, { target: "/aps" })).status).toBe(401);
  });
});

test("a host that is not a brand access point is recognized by a missing header", async () => {
  expect((await send(sandbox, { target: "/aps" })).headers["x-apsbooster-response"]).toBe("true");
  sandbox.faults.replace([{ kind: "unboosted" }]);
  expect((await send(sandbox, { target: "/aps" })).headers["x-apsbooster-response"]).toBeUndefined();
  await expect(sdk.accounts.get(northwind)).rejects.toThrow("no X-APSBooster-Response");
});

test.each([4000, -4000])("a client sets its clock by one that is %i s ahead", async (seconds) => {
  sandbox.faults.replace([{ kind: "clock", seconds }]);
  const client = clientOf({});
  const requests = await during(async () => {
    await client.accounts.get(northwind);
    await client.accounts.get(northwind);
  });
  expect(requests.map(({ status }) => status)).toEqual([401, 200, 200]);
});

test("a skewed clock tells its own time", async () => {
  sandbox.faults.replace([{ kind: "clock", seconds: 7200 }]);
  const reply = await send(sandbox, { target: "/aps" });
  expect(reply.status).toBe(401);
  expect(Math.abs(Date.parse(String(reply.headers.date)) - Date.now() - 7_200_000)).toBeLessThan(60_000);
});

test("faults have a platform and a path, and several act at once", async () => {
  sandbox.faults.replace([
    { kind: "delay", milliseconds: 50, path: "/aps/2/coll" },
    { kind: "status", status: 418, platform: "aps", path: "/aps/2/collections/" },
  ]);
  const started = performance.now();
  expect((await send(sandbox, { target: resellers })).status).toBe(418);
  expect(performance.now() - started).toBeGreaterThan(45);
  expect(sandbox.requests.at(-1)?.faults).toEqual(["delay", "status"]);
  expect((await send(sandbox, { target: "/aps" })).status).toBe(200);
  sandbox.faults.replace([{ kind: "status", status: 418, platform: "aps" }]);
  expect((await send(sandbox, { side: "appdirect", target: "/nothing" })).status).toBe(404);
});

test("a fault happens as often as it says, and the rest of them is listed", async () => {
  sandbox.faults.replace([{ kind: "status", status: 503, times: 2 }, { kind: "html" }]);
  await send(sandbox, { target: "/aps" });
  expect(sandbox.faults.list()).toEqual([{ kind: "status", status: 503, times: 1 }, { kind: "html" }]);
  await send(sandbox, { target: "/aps" });
  expect(sandbox.faults.list()).toEqual([{ kind: "html" }]);
  expect((await send(sandbox, { target: "/aps" })).headers["content-type"]).toContain("text/html");
});

describe("x-sandbox-fault", () => {
  const withFault = (fault: string) => send(sandbox, { target: "/aps", headers: { "X-Sandbox-Fault": fault } });

  test("makes a fault for one request", async () => {
    const reply = await withFault("delay=20, status=503;retryAfter=7");
    expect([reply.status, reply.headers["retry-after"]]).toEqual([503, "7"]);
    expect((await withFault("html")).status).toBe(502);
    expect((await withFault("html=200;when=after")).status).toBe(200);
    await expect(withFault("reset=after")).rejects.toThrow();
    await expect(withFault("truncated")).rejects.toThrow();
    expect((await withFault("clock=-9000")).status).toBe(401);
    expect((await withFault("rewritten-query=extended")).status).toBe(401);
    expect((await send(sandbox, { target: "/aps" })).status).toBe(200);
  });

  test.each(["nonsense", "delay", "delay=soon", "status=200", "reset=later", "truncated=1", "delay=1;until=2", ""])(
    "%j is refused",
    async (fault) => {
      const reply = await withFault(fault);
      expect(reply.status).toBe(400);
      expect(json(reply)).toMatchObject({ message: expect.stringContaining("x-sandbox-fault") });
    },
  );
});

describe("an invalid fault is rejected, and the active faults stay", () => {
  test.each<{ given: unknown; says: string }>([
    { given: {}, says: "Faults must be a list" },
    { given: [null], says: "faults[0] is not an object" },
    { given: [{}], says: "faults[0].kind is not set" },
    { given: [{ kind: "toString" }], says: 'faults[0].kind is "toString", not one of delay, reset' },
    { given: [{ kind: "html" }, { kind: "delay" }], says: "faults[1].milliseconds is not set" },
    { given: [{ kind: "delay", milliseconds: 2 ** 31 }], says: "milliseconds is 2147483648" },
    { given: [{ kind: "delay", milliseconds: 1.5 }], says: "milliseconds is 1.5" },
    { given: [{ kind: "status", status: "503" }], says: 'status is "503"' },
    { given: [{ kind: "status", status: 204 }], says: "status is 204" },
    { given: [{ kind: "html", times: 0 }], says: "times is 0" },
    { given: [{ kind: "html", path: "aps" }], says: 'path is "aps"' },
    { given: [{ kind: "html", platform: "odin" }], says: 'platform is "odin"' },
    { given: [{ kind: "rewritten-query" }], says: "how is not set" },
    { given: [{ kind: "truncated", when: "after" }], says: "faults[0].when is unknown for truncated" },
  ])("$given", async ({ given, says }) => {
    const faults = given as readonly Fault[]; // as a page sends them
    sandbox.faults.replace([{ kind: "truncated" }]);
    expect(() => sandbox.faults.replace(faults)).toThrow(new RegExp(says.replaceAll(/[[\].]/g, "\\$&")));
    expect(sandbox.faults.list()).toEqual([{ kind: "truncated" }]);
    await expect(startSandbox({ faults })).rejects.toThrow(TypeError);
  });
});

test("an event is announced twice, once", async () => {
  const vendor = await startVendor(answering(200, { success: true, accountIdentifier: "a-1" }));
  try {
    sandbox.faults.replace([{ kind: "duplicate", path: "/events", times: 1 }]);
    const sent = await sandbox.sendEvent({ type: "SUBSCRIPTION_ORDER" }, { to: vendor.endpoint });
    expect(vendor.received.map(({ url }) => url)).toEqual(Array(2).fill(vendor.received[0]?.url));
    expect(new Set(vendor.received.map(({ headers }) => headers.authorization)).size).toBe(2);
    expect(sent.duplicate).toMatchObject({ status: 200, token: sent.token });
    expect((await sent.again()).duplicate).toBeUndefined();
    expect(vendor.received).toHaveLength(3);
  } finally {
    await vendor.close();
  }
});

test("faults from the start", async () => {
  const faulty = await startSandbox({ faults: [{ kind: "status", status: 500, times: 1 }] });
  try {
    expect((await send(faulty, { target: "/aps" })).status).toBe(500);
    expect((await send(faulty, { target: "/aps" })).status).toBe(200);
  } finally {
    await faulty.close();
  }
});
