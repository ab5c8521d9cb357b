import { type ApsUser, type ApsUserOptions, type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { ApsClient } from "apsdirect";
import { operations } from "apsdirect/aps";
import { nodeFetch } from "apsdirect/node";
import type { Operation } from "apsdirect/runtime";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { json, send } from "./signed-request.js";

const orderManager = "http://www.odin.com/billing/order-management";
const backup = "e8b7a6c5-1234-4d0e-9f8a-7b6c5d4e3f21";
const ana = "2b7e9d14-5c80-4a3f-96b1-e0d7c8f5a243";

const keys: readonly ApsUserOptions[] = [
  { allowedOperations: [] },
  { allowedOperations: [{ apsType: orderManager, method: "GET" }] },
  {
    allowedOperations: [
      { apsType: `${orderManager}/1.22`, method: "POST" },
      { apsType: "http://parallels.com/aps/types/pa/admin-user", method: "POST" },
      { apsType: "http://www.odin.com/billing/payment-method-management", method: "PUT" },
      { apsType: "http://www.odin.com/billing/Subscription", method: "POST" },
      { apsType: "http://www.parallels.com/products/automation/billing", method: "GET" },
    ],
  },
];

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ apsUsers: keys });
});
afterAll(() => sandbox.close());

function clientOf({ credentials }: Pick<ApsUser, "credentials">): ApsClient {
  const { certificate, aps } = sandbox;
  const fetch = nodeFetch({ ca: certificate });
  // Rights come before all else, so that one empty body does for every call.
  const validation = { request: "off", response: "off" } as const;
  return new ApsClient({ baseUrl: aps.baseUrl, credentials, fetch, validation, maxRetries: 0 });
}

function user(index: number): ApsUser {
  const found = sandbox.apsUsers[index];
  if (found === undefined) throw new TypeError(`No user ${index}`);
  return found;
}

/** One resource of each type that has custom operations, by the parameter of the path. */
const known = {
  resourceId: ana,
  userId: ana,
  accountId: "3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10",
  subscriptionId: "7a4c2f10-8b3e-4d91-a6f5-c0b9e8d7f631",
  planId: "5b1f7e34-9d0a-4a67-b9c8-6a2e4f1d8c05",
  orderId: "none",
  paymentMethodId: 41,
  paymentId: 1000517,
  locale: "en_US",
  body: {},
};

const custom = Object.values<Operation<object, unknown>>(operations).filter(
  ({ permissions = [], name }) => permissions.length > 0 && !name.startsWith("bssSubscriptions."),
);

describe("what is enforced is what permissions.check says", () => {
  test.each([0, 1, 2, 3])("of key %i", async (index) => {
    const { userId, credentials } = user(index);
    const sdk = clientOf({ credentials });
    const report = await sdk.permissions.check({ userId });
    expect(report.unreadable).toBeUndefined();
    const verdicts = new Map(report.operations.map(({ operation, verdict }) => [operation, verdict]));
    for (const operation of custom) {
      const options = { accountUuid: "a", subscriptionUuid: "s", resourceUuid: "r", signal: undefined };
      const status = await sdk.core
        .call(operation, known, options)
        .withResponse()
        .then(
          (response) => response.status,
          (error) => error.status,
        );
      const verdict = verdicts.get(operation.name);
      // What is about users is left open, since their type decides; the one here is an administrator.
      const isDenied = verdict === "unknown" ? false : verdict === "denied";
      expect([operation.name, status === 403], String(status)).toEqual([operation.name, isDenied]);
    }
  });

  test("the sandbox's own key may do everything", async () => {
    const { operations: all } = await clientOf(sandbox.aps).permissions.check({ userId: user(0).userId });
    expect(user(0).credentials).toEqual(sandbox.aps.credentials);
    expect(all.filter(({ verdict }) => verdict !== "allowed")).toEqual([]);
  });
});

test("a refusal has the platform's body, and says what is lacking", async () => {
  const { credentials } = user(1);
  const target = "/aps/2/services/order-manager/orders";
  const reply = await send(sandbox, { target, credentials });
  expect(reply.status).toBe(403);
  expect(json(reply)).toEqual({
    error: "APS::Util::Exception",
    message: `Permission denied: the user lacks the Allowed Operation ${orderManager} GET`,
  });
  await expect(clientOf({ credentials }).orders.list().all({ max: 1 })).rejects.toMatchObject({
    code: "PERMISSION_DENIED",
    permissions: [`${orderManager} GET`],
  });
});

test.each([
  { target: "/aps", status: 200 },
  { target: "/aps/2/collections/accounts?limit(0,1)", status: 206 },
  { target: `/aps/2/resources/${backup}`, status: 200 },
  { target: "/aps/2/services/order-manager", status: 200 },
  { target: "/aps/2/services/order-manager/", status: 200 },
  { target: "/aps/2/services/order-manager/orders?limit(0,1)", status: 403 },
  { target: "/aps/2/services/order-manager/orders/", status: 403 },
  { target: "/aps/2/resources/6c0e9b7a-2d5f-4e81-b3a4-9f7d1c8e5b02/orders", status: 403 },
  { target: "/aps/2/services/order-manager/orders/estimate", method: "POST", status: 403 },
  { target: "/aps/2/services/order-manager/orders/", method: "POST", status: 403 },
  { target: `/aps/2/resources/${backup}/hold`, method: "POST", status: 403 },
])("a key without rights: $method $target is $status", async ({ status, ...call }) => {
  const body = "method" in call ? {} : undefined;
  expect((await send(sandbox, { ...call, body, credentials: user(1).credentials })).status).toBe(status);
});

test("the type of the resource that is called decides", async () => {
  const { credentials } = user(3);
  const hold = (id: string) => {
    return send(sandbox, { method: "POST", target: `/aps/2/resources/${id}/hold`, body: {}, credentials });
  };
  expect((await hold(backup)).status).toBe(204);
  expect((await hold(known.subscriptionId)).status).toBe(403);
});

test("rights are granted and taken back at run time, by the key that may", async () => {
  const { userId, credentials } = user(1);
  const target = `/aps/2/resources/${userId}/allowedOperations`;
  const right = { apsType: orderManager, method: "GET" };
  const listOrders = () => send(sandbox, { target: "/aps/2/services/order-manager/orders", credentials });
  const change = (body: unknown, by = sandbox.aps.credentials) => {
    return send(sandbox, { method: "PUT", target, body, credentials: by });
  };
  expect((await change({ toAdd: [right] }, credentials)).status).toBe(403);
  expect((await listOrders()).status).toBe(403);
  expect((await change({ toAdd: [right] })).status).toBe(204);
  expect((await change({ toAdd: [right] })).status).toBe(204);
  expect((await listOrders()).status).toBe(200);
  expect(json(await send(sandbox, { target, credentials }))).toEqual([right]);
  expect((await change({ toRemove: [{ ...right, apsType: `${orderManager}/1.22` }] })).status).toBe(204);
  expect((await listOrders()).status).toBe(403);
  expect((await change({ toAdd: {} })).status).toBe(400);
  expect((await change({ toAdd: [{ apsType: orderManager }] })).status).toBe(400);
  const stranger = `/aps/2/resources/${backup}/allowedOperations`;
  expect((await send(sandbox, { target: stranger })).status).toBe(404);
  expect((await send(sandbox, { method: "PUT", target: stranger, body: {} })).status).toBe(404);
});

test("a key may be that of a user who exists, and of nobody else", async () => {
  const credentials = { consumerKey: "anas-key", consumerSecret: "anas-secret" };
  const own = await startSandbox({ apsUsers: [{ userId: ana, credentials, allowedOperations: [] }] });
  try {
    expect(own.apsUsers[1]).toEqual({ userId: ana, credentials });
    expect(json(await send(own, { target: `/aps/2/resources/${ana}/allowedOperations`, credentials }))).toEqual([]);
    const wrong = { ...credentials, consumerSecret: "another" };
    expect((await send(own, { target: "/aps", credentials: wrong })).status).toBe(401);
  } finally {
    await own.close();
  }
  await expect(startSandbox({ apsUsers: [{ userId: backup, allowedOperations: [] }] })).rejects.toThrow(TypeError);
});
