import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import {
  ApsClient,
  type ApsClientOptions,
  NotFoundError,
  type OrderRequest,
  type PaymentMethod,
  PermissionError,
} from "apsdirect";
import { nodeFetch } from "apsdirect/node";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";

const fourthCoffee = "3877a739-d939-43a2-86b5-11f3e91adf32";
const accountType = "http://parallels.com/aps/types/pa/account/1.2";
const northwind = "3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10";
const northwindsBackup = "e8b7a6c5-1234-4d0e-9f8a-7b6c5d4e3f21";
const billing = "http://www.odin.com/billing";
const everything = ["GET", "POST", "PUT"].flatMap((method) =>
  ["order-management", "payment-management", "payment-method-management"].map((service) => {
    return { apsType: `${billing}/${service}`, method };
  }),
);

let sandbox: Sandbox;
let provider: ApsClient;
/** Of Fourth Coffee, a reseller. */
let reseller: ApsClient;
/** Of Fourth Coffee as well: asks for what is of its customers, too. */
let fullScope: ApsClient;
/** APS ID of its one customer. */
let customerId: string;

beforeEach(async () => {
  sandbox = await startSandbox({ apsUsers: [{ accountId: fourthCoffee, allowedOperations: everything }] });
  onTestFinished(() => sandbox.close());
  provider = clientOf(sandbox, sandbox.aps.credentials);
  const customer = { companyName: "Relecloud", parent: { aps: { id: fourthCoffee } } };
  customerId = (await provider.resources.create({ aps: { type: accountType }, ...customer }))?.aps.id ?? "";
  const credentials = sandbox.apsUsers[1]?.credentials;
  reseller = clientOf(sandbox, credentials);
  fullScope = clientOf(sandbox, credentials, { headers: { "APS-Actor-Scope": "FULL" } });
});

function clientOf(
  { aps, certificate }: Sandbox,
  credentials: ApsClientOptions["credentials"],
  more: ApsClientOptions = {},
) {
  return new ApsClient({
    baseUrl: aps.baseUrl,
    credentials,
    fetch: nodeFetch({ ca: certificate }),
    maxRetries: 0,
    ...more,
  });
}

describe("the key of a reseller", () => {
  test("lists its own account, and those of its customers only in full scope", async () => {
    const names = async (sdk: ApsClient) => (await sdk.accounts.list().all({ max: 100 })).map(({ aps }) => aps.id);
    expect(await names(reseller)).toEqual([fourthCoffee]);
    const all = await names(fullScope);
    expect(all).toContain(fourthCoffee);
    expect(all).toContain(customerId);
    expect(all).not.toContain(northwind);
    expect((await names(provider)).length).toBeGreaterThan(all.length);
  });

  test("reads what is below it by id and by relation, and plans, which are everybody's", async () => {
    expect((await reseller.accounts.get(customerId)).aps.id).toBe(customerId);
    const below = await reseller.resources.listLinked(fourthCoffee, "accounts").all({ max: 10 });
    expect(below.map(({ aps }) => aps.id)).toContain(customerId);
    expect(await reseller.servicePlans.list().all({ max: 10 })).toHaveLength(3);
  });

  test("finds nothing of others, however it asks", async () => {
    await expect(reseller.accounts.get(northwind)).rejects.toThrow(NotFoundError);
    await expect(reseller.resources.get(northwindsBackup)).rejects.toThrow(NotFoundError);
    await expect(reseller.resources.delete(northwindsBackup)).rejects.toThrow(NotFoundError);
    await expect(reseller.accounts.update(northwind, { companyName: "Mine" })).rejects.toThrow(NotFoundError);
    expect(await fullScope.resources.list((r) => r.eq("aps.id", northwindsBackup)).all({ max: 1 })).toEqual([]);
    expect(await fullScope.accounts.list((a) => a.eq("companyName", "Northwind Traders")).all({ max: 1 })).toEqual([]);
  });

  test("creates accounts below itself, and nowhere else", async () => {
    const account = { companyName: "VanArsdel", type: "CLIENT" } as const;
    const create = (parent?: string) =>
      reseller.resources.create({
        aps: { type: accountType },
        ...account,
        ...(parent === undefined ? {} : { parent: { aps: { id: parent } } }),
      });
    expect(await create(fourthCoffee)).toMatchObject(account);
    await expect(create()).rejects.toThrow(PermissionError);
    await expect(create(northwind)).rejects.toThrow(PermissionError);
    await expect(reseller.resources.unlink(customerId, "parent", fourthCoffee)).rejects.toThrow(PermissionError);
    expect(await reseller.accounts.update(fourthCoffee, { companyName: "Fourth Coffee" })).toMatchObject({
      type: "RESELLER",
    });
    await expect(
      reseller.accounts.update(customerId, { parent: { aps: { id: northwind } } } as object),
    ).rejects.toThrow(PermissionError);
  });

  test("is not led out of sight by parents in a circle, and may create a whole branch at once", async () => {
    const [one, other] = ["b7c6a5d4-0e1f-4a2b-8c3d-4e5f6a7b8c90", "c8d7b6e5-1f2a-4b3c-9d4e-5f6a7b8c9d01"];
    const account = (id: string, parent: string) => ({
      aps: { id, type: accountType },
      parent: { aps: { id: parent } },
    });
    const branch = [account(one, fourthCoffee), account(other, one)];
    expect(await reseller.resources.createMany(branch)).toHaveLength(2);
    await reseller.resources.delete(other);
    await reseller.resources.delete(one);

    const circle = [account(one, other), account(other, one)];
    await expect(reseller.resources.createMany(circle)).rejects.toThrow(PermissionError);
    await provider.resources.createMany(circle);
    await expect(reseller.accounts.get(one)).rejects.toThrow(NotFoundError);
  });

  test("orders for its customers, and sees their orders and no others", async () => {
    const [plan] = await reseller.servicePlans.list().all({ max: 1 });
    const order = (accountId: string): OrderRequest => {
      const products = [{ planId: plan?.aps.id ?? "", period: { unit: "MONTHS", duration: 1 } }];
      return { type: "SALES", accountId, products };
    };
    const { orderId } = await reseller.orders.create(order(customerId));
    const others = await provider.orders.create(order(northwind));
    await expect(reseller.orders.create(order(northwind))).rejects.toThrow("500"); // what the order application says to all that is wrong
    await expect(reseller.orders.estimate(order(northwind))).rejects.toThrow(`accountId ${northwind} does not exist`);
    const renewal = { type: "RENEWAL", subscriptionId: northwindsBackup } as const;
    await expect(reseller.orders.create(renewal)).rejects.toThrow("500");
    expect(await provider.orders.list().all({ max: 10 })).toHaveLength(2);
    expect((await reseller.orders.get(orderId)).orderId).toBe(orderId);
    await expect(reseller.orders.get(others.orderId)).rejects.toThrow(NotFoundError);
    expect(await reseller.orders.list().all({ max: 10 })).toEqual([]);
    expect((await fullScope.orders.list().all({ max: 10 })).map((each) => each.orderId)).toEqual([orderId]);
  });

  test("sees and pays with what is below it", async () => {
    const card: PaymentMethod = {
      ownerAccountId: customerId,
      type: "MANUAL",
      perCustomer: true,
      status: "ACTIVE",
      ratified: "NOT_REQUIRED",
      defaultMethod: true,
    };
    const { id } = await reseller.paymentMethods.create(card);
    expect((await reseller.paymentMethods.list()).map((method) => method.id)).toEqual([id]);
    await expect(reseller.paymentMethods.create({ ...card, ownerAccountId: northwind })).rejects.toThrow(
      "does not exist",
    );
    await expect(reseller.paymentMethods.update(41, card)).rejects.toThrow(NotFoundError);
    const paid = await provider.payments.pay({ accountId: northwind });
    await expect(reseller.payments.pay({ accountId: northwind })).rejects.toThrow("does not exist");
    await expect(reseller.payments.update(Number(paid["id"]), {})).rejects.toThrow(NotFoundError);
    await reseller.payments.pay({ accountId: customerId });
    expect((await reseller.payments.list()).map(({ accountId }) => accountId)).toEqual([customerId]);
  });
});

test("the key of a customer sees its own alone, and not the reseller that it belongs to", async () => {
  const second = await startSandbox({ apsUsers: [{ accountId: northwind, allowedOperations: everything }] });
  onTestFinished(() => second.close());
  const customer = clientOf(second, second.apsUsers[1]?.credentials);
  expect((await customer.accounts.list().all({ max: 9 })).map(({ aps }) => aps.id)).toEqual([northwind]);
  expect((await customer.bssSubscriptions.list().all({ max: 9 })).map(({ aps }) => aps.id)).toEqual([northwindsBackup]);
  const { aps } = (await customer.resources.get(northwind))["parent"] as { readonly aps: { readonly id: string } };
  await expect(customer.accounts.get(aps.id)).rejects.toThrow(NotFoundError);
});

test("an account that does not exist has no users", async () => {
  const nobody = startSandbox({ apsUsers: [{ accountId: "nobody", allowedOperations: [] }] });
  await expect(nobody).rejects.toThrow("apsUsers: account nobody does not exist");
});
