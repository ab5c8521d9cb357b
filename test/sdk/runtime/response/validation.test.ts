import { type OrderRequest, RequestValidationError } from "apsdirect";
import { unchecked } from "apsdirect/runtime";
import { describe, expect, test } from "vitest";
import { platform } from "../../../support/platform.js";
import { answer, json } from "../../../support/raw-server.js";

const asJson = { headers: { "content-type": "application/json" } };

const order = {
  type: "SALES",
  accountId: "a-1",
  products: [{ planId: "p-1", period: { unit: "MONTHS", duration: 1 } }],
};

/** A program without types may give anything. */
const untyped = (value: unknown): OrderRequest => value as OrderRequest;

describe("an invalid order is refused before anything is sent:", () => {
  test.each([
    {
      fault: "no account",
      given: { ...order, accountId: undefined },
      want: "$.accountId: expected a value of type string, found nothing",
    },
    {
      fault: "no product",
      given: { ...order, products: [] },
      want: "$.products: expected a length of at least 1 (items), found []",
    },
    {
      fault: "a negative duration",
      given: { ...order, products: [{ planId: "p", period: { unit: "MONTHS", duration: -1 } }] },
      want: "$.products[0].period.duration: expected at least 1, found -1",
    },
    {
      fault: "a fraction for a duration",
      given: { ...order, products: [{ planId: "p", period: { unit: "MONTHS", duration: 1.5 } }] },
      want: "$.products[0].period.duration: expected a whole number, found 1.5",
    },
    {
      fault: "an amount that is text",
      given: { ...order, products: [{ ...order.products[0], resources: [{ resourceId: "r", amount: "10" }] }] },
      want: '$.products[0].resources[0].amount: expected a value of type number, found "10"',
    },
    {
      fault: "no type",
      given: { accountId: "a-1" },
      want: "$.type: expected a value of type string, found nothing",
    },
    { fault: "null", given: null, want: "$: expected a value of type object, found null" },
  ])("$fault", async ({ given, want }) => {
    const { server, sdk } = await platform([json({ orderId: "o-1" })]);
    const error = await sdk.orders.create(untyped(given)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RequestValidationError);
    expect(String(error)).toContain(want);
    expect(server.requests).toEqual([]);
  });

  test("all faults are reported together", async () => {
    const { sdk } = await platform([json({})]);
    const given = untyped({ type: "SALES", products: [{ period: { unit: 1 } }] });
    await expect(sdk.orders.create(given)).rejects.toMatchObject({
      issues: [
        { path: "$.accountId" },
        { path: "$.products[0].planId" },
        { path: "$.products[0].period.unit" },
        { path: "$.products[0].period.duration" },
      ],
    });
  });
});

describe("an undocumented value", () => {
  test("is sent if marked with unchecked(), at any depth", async () => {
    const { server, sdk } = await platform([json({ orderId: "o-1" })]);
    await sdk.orders.create(unchecked({ type: "SALES", poNumber: "PO 7" }));
    await sdk.orders.create({ type: "SALES", accountId: "a", products: [unchecked({ planCode: "X" })] });
    expect(server.requests.map(({ body }) => JSON.parse(body))).toEqual([
      { type: "SALES", poNumber: "PO 7" },
      { type: "SALES", accountId: "a", products: [{ planCode: "X" }] },
    ]);
  });

  test("is sent if it is an order type that the document does not list", async () => {
    const { server, sdk } = await platform([json({ orderId: "o-1" })]);
    await sdk.orders.create(unchecked({ type: "MIGRATION", anything: true }));
    await sdk.orders.create(untyped({ type: "MIGRATION", anything: true }));
    expect(server.requests.length).toBe(2);
  });

  test("is sent anywhere with validation off", async () => {
    const { sdk } = await platform([json({ orderId: "o-1" })], { validation: { request: "off" } });
    await expect(sdk.orders.create(untyped({}))).resolves.toEqual({ orderId: "o-1" });
  });
});

describe("a response that differs from the document", () => {
  const account = {
    aps: { id: "a-1", type: "t", owner: "new" },
    type: "PARTNER",
    companyName: "X",
    brandNew: { a: [1] },
  };

  test("keeps unknown fields and unknown enum values", async () => {
    const { sdk } = await platform([json(account)], { validation: { response: "strict" } });
    expect(await sdk.accounts.get("a-1")).toEqual(account);
  });

  test("has null removed, and numbers sent as text converted", async () => {
    const { sdk } = await platform([json({ ...account, id: "1000031", companyName: null, locked: null })], {
      validation: { response: "strict" },
    });
    const received = await sdk.accounts.get("a-1");
    expect(received.id).toBe(1000031);
    expect("companyName" in received).toBe(false);
  });

  test("keeps text that is not a safe number, and logs it", async () => {
    const said: string[] = [];
    const log = (line: string): void => void said.push(line);
    const { sdk } = await platform([json({ ...account, id: "9007199254740993" })], {
      logger: { debug() {}, info() {}, warn: log, error: log },
    });
    expect((await sdk.accounts.get("a-1")).id).toBe("9007199254740993");
    expect(said).toEqual([
      'accounts.get: the response does not match the document. $.id: expected a value of type number, found "9007199254740993"',
    ]);
  });

  test("has integers that JavaScript would round as text, and logs them", async () => {
    const said: string[] = [];
    const log = (line: string): void => void said.push(line);
    const { sdk } = await platform([answer('{"aps":{"id":"a","type":"t"},"id":9007199254740993}', asJson)], {
      logger: { debug() {}, info() {}, warn: log, error: log },
    });
    expect((await sdk.accounts.get("a-1")).id).toBe("9007199254740993");
    expect(said).toMatchObject([expect.stringContaining('found "9007199254740993"')]);
    const strict = sdk.accounts.get("a-1", { validation: { response: "strict" } });
    await expect(strict).rejects.toMatchObject({ code: "RESPONSE_INVALID", issues: [{ path: "$.id" }] });
  });

  test("is an error under strict if a required property is missing", async () => {
    const { sdk } = await platform([json({ companyName: "X" })]);
    await expect(sdk.accounts.get("a-1", { validation: { response: "strict" } })).rejects.toMatchObject({
      code: "RESPONSE_INVALID",
      status: 200,
      issues: [{ path: "$.aps", message: "expected a value of type object, found nothing" }],
    });
    await expect(sdk.accounts.get("a-1", { validation: { response: "off" } })).resolves.toEqual({ companyName: "X" });
  });

  test("may lack properties that a select leaves out", async () => {
    const { sdk } = await platform([json([{ companyName: "X" }])], { validation: { response: "strict" } });
    const list = sdk.accounts.list((a) => [a.select("companyName"), a.limit(0, 1)]);
    expect(await list.all({ max: 1 })).toEqual([{ companyName: "X" }]);
  });

  test("leaves the outcome of an order unknown under strict", async () => {
    const { sdk } = await platform([json({ order: "o-1" })], { validation: { response: "strict" } });
    await expect(sdk.orders.create(untyped(order))).rejects.toMatchObject({
      code: "OUTCOME_UNKNOWN",
      body: { order: "o-1" },
      cause: { code: "RESPONSE_INVALID" },
    });
  });

  test("cannot change the prototype of objects", async () => {
    const hostile =
      '{"aps":{"id":"a","type":"t"},"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":1}}}';
    const { sdk } = await platform([
      `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${hostile.length}\r\n\r\n${hostile}`,
    ]);
    await sdk.accounts.get("a-1");
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});

test("a response with more faults than can be listed is returned and logged in one line", async () => {
  const lines: string[] = [];
  const log = (line: string): void => void lines.push(line);
  const logger = { debug: () => {}, info: () => {}, warn: log, error: log };
  const products = Array.from({ length: 130_000 }, () => ({ planId: null, quantity: [] }));
  const { sdk } = await platform([json({ products })], { logger });
  const { products: answered } = await sdk.orders.estimate(untyped(order));
  expect(answered).toHaveLength(130_000);
  expect(lines).toEqual([expect.stringContaining("$: too many mismatches to list")]);
});
