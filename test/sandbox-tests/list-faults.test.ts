import { type Fault, type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { apsSample } from "./sample.js";
import { items, json, send, text } from "./signed-request.js";

const orders = "/aps/2/services/order-manager/orders";
const sales = Object(apsSample("placeOrder-sales").request.body);
const started = Date.parse("2024-05-01T12:00:00Z");
let time = started;
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ now: () => time });
  for (const _ of [1, 2, 3]) await call("POST", orders, sales);
});
beforeEach(() => sandbox.faults.replace([]));
afterAll(() => sandbox.close());

function call(method: string, target: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) {
  return send(sandbox, { method, target, body, headers, now: () => time });
}

function listed(query: string, ...faults: readonly Fault[]) {
  sandbox.faults.replace(faults);
  return call("GET", `${orders}${query}`);
}

describe("a list that does not know its filter", () => {
  const filter = "?eq(orderNumber,SO000002)";
  test.each<{ fault: Fault; status: number; found: number }>([
    { fault: { kind: "filters", how: "ignored" }, status: 200, found: 3 },
    { fault: { kind: "filters", how: "empty" }, status: 200, found: 0 },
    { fault: { kind: "filters", how: "refused" }, status: 400, found: 0 },
    { fault: { kind: "filters", how: "refused", status: 500 }, status: 500, found: 0 },
  ])("$fault.how: $status", async ({ fault, status, found }) => {
    const reply = await listed(filter, fault);
    expect(reply.status).toBe(status);
    if (status === 200) expect(items(reply)).toHaveLength(found);
    expect(sandbox.requests.at(-1)).toMatchObject({ target: `${orders}${filter}`, signature: { ok: true } });
  });

  test("sorts, pages and selects all the same, and so does a list without a filter", async () => {
    const query = "?sort(-orderNumber),limit(0,1),select(orderNumber)";
    for (const how of ["ignored", "empty", "refused"] as const) {
      expect(items(await listed(query, { kind: "filters", how }))).toEqual([{ orderNumber: "SO000003" }]);
    }
    const reply = await listed(`${query},eq(orderNumber,SO000002)`, { kind: "filters", how: "ignored" });
    expect(items(reply)).toEqual([{ orderNumber: "SO000003" }]);
    expect(reply.headers["content-range"]).toBe("items 0-0/3");
  });

  test("does not affect responses that are not lists", async () => {
    sandbox.faults.replace([{ kind: "filters", how: "refused" }]);
    expect((await call("POST", `${orders}/estimate?includeTaxes=false`, sales)).status).toBe(200);
  });
});

test("properties are hidden, and go by another name, in a list and by themselves", async () => {
  const faults: readonly Fault[] = [
    { kind: "hidden-properties", properties: ["accountId", "products"] },
    { kind: "renamed-property", property: "orderId", to: "id" },
  ];
  const [first] = items(await listed("?limit(0,1)", ...faults));
  expect(first).toMatchObject({ id: expect.any(String), orderNumber: "SO000001" });
  expect(Object.keys(Object(first))).not.toContain("orderId");
  expect(Object.keys(Object(first))).not.toContain("accountId");
  const alone = json(await call("GET", `${orders}/${Object(first).id}`));
  expect(alone).toEqual(first);
});

test("a list without pages is the same at every limit, and says nothing of a total", async () => {
  for (const limit of ["limit(0,1)", "limit(1,1)", "limit(9,1)"]) {
    const reply = await listed(`?sort(orderNumber),${limit}`, { kind: "unpaged" });
    expect([reply.status, reply.headers["content-range"], items(reply).length]).toEqual([200, undefined, 3]);
  }
});

test.each([
  { by: -1, range: "items 0-2/2" },
  { by: 2, range: "items 0-2/5" },
  { by: -9, range: "items 0-2/0" },
])("a total is wrong by $by", async ({ by, range }) => {
  expect((await listed("", { kind: "wrong-total", by })).headers["content-range"]).toBe(range);
});

test.each([
  { wish: "filters=refused;status=500", target: `${orders}?eq(type,SALES)`, status: 500 },
  { wish: "filters=empty", target: `${orders}?eq(type,SALES)`, status: 200 },
  { wish: "hidden-properties=accountId products", target: orders, status: 200 },
  { wish: "renamed-property=orderId;to=id, unpaged, wrong-total=-1", target: orders, status: 200 },
  { wish: 'body={"error":"maintenance"};status=201', target: orders, status: 201 },
  { wish: "body=%5B1%2C2%5D", target: orders, status: 200 },
  { wish: "body=5", target: orders, status: 200 },
  { wish: "filters=lost", target: orders, status: 400 },
  { wish: "hidden-properties", target: orders, status: 400 },
  { wish: "wrong-total", target: orders, status: 400 },
  { wish: "late", target: orders, status: 400 },
])("x-sandbox-fault takes $wish: $status", async ({ wish, target, status }) => {
  const reply = await call("GET", target, undefined, { "X-Sandbox-Fault": wish });
  expect(reply.status, reply.text).toBe(status);
});

describe("a success with a wrong body", () => {
  test.each(['{"error":"maintenance"}', "[]", '"queued"', "null", '{"orderId":null}'])("%s", async (body) => {
    const count = async () => items(await listed("")).length;
    const before = await count();
    sandbox.faults.replace([{ kind: "body", body, path: orders }]);
    expect(await call("POST", orders, sales)).toMatchObject({ status: 200, text: body });
    expect(await count()).toBe(before);
    sandbox.faults.replace([{ kind: "body", body, path: orders, when: "after" }]);
    expect((await call("POST", orders, sales)).text).toBe(body);
    expect(await count()).toBe(before + 1);
  });
});

describe("a request that is executed late", () => {
  test("finds its connection reset at once, and is executed and dated by the clock when its time has come", async () => {
    const before = items(await listed("")).length;
    sandbox.faults.replace([{ kind: "late", milliseconds: 300_000, times: 1 }]);
    await expect(call("POST", orders, sales)).rejects.toThrow(/hang up|ECONNRESET/);
    expect(sandbox.requests.at(-1)).toMatchObject({ status: 0, faults: ["late"] });
    const sentAt = time;
    time = sentAt + 299_999;
    expect(items(await listed(""))).toHaveLength(before);
    time = sentAt + 360_000;
    const [newest, ...older] = items(await listed("?sort(-creationDate)"));
    expect(older).toHaveLength(before);
    expect(newest).toMatchObject({ creationDate: new Date(sentAt + 300_000).toISOString().replace(".000", "") });
  });

  test("of several, each at its time", async () => {
    const sentAt = time;
    sandbox.faults.replace([{ kind: "late", milliseconds: 20_000, times: 1 }]);
    await expect(call("POST", orders, sales)).rejects.toThrow();
    sandbox.faults.replace([{ kind: "late", milliseconds: 10_000, times: 1 }]);
    await expect(
      call("POST", orders, { ...sales, products: [{ ...sales.products[0], resources: [] }] }),
    ).rejects.toThrow();
    time += 30_000;
    const [last, first] = items(await listed("?sort(-creationDate)")).map((order) => Object(order));
    expect([first.products[0].resources, last.products[0].resources]).toEqual([[], sales.products[0].resources]);
    expect(Date.parse(last.creationDate) - Date.parse(first.creationDate)).toBe(10_000);
    expect(Date.parse(first.creationDate)).toBe(sentAt + 10_000);
  });
});

test("a silent platform keeps the connection open and executes the request", async () => {
  const before = items(await listed("")).length;
  sandbox.faults.replace([{ kind: "silence", when: "after", path: orders, times: 1 }]);
  const silent = call("POST", orders, sales).then(
    () => "answered",
    () => "closed",
  );
  await expect.poll(() => sandbox.requests.at(-1)?.faults).toEqual(["silence"]);
  const patience = new Promise((resolve) => setTimeout(resolve, 100, "still silent"));
  expect(await Promise.race([silent, patience])).toBe("still silent");
  expect(items(await listed(""))).toHaveLength(before + 1);
});

test("an order contains the ordered items, and every response is dated by the sandbox's clock", async () => {
  const { subscriptionId, ...change } = Object(apsSample("placeOrder-change").request.body);
  const placed = await call("POST", orders, { subscriptionId, ...change });
  expect(Date.parse(String(placed.headers.date))).toBe(Math.floor(time / 1000) * 1000);
  const order = json(await call("GET", `${orders}/${text(placed, "orderId")}`));
  expect(order).toMatchObject({ ...change, subscriptionId });
  const [sale] = items(await listed("?eq(orderNumber,SO000001)"));
  expect(sale).toMatchObject({ accountId: sales.accountId, products: sales.products });
});
