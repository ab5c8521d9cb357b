import { type ApsClient, ResponseValidationError } from "apsdirect";
import { describe, expect, test } from "vitest";
import { platform } from "../../support/platform.js";
import { json } from "../../support/raw-server.js";

const quiet = { logger: { debug() {}, info() {}, warn() {}, error() {} } };

/** Bodies received instead of a list. */
const notLists = [
  { body: { items: [], total: 0 }, found: 'an object with "items", "total"' },
  { body: {}, found: "an object with no properties" },
  { body: null, found: "null" },
  { body: "queued", found: "text" },
  { body: 7, found: "a number" },
];
/** Lists that contain something other than objects. */
const notObjects = [
  { body: [null], found: "null" },
  { body: ["a", "b"], found: "text" },
  { body: [[]], found: "a list" },
];

const products = [{ planId: "p-1", period: { unit: "MONTHS", duration: 1 } }];
const lists: { readonly [operation: string]: (sdk: ApsClient) => Promise<unknown> } = {
  "orders.findRecent": (sdk) => sdk.orders.findRecent({ accountId: "a-1", since: new Date() }),
  "orders.settle": (sdk) =>
    sdk.orders.settle({ order: { type: "SALES", accountId: "a-1", products }, sentAt: new Date() }),
  "permissions.check": (sdk) => sdk.permissions.check({ userId: "u-1" }),
};

describe.each(Object.keys(lists))("F5: %s", (operation) => {
  test.each([...notLists, ...notObjects])(
    "the error names the operation and the value found: $found in $body",
    async ({ body, found }) => {
      const { sdk } = await platform([json(body)], quiet);
      const call = lists[operation]?.(sdk);
      await expect(call).rejects.toBeInstanceOf(ResponseValidationError);
      await expect(call).rejects.toMatchObject({ operation, status: 200, code: "RESPONSE_INVALID" });
      await expect(call).rejects.toThrow(`found ${found}`);
    },
  );
});

const objects: { readonly [operation: string]: (sdk: ApsClient) => Promise<unknown> } = {
  "orders.waitFor": (sdk) => sdk.orders.waitFor("o-1"),
  "resources.waitFor": (sdk) => sdk.resources.waitFor("r-1"),
};

describe.each(Object.keys(objects))("F5: %s", (operation) => {
  test.each([
    { body: null, found: "null" },
    { body: "queued", found: "text" },
    { body: [], found: "a list" },
    { body: [{ orderId: "o-1" }], found: "a list" },
    { body: 7, found: "a number" },
  ])("the error names the operation and the value found: $body", async ({ body, found }) => {
    const { sdk, server } = await platform([json(body)], quiet);
    const call = objects[operation]?.(sdk);
    await expect(call).rejects.toBeInstanceOf(ResponseValidationError);
    await expect(call).rejects.toMatchObject({ operation, issues: [{ path: "$" }] });
    await expect(call).rejects.toThrow(`expected an object, found ${found}`);
    expect(server.requests).toHaveLength(1);
  });
});

test("F5: a resource needs its aps block, which contains its status", async () => {
  const { sdk } = await platform([json({ id: 5 })], quiet);
  await expect(sdk.resources.waitFor("r-1")).rejects.toThrow("$.aps: expected an object, found nothing");
});

test("F5: an Allowed Operation without a type grants nothing", async () => {
  const { sdk } = await platform([json([{ apsType: null, method: "GET" }, { method: "POST" }])], quiet);
  const { operations } = await sdk.permissions.check({ userId: "u-1" });
  expect(operations.find(({ operation }) => operation === "orders.create")?.verdict).toBe("denied");
});

test("F5: the properties of a large envelope are cut off", async () => {
  const names = Array.from({ length: 50 }, (_, index) => `property-${index}`);
  const { sdk } = await platform([json(Object.fromEntries(names.map((name) => [name, 1])))], quiet);
  const call = sdk.orders.findRecent({ accountId: "a-1", since: new Date() });
  await expect(call).rejects.toThrow('"property-4", 45 more');
});
