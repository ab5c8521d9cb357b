import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apsSample } from "./sample.js";
import { items, json, send, text } from "./signed-request.js";

const started = Date.parse("2024-05-01T12:00:00.678Z");
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ now: () => started });
});
afterAll(() => sandbox.close());

function call(method: string, target: string, body?: unknown) {
  return send(sandbox, { method, target, body, now: () => started });
}

const northwind = "/aps/2/resources/3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10";
const customer = { aps: { type: "http://parallels.com/aps/types/pa/account/1.2" }, companyName: "Proseware" };

test("a single read has the properties and the links of the documented answer", async () => {
  const documented = apsSample("getResource-account").response.body;
  const { id, aps, companyName, parent, subscriptions, bssAccountInfo } = Object(documented);
  expect(json(await call("GET", northwind))).toMatchObject({
    id,
    aps,
    companyName,
    parent,
    subscriptions,
    bssAccountInfo,
  });
});

test("an update sets what was sent, keeps the rest, and counts as a revision", async () => {
  const before = json(await call("GET", northwind));
  const { schema, ...aps } = Object(before).aps;
  const reply = await call("PUT", northwind, { companyName: "Northwind Traders LLC", aps: { revision: 99 } });
  expect(reply.status).toBe(200);
  expect(json(reply)).toEqual({
    ...Object(before),
    companyName: "Northwind Traders LLC",
    aps: { ...aps, revision: 5, modified: "2024-05-01T12:00:00Z" },
  });
  const { aps: changed, ...rest } = Object(json(reply));
  expect(json(await call("GET", northwind))).toEqual({ ...rest, aps: { ...changed, schema } });
});

test("what was created can be read, listed and deleted", async () => {
  const created = await call("POST", "/aps/2/resources", customer);
  expect(created.status).toBe(200);
  expect(json(created)).toMatchObject({
    type: "CLIENT",
    companyName: "Proseware",
    aps: { status: "aps:ready", revision: 1, modified: "2024-05-01T12:00:00Z" },
  });
  const { id } = Object(json(created)).aps;
  const listed = await call("GET", `/aps/2/collections/accounts?eq(aps.id,${id})`);
  expect(items(listed)).toHaveLength(1);
  const deleted = await call("DELETE", `/aps/2/resources/${id}`);
  expect([deleted.status, deleted.text]).toEqual([204, ""]);
  expect((await call("GET", `/aps/2/resources/${id}`)).status).toBe(404);
  expect((await call("DELETE", `/aps/2/resources/${id}`)).status).toBe(404);
});

test("the documented creation of a customer: account and billing record in one call, tied by the caller's id", async () => {
  const reply = await call("POST", "/aps/2/resources", apsSample("createResources-customer").request.body);
  const [billing, account] = items(reply);
  expect(billing).toMatchObject({ aps: { id: "4e6f8a20-9b1c-4d3e-8f50-61728394a5b6" }, accountId: account?.["id"] });
  expect(account).toMatchObject({
    companyName: "Proseware GmbH",
    bssAccountInfo: { aps: { link: "weak", id: "4e6f8a20-9b1c-4d3e-8f50-61728394a5b6" } },
    parent: { aps: { href: "/aps/2/resources/0f5a2d9c-1f63-4b0e-a4b7-7ec0b7c1d2e3" } },
  });
});

test("of a list that cannot be created as a whole, nothing is", async () => {
  const count = async () => items(await call("GET", "/aps/2/resources?select(aps.id)")).length;
  const before = await count();
  expect((await call("POST", "/aps/2/resources", [customer, { companyName: "typeless" }])).status).toBe(400);
  expect(await count()).toBe(before);
});

describe("mistakes", () => {
  const taken = { ...customer, aps: { ...customer.aps, id: "3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10" } };
  const misnamed = { ...customer, aps: { ...customer.aps, id: "a/b" } };
  test.each([
    { given: "an unknown id", method: "GET", target: "/aps/2/resources/nobody", want: 404 },
    { given: "an unknown id to update", method: "PUT", target: "/aps/2/resources/nobody", body: {}, want: 404 },
    { given: "an unknown collection", method: "GET", target: "/aps/2/collections/constructor", want: 404 },
    { given: "an unknown path", method: "GET", target: "/aps/3/resources", want: 404 },
    { given: "a method that does not exist", method: "PATCH", target: northwind, body: {}, want: 405 },
    { given: "a body that is not JSON", method: "POST", target: "/aps/2/resources", body: "{", want: 400 },
    { given: "a body that is no object", method: "PUT", target: northwind, body: [], want: 400 },
    { given: "a resource without a type", method: "POST", target: "/aps/2/resources", body: {}, want: 400 },
    { given: "an id that is none", method: "POST", target: "/aps/2/resources", body: misnamed, want: 400 },
    { given: "an id that is taken", method: "POST", target: "/aps/2/resources", body: taken, want: 409 },
    { given: "the same id twice", method: "POST", target: "/aps/2/resources", body: [taken, taken], want: 409 },
    { given: "a body beyond 1 MiB", method: "PUT", target: northwind, body: " ".repeat(1024 * 1024 + 1), want: 413 },
  ])("$given: $want", async ({ method, target, body, want }) => {
    const reply = await call(method, target, body);
    expect(reply.status).toBe(want);
    expect(json(reply)).toEqual({ error: "APS::Util::Exception", message: expect.any(String) });
  });

  test("a 405 says which methods there are", async () => {
    expect((await call("PATCH", northwind, {})).headers.allow).toBe("GET, PUT, DELETE");
  });

  test("a name of the prototype is a property like any other, and pollutes nothing", async () => {
    const body = '{"aps":{"type":"http://x.test/t/1.0"},"__proto__":{"polluted":true},"constructor":"mine"}';
    const reply = await call("POST", "/aps/2/resources", body);
    expect(text(reply, "constructor")).toBe("mine");
    expect(reply.text).toContain('"__proto__":{"polluted":true}');
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain("polluted");
  });
});

test("discovery names the functions of RQL", async () => {
  expect(json(await call("GET", "/aps"))).toMatchObject({
    versions: { "2.3": { version: "2.3.0", features: { rql: expect.arrayContaining(["like()", "implementing()"]) } } },
  });
});
