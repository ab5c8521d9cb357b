import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apsSample } from "./sample.js";
import { items, json, send, text } from "./signed-request.js";

const started = Date.parse("2024-05-01T12:00:00Z");
let time = started;
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ now: () => time, orderDuration: 1000 });
});
afterAll(() => sandbox.close());

function call(method: string, target: string, body?: unknown) {
  return send(sandbox, { method, target, body, now: () => time });
}

const orders = "/aps/2/services/order-manager/orders";
const sales = Object(apsSample("placeOrder-sales").request.body);
const [product] = sales.products;

test("an order waits, is worked on, and is completed as time goes by", async () => {
  const placed = await call("POST", orders, sales);
  expect(placed.status, placed.text).toBe(200);
  const order = `${orders}/${text(placed, "orderId")}`;
  const placedAt = time;
  expect(json(await call("GET", order))).toEqual({
    orderId: text(placed, "orderId"),
    orderNumber: "SO000001",
    type: "SALES",
    status: "WP",
    provisioningStatus: "NOT_STARTED",
    creationDate: "2024-05-01T12:00:00Z",
    accountId: sales.accountId,
    products: sales.products,
    total: { value: "100.80", code: "USD" },
  });
  time = placedAt + 500;
  expect(json(await call("GET", order))).toMatchObject({ status: "LO", provisioningStatus: "IN_PROGRESS" });
  time = placedAt + 1000;
  expect(json(await call("GET", order))).toMatchObject({ status: "CP", provisioningStatus: "COMPLETED" });
});

test("without a clock of its own, an order is completed soon", async () => {
  const real = await startSandbox({ orderDuration: 60 });
  try {
    const orderId = text(await send(real, { method: "POST", target: orders, body: sales }), "orderId");
    await expect
      .poll(async () => text(await send(real, { target: `${orders}/${orderId}` }), "provisioningStatus"))
      .toBe("COMPLETED");
  } finally {
    await real.close();
  }
});

test("orders are counted by type, listed with RQL, and found through the service's APS ID too", async () => {
  for (const kind of ["change", "renewal", "cancellation"]) {
    const placed = await call("POST", orders, apsSample(`placeOrder-${kind}`).request.body);
    expect(placed.status, placed.text).toBe(200);
  }
  const numbers = items(await call("GET", `${orders}?like(orderNumber,*000001),sort(orderNumber)`));
  expect(numbers.map(({ orderNumber }) => orderNumber)).toEqual(["CH000001", "CL000001", "RN000001", "SO000001"]);
  const byId = "/aps/2/resources/6c0e9b7a-2d5f-4e81-b3a4-9f7d1c8e5b02/orders?eq(type,RENEWAL),limit(0,1)";
  const reply = await call("GET", byId);
  expect(items(reply)).toMatchObject([{ orderNumber: "RN000001" }]);
  expect(reply.headers["content-range"]).toBe("items 0-0/1");
});

test("an unknown order is a 404", async () => {
  expect((await call("GET", `${orders}/2f9d61b4-0c7a-4b38-93e1-5d8a7c6b4e90`)).status).toBe(404);
});

describe("estimates", () => {
  test("the documented estimate comes out as documented", async () => {
    const sample = apsSample("estimateOrder");
    const reply = await call("POST", `${orders}/estimate?includeTaxes=false`, sample.request.body);
    expect(json(reply)).toEqual({
      total: { value: "84.00", code: "USD" },
      products: [
        {
          planId: product.planId,
          period: { unit: "MONTHS", duration: 1 },
          fees: [
            { name: "setup", fee: { value: "10.00", code: "USD" } },
            { name: "recurring", fee: { value: "74.00", code: "USD" } },
          ],
        },
      ],
    });
  });

  const mail = (amount: number, unit = "MONTHS") => ({
    planId: "0584c6bc-d77a-4a15-832e-00ff2aa4a75e",
    period: { unit, duration: 1 },
    resources: [{ resourceId: "36b75a31-2a44-4abb-a135-1e0dc847bea3", amount }],
  });
  const website = (amount: number) => ({
    planId: "c1f3deb6-4a6e-4382-8944-741f3f284dfd",
    period: { unit: "YEARS", duration: 1 },
    resources: [{ resourceId: "8d11491f-0e74-4bc5-b05d-ebbe56d5df2e", amount }],
  });

  test.each([
    { given: "one plan", products: [product], taxes: "", total: "100.80" },
    { given: "no taxes", products: [product], taxes: "?includeTaxes=false", total: "84.00" },
    { given: "nothing beyond what is included", products: [{ ...product, resources: [] }], taxes: "", total: "72.00" },
    { given: "0.10 + 0.20", products: [mail(1)], taxes: "?includeTaxes=false", total: "0.30" },
    { given: "a part of a unit", products: [mail(1.35)], taxes: "?includeTaxes=false", total: "0.37" },
    { given: "a year", products: [mail(3, "YEARS")], taxes: "?includeTaxes=false", total: "8.30" },
    { given: "a fee below a cent", products: [website(11)], taxes: "?includeTaxes=false", total: "129.01" },
    { given: "several plans", products: [product, mail(1), website(10)], taxes: "?includeTaxes=true", total: "251.15" },
    { given: "a great many", products: [mail(90_000_000_000)], taxes: "?includeTaxes=false", total: "18000000000.10" },
  ])("$given: $total, and the fees add up to it", async ({ products, taxes, total }) => {
    const reply = await call("POST", `${orders}/estimate${taxes}`, { ...sales, products });
    expect(reply.status, reply.text).toBe(200);
    const estimate = Object(json(reply));
    expect(estimate.total).toEqual({ value: total, code: "USD" });
    const cents = JSON.stringify(estimate.products).matchAll(/"value":"(\d+)\.(\d\d)"/g);
    const sum = [...cents].reduce((so, [, whole, fraction]) => so + BigInt(`${whole}${fraction}`), 0n);
    expect(sum).toBe(BigInt(total.replace(".", "")));
  });

  test("an estimate places nothing", async () => {
    const before = items(await call("GET", orders)).length;
    await call("POST", `${orders}/estimate`, sales);
    expect(items(await call("GET", orders))).toHaveLength(before);
  });
});

describe("an order that cannot be is refused in the application's form, and not placed", () => {
  const period = { unit: "DAYS", duration: 1 };
  const resource = { resourceId: "c41a9a0e-3b5d-4c1f-8f27-1d6b9e0a2f44", amount: 1 };
  test.each([
    { order: "[]", says: "not an object" },
    { order: {}, says: "type is not set" },
    { order: { type: "GIFT" }, says: 'type "GIFT" is unknown' },
    { order: { type: "toString" }, says: "unknown" },
    { order: { type: "SALES" }, says: "accountId is not set" },
    { order: { ...sales, accountId: "nobody" }, says: "accountId nobody does not exist" },
    { order: { ...sales, accountId: product.planId }, says: "does not exist" },
    { order: { ...sales, products: [] }, says: "products is not set" },
    { order: { ...sales, products: [null] }, says: "product" },
    { order: { ...sales, products: [{ ...product, planId: "none" }] }, says: "planId none does not exist" },
    { order: { ...sales, products: [{ ...product, period: undefined }] }, says: "period is not set" },
    { order: { ...sales, products: [{ ...product, period }] }, says: "not available" },
    { order: { ...sales, products: [{ ...product, resources: {} }] }, says: "resources is not a list" },
    { order: { ...sales, products: [{ ...product, resources: [{ amount: 1 }] }] }, says: "has no resource null" },
    { order: { ...sales, products: [{ ...product, resources: [{ ...resource, amount: -1 }] }] }, says: "amount" },
    { order: { ...sales, products: [{ ...product, resources: [{ ...resource, amount: "1" }] }] }, says: "amount" },
    { order: { ...sales, products: [{ ...product, resources: [{ ...resource, amount: 1e300 }] }] }, says: "amount" },
    { order: { type: "RENEWAL" }, says: "subscriptionId is not set" },
    { order: { type: "CANCELLATION", subscriptionId: "none" }, says: "subscriptionId none does not exist" },
  ])("$says", async ({ order, says }) => {
    const before = items(await call("GET", orders)).length;
    for (const path of [orders, `${orders}/estimate`]) {
      const reply = await call("POST", path, order);
      expect(reply.status).toBe(500);
      expect(json(reply)).toEqual({
        error: "com.example.billing.OrderValidationException",
        message: expect.stringContaining(says),
        packageId: expect.any(String),
        http_request: expect.stringContaining("POST https://order-management:8081/"),
      });
    }
    expect(items(await call("GET", orders))).toHaveLength(before);
  });
});
