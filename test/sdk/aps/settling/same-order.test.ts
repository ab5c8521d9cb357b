import { describe, expect, test } from "vitest";
import { compareOrders } from "../../../../sdk/src/aps/settling/same-order.js";

const ACCOUNT = "3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10";
const PLAN = "5b1f7e34-9d0a-4a67-b9c8-6a2e4f1d8c05";
const RESOURCE = "c41a9a0e-3b5d-4c1f-8f27-1d6b9e0a2f44";
const OTHER = "00000000-0000-4000-8000-00000000000b";
const period = { unit: "MONTHS", duration: 12 };
const resources = [{ resourceId: RESOURCE, amount: 5 }];
const product = { planId: PLAN, period, resources };
const sale = { type: "SALES", accountId: ACCOUNT, products: [product] };

function result(
  order: Readonly<Record<string, unknown>>,
  shown: Readonly<Record<string, unknown>>,
  accountId: string | undefined = ACCOUNT,
): string {
  const { result, open } = compareOrders({ order, accountId, referencePath: ["poNumber"] }, shown);
  return result === "not-shown" ? `not-shown: ${open.join(", ")}` : result;
}

const inProduct = (change: object) => ({ ...sale, products: [{ ...product, ...change }] });

describe("a sale is compared with an order that is shown", () => {
  test.each<{ what: string; shown: Readonly<Record<string, unknown>>; want: string }>([
    { what: "as it was sent", shown: sale, want: "equal" },
    { what: "with further fields", shown: { ...sale, total: { value: "1", code: "USD" } }, want: "equal" },
    { what: "with an account in upper case", shown: { ...sale, accountId: ACCOUNT.toUpperCase() }, want: "equal" },
    { what: "with an account in braces", shown: { ...sale, accountId: `{${ACCOUNT}}` }, want: "equal" },
    { what: "with customerId", shown: { ...sale, accountId: null, customerId: ACCOUNT }, want: "equal" },
    {
      what: "with a linked account",
      shown: { ...sale, accountId: null, account: [{ aps: { id: ACCOUNT } }] },
      want: "equal",
    },
    { what: "with a period in years", shown: inProduct({ period: { unit: "YEAR", duration: "1" } }), want: "equal" },
    {
      what: "with amounts as text",
      shown: inProduct({ resources: [{ resourceId: RESOURCE, amount: "5.0" }] }),
      want: "equal",
    },
    { what: "with a type in lower case", shown: { ...sale, type: "sales" }, want: "equal" },
    { what: "without a list of products", shown: { ...sale, products: undefined, ...product }, want: "equal" },
    { what: "of another account", shown: { ...sale, accountId: OTHER }, want: "different" },
    { what: "of another type", shown: { ...sale, type: "renewal" }, want: "different" },
    { what: "of another plan", shown: inProduct({ planId: OTHER }), want: "different" },
    { what: "of another period", shown: inProduct({ period: { unit: "MONTHS", duration: 1 } }), want: "different" },
    {
      what: "of another amount",
      shown: inProduct({ resources: [{ resourceId: RESOURCE, amount: 6 }] }),
      want: "not-shown: products",
    },
    { what: "of nothing", shown: {}, want: "not-shown: type, accountId, products" },
    { what: "of a type by another name", shown: { ...sale, type: "SO" }, want: "not-shown: type" },
    { what: "of an account by its number", shown: { ...sale, accountId: 1000031 }, want: "not-shown: accountId" },
    { what: "of an account that is two", shown: { ...sale, customerId: OTHER }, want: "not-shown: accountId" },
    { what: "of no products", shown: { ...sale, products: [] }, want: "not-shown: products" },
    { what: "of products that are a text", shown: { ...sale, products: "all" }, want: "not-shown: products" },
    { what: "of a plan by its number", shown: inProduct({ planId: 12 }), want: "not-shown: products" },
    {
      what: "of a period by another unit",
      shown: inProduct({ period: { unit: "DAYS", duration: 365 } }),
      want: "not-shown: products",
    },
    {
      what: "of resources that are not shown",
      shown: inProduct({ resources: undefined }),
      want: "not-shown: products",
    },
    { what: "of resources by their names", shown: inProduct({ resources: { GB: 5 } }), want: "not-shown: products" },
    {
      what: "of more resources",
      shown: inProduct({ resources: [...resources, { resourceId: OTHER, amount: 1 }] }),
      want: "not-shown: products",
    },
    {
      what: "of one more product",
      shown: { ...sale, products: [product, { ...product, planId: OTHER }] },
      want: "not-shown: products",
    },
    { what: "of null and a product", shown: { ...sale, products: [null, product] }, want: "not-shown: products" },
  ])("$what: $want", ({ shown, want }) => {
    expect(result(sale, shown)).toBe(want);
  });

  test("two equal products need two counterparts", () => {
    const twice = { ...sale, products: [product, product] };
    expect(result(twice, twice)).toBe("equal");
    expect(result(twice, sale)).toBe("not-shown: products");
  });

  test("one of two products may be part of a split order", () => {
    const both = { ...sale, products: [product, { ...product, planId: OTHER }] };
    expect(result(both, sale)).toBe("not-shown: products");
    expect(result(both, inProduct({ planId: ACCOUNT }))).toBe("different");
  });

  test("a field that was not sent but is shown may have been filled in by the platform", () => {
    const plain = { ...sale, products: [{ planId: PLAN, period }] };
    expect(result(plain, sale)).toBe("not-shown: products");
    expect(result(plain, plain)).toBe("equal");
  });

  test("a different payment method decides nothing, and the reference has its own comparison", () => {
    expect(
      result({ ...sale, paymentMethodId: 7, poNumber: "r-1" }, { ...sale, paymentMethodId: 8, poNumber: "r-2" }),
    ).toBe("not-shown: paymentMethodId");
  });

  test("IDs that are text must differ in more than their case", () => {
    const named = { ...sale, accountId: "a-1" };
    expect(result(named, named, "a-1")).toBe("equal");
    expect(result(named, { ...named, accountId: "a-10" }, "a-1")).toBe("different");
    expect(result(named, { ...named, accountId: "A-1" }, "a-1")).toBe("not-shown: accountId");
  });
});

describe("a change of a subscription is compared with an order that is shown", () => {
  const change = { type: "CHANGE", subscriptionId: OTHER, period, resources };
  const shownChange = { ...change, accountId: ACCOUNT };
  test.each([
    { what: "as it was sent", order: change, shown: shownChange, want: "equal" },
    {
      what: "in a product",
      order: change,
      shown: { ...shownChange, resources: undefined, products: [{ resources }] },
      want: "equal",
    },
    {
      what: "of another subscription",
      order: change,
      shown: { ...shownChange, subscriptionId: PLAN },
      want: "different",
    },
    {
      what: "of a subscription by its number",
      order: change,
      shown: { ...shownChange, subscriptionId: 1000204 },
      want: "not-shown: subscriptionId",
    },
    {
      what: "with a plan that was not sent",
      order: change,
      shown: { ...shownChange, planId: PLAN },
      want: "not-shown: planId",
    },
    {
      what: "a cancellation, with its plan",
      order: { type: "CANCELLATION", subscriptionId: OTHER },
      shown: { ...shownChange, type: "CANCELLATION", planId: PLAN },
      want: "equal",
    },
    {
      what: "a renewal, for another type",
      order: { type: "RENEWAL", subscriptionId: OTHER },
      shown: shownChange,
      want: "different",
    },
  ])("$what: $want", ({ order, shown, want }) => {
    expect(result(order, shown)).toBe(want);
  });

  test("its account must be known", () => {
    const { result, open } = compareOrders(
      { order: change, accountId: undefined, referencePath: undefined },
      shownChange,
    );
    expect([result, open]).toEqual(["not-shown", ["accountId"]]);
  });
});
