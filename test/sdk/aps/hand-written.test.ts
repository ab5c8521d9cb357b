import type { OrderRequest } from "apsdirect/aps";
import { describe, expect, test } from "vitest";
import { platform } from "../../support/platform.js";
import { answer, json } from "../../support/raw-server.js";

const id = "3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10";

describe("resources.call(", () => {
  test("sends its arguments, once unless it is safe, and returns JSON as its value", async () => {
    const { server, sdk } = await platform([json({ done: true })]);
    const body = { settings: [] };
    const data = await sdk.resources.call(id, {
      method: "POST",
      path: "/applyConfig",
      query: { timeout: 5, q: "a b" },
      body,
    });
    expect(server.requests[0]?.line).toBe(`POST /aps/2/resources/${id}/applyConfig?timeout=5&q=a%20b HTTP/1.1`);
    expect(JSON.parse(server.requests[0]?.body ?? "")).toEqual(body);
    expect(server.requests[0]?.headers.get("accept")).toBe("application/json");
    expect(data).toEqual({ done: true });
  });

  test("accepts RQL instead of parameters", async () => {
    const { server, sdk } = await platform([json([])]);
    await sdk.resources.call("order-manager", {
      path: "/orders",
      rql: (o) => [o.eq("orderNumber", "a(b)"), o.limit(0, 1)],
    });
    const target = "/aps/2/services/order-manager/orders?eq(orderNumber,a%28b%29),limit(0,1)";
    expect(server.requests[0]?.line).toBe(`GET ${target} HTTP/1.1`);
  });

  test("returns undefined for an empty body, with the headers of background work", async () => {
    const headers = { "aps-info": "Importing", "aps-retry-timeout": "30" };
    const { sdk } = await platform([answer("", { status: 202, headers })]);
    const response = await sdk.resources.call(id, { method: "POST", path: "/applyConfig", body: {} }).withResponse();
    expect(response.data).toBeUndefined();
    expect([response.status, response.headers.get("aps-retry-timeout")]).toEqual([202, "30"]);
  });

  test("is not repeated after a 503, because it may have been executed", async () => {
    const { server, sdk } = await platform([answer("", { status: 503 }), json({})]);
    const call = sdk.resources.call(id, { method: "POST", path: "/applyConfig" });
    await expect(call).rejects.toMatchObject({ code: "OUTCOME_UNKNOWN" });
    expect(server.requests).toHaveLength(1);
  });

  test.each(["GET", "PUT", "DELETE"] as const)(
    "sends a %s once as well, because it may be an action, unless the caller says that it is safe",
    async (method) => {
      const { server, sdk } = await platform([answer("", { status: 503 })]);
      const call = sdk.resources.call(id, { method, path: "/resetPassword" });
      await expect(call).rejects.toMatchObject({ code: "OUTCOME_UNKNOWN" });
      expect(server.requests).toHaveLength(1);
      const reading = await platform([answer("", { status: 503 }), json({})]);
      expect(await reading.sdk.resources.call(id, { method, path: "/limits", safety: "safe" })).toEqual({});
      expect(reading.server.requests).toHaveLength(2);
    },
  );

  test("has an unknown outcome if the response claims to be JSON and is not", async () => {
    const { sdk } = await platform([answer("{", { headers: { "content-type": "application/json" } })]);
    await expect(sdk.resources.call(id, { path: "/start" })).rejects.toMatchObject({
      code: "OUTCOME_UNKNOWN",
      cause: { code: "RESPONSE_INVALID" },
    });
  });

  test.each(["orders", "/a?b", "/a#b", "/{a}"])("refuses the path %s", async (path) => {
    const { sdk } = await platform([json({})]);
    expect(() => sdk.resources.call(id, { path })).toThrow(TypeError);
  });

  test("refuses a path to another resource, and a target that is neither an ID nor an alias", async () => {
    const { server, sdk } = await platform([json({})]);
    await expect(sdk.resources.call(id, { path: "/../../types" })).rejects.toMatchObject({ code: "REQUEST_INVALID" });
    expect(() => sdk.resources.call("../types", { path: "/a" })).toThrow(/APS ID or the alias of a service/);
    expect(server.requests).toEqual([]);
  });
});

describe("a body is decoded by its content type", () => {
  // A gzip header, and bytes that are not UTF-8.
  const bytes = Buffer.from([0x1f, 0x8b, 0x08, 0x00, 0xff, 0xfe, 0x00, 0xc3, 0x28]);
  const utf8 = Buffer.from("größer");
  const latin1 = Buffer.from("größer", "latin1");

  const kinds: readonly { readonly type: string | undefined; readonly body: Buffer; readonly want: unknown }[] = [
    { type: "application/json", body: Buffer.from('{"a":"ö"}'), want: { a: "ö" } },
    { type: "application/vnd.aps+json; charset=utf-8", body: Buffer.from("[1]"), want: [1] },
    { type: "text/plain", body: utf8, want: "größer" },
    { type: "text/csv;charset=ISO-8859-1", body: latin1, want: "größer" },
    { type: "application/xml", body: utf8, want: "größer" },
    { type: "image/svg+xml", body: utf8, want: "größer" },
    { type: "application/x-www-form-urlencoded", body: Buffer.from("a=b"), want: "a=b" },
    { type: "application/octet-stream", body: bytes, want: bytes },
    { type: "application/zip", body: bytes, want: bytes },
    { type: "image/png", body: utf8, want: utf8 },
    { type: undefined, body: utf8, want: "größer" },
    { type: undefined, body: bytes, want: bytes },
  ];

  test.each(kinds.map((kind, index) => ({ index, label: kind.type ?? "no content type", ...kind })))(
    "$index: $label",
    async ({ type, body, want }) => {
      const { sdk } = await platform([
        (socket) => {
          const line = type === undefined ? "" : `content-type: ${type}\r\n`;
          socket.write(`HTTP/1.1 200 OK\r\n${line}content-length: ${body.length}\r\n\r\n`);
          socket.write(body);
        },
      ]);
      for (const read of [sdk.resources.call(id, { path: "/backup" }), sdk.resources.getProperty(id, "backup")]) {
        const data = await read;
        if (!(data instanceof Blob)) {
          expect(data).toEqual(want);
          continue;
        }
        expect(data.type).toBe(type ?? "");
        expect(Buffer.from(await data.arrayBuffer())).toEqual(want);
      }
    },
  );
});

describe("resources.getProperty(", () => {
  const plain = { "content-type": "text/plain;charset=UTF-8" };
  test.each([
    { sent: json("DE811907980"), want: "DE811907980" },
    { sent: answer("DE811907980", { headers: plain }), want: "DE811907980" },
    { sent: answer("0123", { headers: plain }), want: "0123" },
    { sent: json(1000031), want: 1000031 },
    { sent: answer("", { status: 204 }), want: undefined },
  ])("reads $want", async ({ sent, want }) => {
    const { server, sdk } = await platform([sent]);
    expect(await sdk.resources.getProperty(id, "taxRegId")).toBe(want);
    expect(server.requests[0]?.line).toBe(`GET /aps/2/resources/${id}/taxRegId HTTP/1.1`);
  });
});

test("types.getByTypeId( sends the ID unchanged, and returns undefined for a missing type", async () => {
  const type = { id: "http://www.odin.com/billing/order-management/1.22", name: "OrderManagementApplication" };
  const { server, sdk } = await platform([json([type]), json([])]);
  expect(await sdk.types.getByTypeId(type.id)).toEqual(type);
  expect(server.requests[0]?.line).toBe(`GET /aps/2/types?id=${type.id} HTTP/1.1`);
  expect(await sdk.types.getByTypeId("http://example.com/none/1.0")).toBeUndefined();
});

describe("accounts.create(", () => {
  const account = { companyName: "Proseware GmbH", parent: { aps: { id: "reseller" } } };

  test("creates billing information, account and administrator in one request, linked to each other", async () => {
    const { server, sdk } = await platform([
      (socket, { body }) => void socket.write(json(JSON.parse(body), { status: 200 })),
    ]);
    const administrator = { login: "eva@proseware.example", password: "s3cret" };
    const created = await sdk.accounts.create({ account, billing: { taxRegId: "DE811907980" }, administrator });
    const [billing, customer, admin, ...others] = JSON.parse(server.requests[0]?.body ?? "");
    expect(server.requests.map(({ line }) => line)).toEqual(["POST /aps/2/resources HTTP/1.1"]);
    expect(others).toEqual([]);
    expect(billing).toEqual({
      aps: { type: "http://parallels.com/pa/bss-account-info/1.0", id: created.bssAccountInfoId },
      taxRegId: "DE811907980",
    });
    expect(customer).toMatchObject({
      ...account,
      type: "CLIENT",
      aps: { type: "http://parallels.com/aps/types/pa/account/1.2", id: created.accountId },
      bssAccountInfo: { aps: { id: created.bssAccountInfoId } },
    });
    expect(admin).toMatchObject({ ...administrator, organization: { aps: { id: created.accountId } } });
    expect(admin.aps.id).toBe(created.administratorId);
    expect(created.account).toEqual(customer);
    expect(created.administrator).toEqual(admin);
  });

  test("returns the APS IDs even if the platform returned no body yet", async () => {
    const { sdk } = await platform([answer("", { status: 202 })]);
    const created = await sdk.accounts.create({ account });
    expect(created).toMatchObject({ account: undefined, bssAccountInfo: undefined, administratorId: undefined });
    expect(created.accountId).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  });

  test("is sent once", async () => {
    const { server, sdk } = await platform([answer("", { status: 502 }), json([])]);
    await expect(sdk.accounts.create({ account })).rejects.toMatchObject({ code: "OUTCOME_UNKNOWN" });
    expect(server.requests).toHaveLength(1);
  });
});

describe("an order is refused before anything is sent", () => {
  const period = { unit: "MONTHS", duration: 1 } as const;
  const product = { planId: "p-1", period };
  const sales = { type: "SALES", accountId: "a-1", products: [product] };
  const textual = [{ resourceId: "r-1", amount: "8" }];
  test.each([
    {
      order: { ...sales, accountId: undefined },
      want: "$.accountId: expected a value of type string, found nothing",
    },
    { order: { ...sales, products: [] }, want: "$.products: expected a length of at least 1 (items), found []" },
    ...[
      { duration: -1, want: "expected at least 1, found -1" },
      { duration: 0, want: "expected at least 1, found 0" },
      { duration: 1.5, want: "expected a whole number, found 1.5" },
    ].map(({ duration, want }) => ({
      order: { ...sales, products: [{ ...product, period: { ...period, duration } }] },
      want: `$.products[0].period.duration: ${want}`,
    })),
    {
      order: { ...sales, products: [{ ...product, resources: textual }] },
      want: '$.products[0].resources[0].amount: expected a value of type number, found "8"',
    },
    {
      order: { type: "CHANGE", subscriptionId: "s-1", resources: textual },
      want: '$.resources[0].amount: expected a value of type number, found "8"',
    },
  ])("$want", async ({ order, want }) => {
    const { server, sdk } = await platform([json({ orderId: "o-1" })]);
    for (const method of ["create", "estimate", "estimateCosts", "termsAndConditions"] as const) {
      const refused = sdk.orders[method](order as OrderRequest);
      const [path = ""] = want.split(": ");
      await expect(refused).rejects.toMatchObject({ code: "REQUEST_INVALID", issues: [{ path }] });
      await expect(refused).rejects.toThrow(
        `orders.${method}: nothing was sent, because the request is invalid.\n  ${want}`,
      );
    }
    expect(server.requests).toEqual([]);
  });
});

test("the error of a refused order quotes the reason, although a 500 proves nothing", async () => {
  const said = { error: "OrderValidationException", message: "accountId is not set" };
  const { sdk } = await platform([json(said, { status: 500 })]);
  const order = sdk.orders.create({ type: "CANCELLATION", subscriptionId: "s-1" });
  await expect(order).rejects.toMatchObject({ code: "OUTCOME_UNKNOWN", cause: { status: 500, body: said } });
});
