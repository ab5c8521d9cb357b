import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { apsSample } from "./sample.js";
import { items, json, send } from "./signed-request.js";

const sales = Object(apsSample("placeOrder-sales").request.body);
const [product] = sales.products;
const [ordered] = product.resources;
const backup = "e8b7a6c5-1234-4d0e-9f8a-7b6c5d4e3f21";
const orders = "/aps/2/services/order-manager/orders";

let time: number;
let sandbox: Sandbox;
beforeEach(async () => {
  time = Date.parse("2024-05-01T12:00:00Z");
  sandbox = await startSandbox({ now: () => time, orderDuration: 1000 });
  onTestFinished(() => sandbox.close());
});

function call(method: string, target: string, body?: unknown) {
  return send(sandbox, { method, target, body, now: () => time });
}

/** Places an order and lets it be completed. */
async function completed(order: unknown): Promise<void> {
  const placed = await call("POST", orders, order);
  expect(placed.status, placed.text).toBe(200);
  time += 1000;
}

async function subscriptionsOf(accountId: string) {
  const query = `eq(account.aps.id,${accountId}),select(subscriptionId,servicePlan,paSubscription,status,name,aps)`;
  return items(await call("GET", `/aps/2/collections/bss-subscriptions?${query}`));
}

describe("a subscription appears when its order is completed", () => {
  test("and not before, on both sides, with the amounts that were ordered", async () => {
    const before = await subscriptionsOf(sales.accountId);
    await call("POST", orders, sales);
    time += 999;
    expect(await subscriptionsOf(sales.accountId)).toEqual(before);
    time += 1;
    const after = await subscriptionsOf(sales.accountId);
    expect(after).toHaveLength(before.length + 1);
    const subscription = Object(after.at(-1));
    expect(subscription).toMatchObject({
      subscriptionId: 1000205,
      name: "Backup Standard",
      status: "ACTIVE",
      servicePlan: { aps: { id: product.planId } },
    });
    const services = await call("GET", `/aps/2/resources/${subscription.aps.id}/paSubscription`);
    expect(items(services)).toMatchObject([{ subscriptionId: 1000205, name: "Backup Standard" }]);
    const ofAccount = await call("GET", `/aps/2/resources/${sales.accountId}/subscriptions`);
    expect(items(ofAccount).map(({ subscriptionId }) => subscriptionId)).toContain(1000205);
    const [amount] = items(await call("GET", `/aps/2/resources/${subscription.aps.id}/resources`));
    expect(amount).toMatchObject({ resourceId: ordered.resourceId, included: 100, additional: ordered.amount - 100 });
    expect(await subscriptionsOf(sales.accountId), "carried out once").toHaveLength(after.length);
  });

  test("one for each plan", async () => {
    const mail = { planId: "0584c6bc-d77a-4a15-832e-00ff2aa4a75e", period: { unit: "YEARS", duration: 1 } };
    await completed({ ...sales, products: [product, mail] });
    const numbers = (await subscriptionsOf(sales.accountId)).map(({ subscriptionId }) => subscriptionId);
    expect(numbers.slice(-2)).toEqual([1000205, 1000206]);
  });
});

test("the seeded subscription has the amounts that are documented", async () => {
  expect(items(await call("GET", `/aps/2/resources/${backup}/resources`))).toEqual([
    {
      resourceId: "c41a9a0e-3b5d-4c1f-8f27-1d6b9e0a2f44",
      id: 1000118,
      name: "Storage GB",
      included: 100,
      additional: 20,
    },
    { resourceId: "91e7d3b8-64c2-4f0a-a5de-0b8c7f3e6a19", id: 1000119, name: "Mailboxes", included: 5, additional: 0 },
  ]);
});

test("a change sets new limits and the period, and keeps the limits that it does not name", async () => {
  const mailboxes = [{ resourceId: "91e7d3b8-64c2-4f0a-a5de-0b8c7f3e6a19", amount: 7.5 }];
  const period = { unit: "YEARS", duration: 1 };
  await completed({ type: "CHANGE", subscriptionId: backup, period, resources: mailboxes });
  const additional = items(await call("GET", `/aps/2/resources/${backup}/resources`)).map((one) => one["additional"]);
  expect(additional).toEqual([20, 2.5]);
  expect(json(await call("GET", `/aps/2/resources/${backup}`))).toMatchObject({ subscriptionPeriod: period });
});

test("a renewal leaves a subscription as it is", async () => {
  const amounts = json(await call("GET", `/aps/2/resources/${backup}/resources`));
  await completed({ type: "RENEWAL", subscriptionId: backup });
  expect(json(await call("GET", `/aps/2/resources/${backup}`))).toMatchObject({ status: "ACTIVE" });
  expect(json(await call("GET", `/aps/2/resources/${backup}/resources`))).toEqual(amounts);
});

test("a cancellation ends both sides, and nothing can be ordered for it any more", async () => {
  await completed({ type: "CANCELLATION", subscriptionId: backup });
  expect(json(await call("GET", `/aps/2/resources/${backup}`))).toMatchObject({ status: "TERMINATED" });
  expect(items(await call("GET", `/aps/2/resources/${backup}/paSubscription`))).toMatchObject([{ isTerminated: true }]);
  const again = await call("POST", orders, { type: "RENEWAL", subscriptionId: backup });
  expect([again.status, again.text]).toEqual([500, expect.stringContaining(`Subscription ${backup} is terminated`)]);
});

test("what was removed in the meantime stays removed", async () => {
  await call("POST", orders, { type: "CHANGE", subscriptionId: backup });
  await call("DELETE", `/aps/2/resources/${backup}`);
  time += 1000;
  expect((await call("GET", `/aps/2/resources/${backup}`)).status).toBe(404);
});

test("an account's children and users are lists too", async () => {
  const woodgrove = "/aps/2/resources/0f5a2d9c-1f63-4b0e-a4b7-7ec0b7c1d2e3";
  const children = items(await call("GET", `${woodgrove}/accounts?sort(companyName),select(companyName)`));
  expect(children).toContainEqual({ companyName: "Northwind Traders" });
  const users = await call("GET", "/aps/2/resources/3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10/users");
  expect(items(users)).toMatchObject([{ login: "ana@northwind.example" }]);
});
