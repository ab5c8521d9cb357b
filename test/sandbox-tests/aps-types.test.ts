import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { ApsClient, NotFoundError } from "apsdirect";
import { nodeFetch } from "apsdirect/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const northwind = "3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10";
const orderManagement = "http://www.odin.com/billing/order-management/1.22";
const coreAccount = "http://aps-standard.org/types/core/account/1.0";
const account = "http://parallels.com/aps/types/pa/account/1.2";

let sandbox: Sandbox;
let sdk: ApsClient;
beforeAll(async () => {
  sandbox = await startSandbox();
  const { baseUrl, credentials } = sandbox.aps;
  const validation = { response: "strict" } as const;
  sdk = new ApsClient({ baseUrl, credentials, fetch: nodeFetch({ ca: sandbox.certificate }), validation });
});
afterAll(() => sandbox.close());

async function idsOf(...query: Parameters<typeof sdk.types.list>): Promise<unknown> {
  return (await sdk.types.list(...query).all({ max: 100 })).map(({ id }) => id);
}

test("the library leads from a resource to its type, and from an id to all that the type says", async () => {
  const { aps } = await sdk.accounts.get(northwind);
  const number = aps.schema?.replace("/aps/2/types/", "") ?? "";
  const type = await sdk.types.get(number);
  expect(type).toMatchObject({
    aps: { id: number, href: aps.schema },
    id: account,
    implements: [coreAccount],
    properties: { companyName: { type: "string" }, locked: { type: "boolean" } },
  });
  expect(await sdk.types.getByTypeId(account)).toEqual(type);
  expect(await sdk.types.getByTypeId("http://example.com/none/1.0")).toBeUndefined();
  await expect(sdk.types.get("1")).rejects.toThrow(NotFoundError);
});

test("the operations of a service are those that the SDK calls", async () => {
  const { operations = {} } = (await sdk.types.getByTypeId(orderManagement)) ?? {};
  expect(operations["estimateOrder"]).toEqual({
    path: "/orders/estimate",
    verb: "POST",
    errorResponse: { type: "object" },
    parameters: {
      includeTaxes: { kind: "query", type: "boolean", required: false },
      order: { kind: "body", type: "object", required: true },
    },
  });
  expect(operations["getOrder"]?.parameters).toEqual({ orderId: { kind: "path", type: "string", required: true } });
});

describe("a list", () => {
  test("shows types without what is long, and pages like any other", async () => {
    const [first] = await sdk.types.list((t) => t.eq("id", orderManagement)).all({ max: 2 });
    expect(first).toEqual({
      aps: { id: "412", href: "/aps/2/types/412" },
      apsVersion: "2.0",
      name: "OrderManagementApplication",
      id: orderManagement,
      implements: ["http://aps-standard.org/types/core/application/1.0"],
    });
    for await (const { items, total } of sdk.types.list((t) => t.limit(0, 3)).pages()) {
      expect(items).toHaveLength(3);
      expect(total).toBeGreaterThan(10);
    }
  });

  test("finds what derives from a type, and what a type derives from", async () => {
    expect(await idsOf((t) => t.implementing(coreAccount))).toEqual([account, coreAccount]);
    expect(await idsOf((t) => t.composing(account))).toEqual([account, coreAccount]);
    expect(await idsOf((t) => t.implementing("http://www.odin.com/billing/order-management"))).toEqual([
      orderManagement,
    ]);
  });

  test("has the types of your own resources, each under a number that stays", async () => {
    const vault = "http://backup.example/vaults/2.1";
    const { aps } = (await sdk.resources.create({ aps: { type: vault }, size: 3 })) ?? {};
    const before = await sdk.types.getByTypeId(vault);
    await sdk.resources.create({ aps: { type: "http://backup.example/tapes/1.0" } });
    await sdk.resources.delete(aps?.id ?? "");
    expect(await sdk.types.getByTypeId(vault)).toEqual(before);
    expect(before).toMatchObject({ id: vault, name: "vaults", implements: [] });
  });
});
