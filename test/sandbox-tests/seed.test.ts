import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Sandbox, type SandboxSeed, SeedError, startSandbox } from "@apsdirect/sandbox";
import { expect, onTestFinished, test } from "vitest";
import { items, json, send, text } from "./signed-request.js";

const example = await readFile(new URL("../sandbox/seed.example.json", import.meta.url), "utf8");
const orders = "/aps/2/services/order-manager/orders";

test("a seed replaces the built-in accounts and plans", async () => {
  const sandbox = await seeded(parsed());
  const list = async (target: string) => items(await send(sandbox, { target }));
  expect(await list("/aps/2/collections/accounts?eq(type,CLIENT)")).toEqual([
    expect.objectContaining({ id: 1000032, companyName: "Bäckerei Huber" }),
  ]);
  expect(await list("/aps/2/collections/accounts")).toHaveLength(2);
  expect(await list("/aps/2/collections/service-plans")).toEqual([
    expect.objectContaining({ planId: 10001, name: { en_US: "Voice Basic" } }),
  ]);
  expect(await list(orders)).toEqual([
    expect.objectContaining({
      orderId: "e0c5b9d8-1a2b-4c3d-8e4f-5a6b7c8d9e01",
      orderNumber: "SO000001",
      provisioningStatus: "COMPLETED",
      creationDate: "2024-04-03T09:10:11Z",
      total: { value: "38.28", code: "USD" }, // (15.00 + 9.90 + 2 * 3.50) * 1.2
    }),
  ]);
  const billingRecord = "/aps/2/resources/b2b1d6a4-6f0c-4c5e-9a43-0d7f6a1e2c02/bssAccountInfo";
  expect(await list(billingRecord)).toEqual([expect.objectContaining({ accountId: 1000032 })]);
});

test("plans of a seed can be ordered, changed and renewed", async () => {
  const sandbox = await seeded(parsed());
  const place = (body: unknown) => send(sandbox, { method: "POST", target: orders, body });
  const [seededOrder] = parsed().orders ?? [];
  const sales = await place(seededOrder?.order);
  expect(json(await send(sandbox, { target: `${orders}/${text(sales, "orderId")}` }))).toMatchObject({
    orderNumber: "SO000002",
  });
  const subscriptionId = "9d8c7b6a-5e4f-4a3b-8c2d-1e0f9a8b7c01";
  for (const type of ["CHANGE", "RENEWAL", "CANCELLATION"]) {
    const reply = await place({ type, subscriptionId });
    expect(reply.status, reply.text).toBe(200);
  }
});

test("with nothing left out but what has a default", async () => {
  const sandbox = await seeded({ accounts: [], plans: [] });
  expect(items(await send(sandbox, { target: "/aps/2/collections/accounts" }))).toEqual([]);
  expect((await send(sandbox, { target: "/aps/2/services/order-manager" })).status).toBe(200);
});

test.each([
  { change: '"plans": [', to: '"plan": [', want: ["plans: ", 'seed: Unrecognized key: "plan"'] },
  { change: '"companyName": "Alpine', to: '"company": "Alpine', want: ["accounts[0].companyName: ", "accounts[0]: "] },
  {
    change: '"recurringFee": "9.90"',
    to: '"recurringFee": 9.9',
    want: ["plans[0].offers[0].recurringFee: Invalid input: expected string, received number"],
  },
  {
    change: '"monthlyFee": "3.50"',
    to: '"monthlyFee": "3,50"',
    want: ['plans[0].rates[0].monthlyFee: Expected an amount such as "12.50"'],
  },
  { change: '"MONTHS", "duration": 1', to: '"WEEKS", "duration": 0', want: ["plans[0].offers[0].period.unit: ", ""] },
  { change: "2024-04-03T09", to: "2024-04-31T09", want: ["orders[0].placedAt: Invalid ISO datetime"] },
  {
    change: "0d7f6a1e2c02",
    to: "0d7f6a1e2c01",
    want: ["accounts[1].apsId: b2b1d6a4-6f0c-4c5e-9a43-0d7f6a1e2c01 is already used by accounts[0].apsId"],
  },
  {
    change: '"type": "RESELLER"',
    to: '"type": "CLIENT"',
    want: ["accounts[1].parentId: b2b1d6a4-6f0c-4c5e-9a43-0d7f6a1e2c01 is not a reseller of this seed"],
  },
  {
    change: "7c9d0e1f2a02",
    to: "7c9d0e1f2a09",
    want: [
      'orders[0].order: Plan 4a1f0b7e-52c8-4d39-8e6b-7c9d0e1f2a01 has no resource "4a1f0b7e-52c8-4d39-8e6b-7c9d0e1f2a02"',
    ],
  },
  { change: '"type": "SALES"', to: '"type": "SALE"', want: ['orders[0].order: type "SALE" is unknown'] },
])("$to is refused with its place", async ({ change, to, want }) => {
  const seed: SandboxSeed = JSON.parse(example.replace(change, to));
  const error: unknown = await startSandbox({ seed }).then(
    (sandbox) => sandbox.close(),
    (reason) => reason,
  );
  if (!(error instanceof SeedError)) throw new Error("The seed was taken");
  expect(error.findings).toEqual(want.map((start) => expect.stringMatching(startingWith(start))));
  expect(error.message).toContain(`The seed is invalid:\n  ${error.findings[0]}`);
});

test("a data file keeps its seed and rejects another", async () => {
  const folder = await mkdtemp(join(tmpdir(), "apsdirect-data-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const data = join(folder, "sandbox.data");
  const first = await startSandbox({ data, seed: parsed() });
  const before = items(await send(first, { target: "/aps/2/resources" }));
  await first.close();
  for (const options of [{ data }, { data, seed: parsed() }]) {
    const again = await startSandbox(options);
    expect(items(await send(again, { target: "/aps/2/resources" }))).toEqual(before);
    expect(items(await send(again, { target: orders }))).toHaveLength(1);
    await again.close();
  }
  await expect(startSandbox({ data, seed: { ...parsed(), orders: [] } })).rejects.toThrow(
    "was created with another seed. Omit the seed or choose another file.",
  );
});

function parsed(): SandboxSeed {
  return JSON.parse(example);
}

async function seeded(seed: SandboxSeed): Promise<Sandbox> {
  const sandbox = await startSandbox({ seed });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

function startingWith(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[[\]().*+?]/g, "\\$&")}`);
}

test("terms of a plan are those of the orders for it, and reason codes are those of the seed", async () => {
  const { plans: [plan] = [], ...rest } = parsed();
  const terms = [{ title: "Voice services", url: "https://alpine-resale.example/terms" }];
  const reasonCodes = [{ code: "TOO_EXPENSIVE" }];
  const sandbox = await seeded({ ...rest, reasonCodes, plans: plan === undefined ? [] : [{ ...plan, terms }] });
  const [seededOrder] = rest.orders ?? [];
  const ask = (body: unknown) => send(sandbox, { method: "POST", target: `${orders}/termsconditions`, body });
  expect(json(await ask(seededOrder?.order))).toEqual(terms);
  expect(json(await ask({ type: "CANCELLATION", subscriptionId: "9d8c7b6a-5e4f-4a3b-8c2d-1e0f9a8b7c01" }))).toEqual([]);
  expect((await ask({ type: "SALES" })).status).toBe(500);
  expect(json(await send(sandbox, { target: "/aps/2/services/order-manager/reasonCodes" }))).toEqual(reasonCodes);
});

test("an order costs the reseller the same as the customer, and an invalid order has no price", async () => {
  const sandbox = await seeded(parsed());
  const [seededOrder] = parsed().orders ?? [];
  const ask = (what: string, body: unknown) => send(sandbox, { method: "POST", target: `${orders}/${what}`, body });
  expect(json(await ask("estimateCosts", seededOrder?.order))).toEqual(json(await ask("estimate", seededOrder?.order)));
  expect((await ask("estimateCosts", { type: "SALES" })).status).toBe(500);
});
