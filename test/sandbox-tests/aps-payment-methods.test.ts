import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { ApsClient, type PaymentMethod } from "apsdirect";
import { nodeFetch } from "apsdirect/node";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { send } from "./signed-request.js";

const northwind = "3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10";
const tailspin = "a7c1e5d9-42b8-4f36-9e0d-3b8f6a2c1d74";

let sandbox: Sandbox;
let sdk: ApsClient;
beforeEach(async () => {
  sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  const { baseUrl, credentials } = sandbox.aps;
  const validation = { response: "strict" } as const;
  sdk = new ApsClient({ baseUrl, credentials, fetch: nodeFetch({ ca: sandbox.certificate }), validation });
});

const invoice: PaymentMethod = {
  ownerAccountId: northwind,
  type: "MANUAL",
  perCustomer: true,
  status: "ACTIVE",
  ratified: "NOT_REQUIRED",
  defaultMethod: true,
};

async function defaults(accountId: string) {
  const methods = await sdk.paymentMethods.list({ accountId });
  return methods.map(({ id, defaultMethod }) => [id, defaultMethod]);
}

test("what was added is kept, and a new default takes the place of the former one", async () => {
  const added = await sdk.paymentMethods.create(invoice);
  expect(added).toMatchObject({ id: 42, type: "MANUAL", name: "MANUAL 42" });
  expect(await defaults(northwind)).toEqual([
    [41, false],
    [42, true],
  ]);
  const another = await sdk.paymentMethods.create({ ...invoice, ownerAccountId: tailspin, number: "****1" });
  expect(another).toMatchObject({ id: 43, name: "MANUAL ****1" });
  expect(await defaults(northwind)).toContainEqual([42, true]);
  expect(await defaults(tailspin)).toEqual([[43, true]]);
});

test("a change makes it the default, and cannot give it to another account", async () => {
  await sdk.paymentMethods.create({ ...invoice, defaultMethod: false });
  expect(await defaults(northwind)).toContainEqual([41, true]);
  const changed = await sdk.paymentMethods.update(42, { ...invoice, ownerAccountId: tailspin, status: "SUSPENDED" });
  expect(changed).toMatchObject({ id: 42, ownerAccountId: northwind, status: "SUSPENDED", defaultMethod: true });
  expect(await defaults(northwind)).toEqual([
    [41, false],
    [42, true],
  ]);
  expect(await sdk.paymentMethods.list({ accountId: northwind, paymentSystemId: "3" })).toHaveLength(1);
  expect(await sdk.paymentMethods.list({ externalId: "card-17" })).toEqual([]);
});

describe("refused", () => {
  const path = "/aps/2/services/payment-method-manager/paymentMethods";
  test.each([
    { method: "POST", target: path, body: { ...invoice, ratified: undefined }, status: 400 },
    { method: "POST", target: path, body: { ...invoice, ownerAccountId: "nobody" }, status: 400 },
    { method: "POST", target: path, body: [], status: 400 },
    { method: "PUT", target: `${path}/7`, body: invoice, status: 404 },
  ])("$method $target $status", async ({ status, ...call }) => {
    expect((await send(sandbox, call)).status).toBe(status);
    expect(await defaults(northwind)).toEqual([[41, true]]);
  });
});
