import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { items, json, send } from "./signed-request.js";

let sandbox: Sandbox;
let plans: readonly Plan[];
beforeAll(async () => {
  sandbox = await startSandbox();
  plans = items(await send(sandbox, { target: "/aps/2/collections/service-plans" })).map((plan) => Object(plan));
});
afterAll(() => sandbox.close());

interface Plan {
  readonly aps: { readonly id: string };
  readonly subscriptionPeriods: ReadonlyArray<{ readonly period: object }>;
  readonly resourceRates: ReadonlyArray<{ readonly resourceId: string }>;
}

/** A product of an order, by numbers out of which any plan, period and amounts are chosen. */
const choices = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.array(fc.integer({ min: 0, max: 10_000_000 }))), {
  minLength: 1,
  maxLength: 4,
});

function productOf([planAt, periodAt, amounts]: readonly [number, number, readonly number[]]) {
  const plan = plans[planAt % plans.length];
  const period = plan?.subscriptionPeriods[periodAt % plan.subscriptionPeriods.length]?.period;
  const rates = plan?.resourceRates.slice(0, amounts.length) ?? [];
  const resources = rates.map(({ resourceId }, at) => ({ resourceId, amount: (amounts[at] ?? 0) / 1000 }));
  return { planId: plan?.aps.id, period, resources };
}

async function estimate(products: readonly object[], query = "") {
  const body = { type: "SALES", accountId: "3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10", products };
  const target = `/aps/2/services/order-manager/orders/estimate${query}`;
  const reply = await send(sandbox, { method: "POST", target, body });
  expect(reply.status, reply.text).toBe(200);
  const { total, products: priced } = Object(json(reply));
  const lines: ReadonlyArray<{ fees: ReadonlyArray<{ name: string; fee: { value: string } }> }> = priced;
  const fees = lines.flatMap((line) => line.fees.map(({ name, fee }) => ({ name, cents: cents(fee.value) })));
  return { total: cents(total.value), fees, lines };
}

function cents(value: string): bigint {
  expect(value).toMatch(/^\d+\.\d\d$/);
  return BigInt(value.replace(".", ""));
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((so, value) => so + value, 0n);
}

test(
  "whatever is ordered: the fees add up to the total, and taxes are a fifth of each line",
  { timeout: 120_000 },
  () =>
    fc.assert(
      fc.asyncProperty(choices, async (chosen) => {
        const products = chosen.map(productOf);
        const gross = await estimate(products);
        const net = await estimate(products, "?includeTaxes=false");
        expect(gross.total).toBe(sum(gross.fees.map((fee) => fee.cents)));
        expect(net.total).toBe(sum(net.fees.map((fee) => fee.cents)));
        expect(gross.fees.filter(({ name }) => name !== "tax")).toEqual(net.fees);
        for (const { fees } of gross.lines) {
          const [setup = 0n, recurring = 0n, tax = 0n] = fees.map(({ fee }) => cents(fee.value));
          expect(tax).toBe(((setup + recurring) * 20n + 50n) / 100n);
        }
      }),
      { numRuns: 60 },
    ),
);
