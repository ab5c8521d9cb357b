import { ApsClient, type ApsClientOptions } from "apsdirect";
import { unchecked } from "apsdirect/runtime";
import { describe, expect, onTestFinished, test } from "vitest";
import { credentials } from "../../support/credentials.js";
import { answer, json, type RawServer, startRawServer } from "../../support/raw-server.js";

const id = "3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10";
const service = "6c0e9b7a-2d5f-4e81-b3a4-9f7d1c8e5b02";

/** A platform that answers each look-up of a service with its APS ID, and all else with the same. */
async function bus(options: ApsClientOptions, body: unknown = []): Promise<{ server: RawServer; sdk: ApsClient }> {
  const server = await startRawServer((socket, { line }) => {
    const isLookUp = line.includes("select(aps.id),limit(0,1) ");
    socket.write(json(isLookUp ? [{ aps: { id: service, type: "service" } }] : body));
  });
  onTestFinished(() => server.close());
  return { server, sdk: new ApsClient({ baseUrl: server.origin, credentials, maxRetries: 0, ...options }) };
}

const off = { validation: { request: "off", response: "off" } } as const;
const none = unchecked<never>({});

/** A call of each group, and where it goes by alias and through resources. */
const calls: readonly (readonly [string, (sdk: ApsClient) => PromiseLike<unknown>, string, string])[] = [
  ["controller", (sdk) => sdk.controller.get(off), "/aps", "/aps"],
  ["types", (sdk) => sdk.types.get("412", off), "/aps/2/types/412", "/aps/2/types/412"],
  ["resources", (sdk) => sdk.resources.get(id, off), `/aps/2/resources/${id}`, `/aps/2/resources/${id}`],
  [
    "resources.listCollection",
    (sdk) => sdk.resources.listCollection("service-plans", "limit(0,1)", off).all({ max: 1 }),
    "/aps/2/collections/service-plans?limit(0,1)",
    "/aps/2/resources?implementing(http://www.odin.com/billing/ServicePlan/1.0),limit(0,1)",
  ],
  [
    "resources.getService",
    (sdk) => sdk.resources.getService("order-manager", off),
    "/aps/2/services/order-manager",
    `/aps/2/resources/${service}`,
  ],
  [
    "resources.call",
    (sdk) => sdk.resources.call("order-manager", { path: "/push", query: { force: true, none: undefined } }, off),
    "/aps/2/services/order-manager/push?force=true",
    `/aps/2/resources/${service}/push?force=true`,
  ],
  [
    "accounts",
    (sdk) => sdk.accounts.list((a) => [a.eq("type", "CLIENT"), a.limit(0, 1)], off).all({ max: 1 }),
    "/aps/2/collections/accounts?eq(type,CLIENT),limit(0,1)",
    "/aps/2/resources?implementing(http://parallels.com/aps/types/pa/account/1.2),eq(type,CLIENT),limit(0,1)",
  ],
  [
    "users",
    (sdk) => sdk.users.listAdmins("limit(0,1)", off).all({ max: 1 }),
    "/aps/2/collections/pa-admin-users?limit(0,1)",
    "/aps/2/resources?implementing(http://parallels.com/aps/types/pa/admin-user/1.2),limit(0,1)",
  ],
  [
    "users.listCoreAdmins",
    (sdk) => sdk.users.listCoreAdmins("limit(0,1)", off).all({ max: 1 }),
    "/aps/2/collections/admin-users?limit(0,1)",
    "/aps/2/resources?implementing(http://aps-standard.org/types/core/admin-user/1.0),limit(0,1)",
  ],
  [
    "users.listServiceUsers",
    (sdk) => sdk.users.listServiceUsers("limit(0,1)", off).all({ max: 1 }),
    "/aps/2/collections/pa-service-users?limit(0,1)",
    "/aps/2/resources?implementing(http://parallels.com/aps/types/pa/service-user/1.2),limit(0,1)",
  ],
  [
    "subscriptions",
    (sdk) => sdk.subscriptions.list("limit(0,1)", off).all({ max: 1 }),
    "/aps/2/collections/subscriptions?limit(0,1)",
    "/aps/2/resources?implementing(http://parallels.com/aps/types/pa/subscription/1.0),limit(0,1)",
  ],
  [
    "bssSubscriptions",
    (sdk) => sdk.bssSubscriptions.list("limit(0,1)", off).all({ max: 1 }),
    "/aps/2/collections/bss-subscriptions?limit(0,1)",
    "/aps/2/resources?implementing(http://www.odin.com/billing/Subscription/1.0),limit(0,1)",
  ],
  [
    "servicePlans",
    (sdk) => sdk.servicePlans.list("limit(0,1)", off).all({ max: 1 }),
    "/aps/2/collections/service-plans?limit(0,1)",
    "/aps/2/resources?implementing(http://www.odin.com/billing/ServicePlan/1.0),limit(0,1)",
  ],
  [
    "orders",
    (sdk) => sdk.orders.estimate(none, { ...off, includeTaxes: false }),
    "/aps/2/services/order-manager/orders/estimate?includeTaxes=false",
    `/aps/2/resources/${service}/orders/estimate?includeTaxes=false`,
  ],
  [
    "orders.list",
    (sdk) => sdk.orders.list("limit(0,1)", off).all({ max: 1 }),
    "/aps/2/services/order-manager/orders?limit(0,1)",
    `/aps/2/resources/${service}/orders?limit(0,1)`,
  ],
  [
    "discounts",
    (sdk) => sdk.discounts.listDeals(none, off),
    "/aps/2/services/discount-manager/deals",
    `/aps/2/resources/${service}/deals`,
  ],
  [
    // The alias is not confirmed, so this is one way in both.
    "paymentMethods",
    (sdk) => sdk.paymentMethods.listPaymentSystems({ ...off, accountId: id }),
    `/aps/2/resources/${service}/paymentSystems?accountId=${id}`,
    `/aps/2/resources/${service}/paymentSystems?accountId=${id}`,
  ],
  [
    "payments",
    (sdk) => sdk.payments.list({ ...off, accountId: id }),
    `/aps/2/resources/${service}/payments?accountId=${id}`,
    `/aps/2/resources/${service}/payments?accountId=${id}`,
  ],
];

describe.each(calls)("%s", (_, call, byAlias, throughResources) => {
  test.each([
    { addressing: "aliases", want: byAlias },
    { addressing: "resources", want: throughResources },
  ] as const)("goes to $want", async ({ addressing, want }) => {
    const { server, sdk } = await bus({ addressing });
    await call(sdk);
    expect(server.requests.at(-1)?.line.split(" ")[1]).toBe(want);
  });
});

test("a service is looked up once for a client, also by calls at once", async () => {
  const { server, sdk } = await bus({ addressing: "resources" }, { orderId: "o-1" });
  await Promise.all(Array.from({ length: 5 }, () => sdk.orders.get("o-1")));
  await sdk.orders.get("o-2");
  const lookUps = server.requests.filter(({ line }) => line.includes("implementing("));
  expect(lookUps.map(({ line }) => line)).toEqual([
    "GET /aps/2/resources?implementing(http://www.odin.com/billing/order-management),select(aps.id),limit(0,1) HTTP/1.1",
  ]);
  expect(server.requests).toHaveLength(7);
});

test("a look-up that failed is made again by the next call, and no order is sent in between", async () => {
  const server = await startRawServer(
    answer("busy", { status: 403 }),
    json([{ aps: { id: service, type: "service" } }]),
    json({ orderId: "o-1" }),
  );
  onTestFinished(() => server.close());
  const sdk = new ApsClient({ baseUrl: server.origin, credentials, addressing: "resources" });
  const order = { type: "CANCELLATION", subscriptionId: "s-1" } as const;
  await expect(sdk.orders.create(order)).rejects.toMatchObject({ status: 403 });
  expect(await sdk.orders.create(order)).toEqual({ orderId: "o-1" });
  expect(server.requests.map(({ line }) => line.split(" ")[0])).toEqual(["GET", "GET", "POST"]);
});

test("a service that is not installed, and an alias that has no known type, are said to be so", async () => {
  const server = await startRawServer(json([]));
  onTestFinished(() => server.close());
  const sdk = new ApsClient({ baseUrl: server.origin, credentials, addressing: "resources" });
  await expect(sdk.orders.get("o-1")).rejects.toThrow(/order-manager was not found.*is it installed/s);
  await expect(sdk.resources.call("no-manager", { path: "/a" })).rejects.toThrow(
    /type of the service no-manager is not/s,
  );
  await expect(sdk.resources.listCollection("none").all({ max: 1 })).rejects.toThrow(/collection none is not known/s);
});

test("there are two ways of addressing", () => {
  const options = { baseUrl: "https://cp.provider.example", credentials, addressing: unchecked<"aliases">([]) };
  expect(() => new ApsClient(options)).toThrow(/addressing must be "aliases" or "resources"/);
});
