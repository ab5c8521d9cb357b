import { join } from "node:path";
import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { ApsClient, NotFoundError, OutcomeUnknownError } from "apsdirect";
import { nodeFetch } from "apsdirect/node";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { project } from "../support/generated.js";

const northwind = "3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10";
const tailspin = "a7c1e5d9-42b8-4f36-9e0d-3b8f6a2c1d74";

let sandbox: Sandbox;
let sdk: ApsClient;

function clientOf({ aps, certificate }: Sandbox): ApsClient {
  return new ApsClient({ ...aps, fetch: nodeFetch({ ca: certificate }), validation: { response: "strict" } });
}

beforeEach(async () => {
  sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  sdk = clientOf(sandbox);
});

test("a payment is kept, is found by its account and by its number, and can be changed", async () => {
  const paid = await sdk.payments.pay({ accountId: northwind, amount: "12.50" });
  expect(paid).toEqual({ id: 1000517, accountId: northwind, amount: "12.50" });
  await sdk.payments.pay({ accountId: tailspin, amount: "1.00" });
  expect(await sdk.payments.list({ accountId: northwind })).toEqual([paid]);
  expect(await sdk.payments.list({ paymentIds: "1000517" })).toEqual([paid]);
  expect(await sdk.payments.list({ accountId: tailspin, paymentIds: "1000517" })).toEqual([]);
  expect(await sdk.payments.list()).toHaveLength(2);
  const voided = await sdk.payments.update(1000517, { state: "VOID" });
  expect(voided).toEqual({ ...Object(paid), state: "VOID" });
  expect(
    await sdk.resources.call("payment-manager", { method: "GET", path: "/payments", rql: "eq(state,VOID)" }),
  ).toEqual([voided]);
});

test("one whose answer is lost was taken once, and is found before it is paid again", async () => {
  const [service] = await sdk.resources
    .list((r) => r.implementing("http://www.odin.com/billing/payment-management"))
    .all({ max: 1 });
  const paymentManager = service?.aps.id;
  sandbox.faults.replace([{ kind: "reset", when: "after", path: `/aps/2/resources/${paymentManager}/payments` }]);
  await expect(sdk.payments.pay({ accountId: northwind, amount: "12.50" })).rejects.toThrow(OutcomeUnknownError);
  sandbox.faults.replace([]);
  expect(await sdk.payments.list({ accountId: northwind })).toHaveLength(1);
});

test("what does not exist is refused", async () => {
  await expect(sdk.payments.pay({ accountId: "nobody" })).rejects.toMatchObject({ status: 400 });
  await expect(sdk.payments.update(7, {})).rejects.toThrow(NotFoundError);
  expect(await sdk.payments.list()).toEqual([]);
});

test("a data file keeps payments and their numbers", async () => {
  const data = join(await project(), "sandbox.data");
  const first = await startSandbox({ data });
  await clientOf(first).payments.pay({ accountId: northwind });
  await first.close();
  const second = await startSandbox({ data });
  onTestFinished(() => second.close());
  const again = clientOf(second);
  await again.payments.pay({ accountId: northwind });
  expect((await again.payments.list()).map(({ id }) => id)).toEqual([1000517, 1000518]);
});

test("the payment systems are those that payment methods name", async () => {
  const systems = await sdk.paymentMethods.listPaymentSystems({ accountId: northwind });
  const [method] = await sdk.paymentMethods.list({ accountId: northwind });
  expect(systems).toEqual([{ paymentSystemId: method?.paymentSystemId, paymentSystem: method?.paymentSystem }]);
});
