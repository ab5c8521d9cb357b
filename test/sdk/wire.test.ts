import { ApsClient, RqlError, rql, verifyRequest } from "apsdirect";
import { expect, test } from "vitest";
import { credentials, secretFor } from "../support/credentials.js";
import { platform, rawServer } from "../support/platform.js";
import { json } from "../support/raw-server.js";

const account = { aps: { id: "3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10", type: "account" }, companyName: "Fab (A) Ltd" };

test("RQL stands on the wire exactly as it was built, and its signature verifies", async () => {
  const { server, sdk } = await platform([json([account])]);
  const accounts = sdk.accounts.list((a) => [
    a.eq("type", "CLIENT"),
    a.like("companyName", rql.pattern`${"Fab (A)"}*`),
    a.limit(0, 50),
  ]);
  expect(await accounts.all({ max: 50 })).toEqual([account]);

  expect(server.requests.map(({ line }) => line)).toEqual([
    "GET /aps/2/collections/accounts?eq(type,CLIENT),like(companyName,Fab%20%28A%29*),limit(0,50) HTTP/1.1",
  ]);
  const [request] = server.requests;
  const url = request?.line.split(" ")[1] ?? "";
  const verified = await verifyRequest(
    { method: "GET", url, headers: [...(request?.headers ?? [])] },
    { secretFor, publicUrl: server.origin },
  );
  expect(verified.consumerKey).toBe(credentials.consumerKey);
});

test("a nonce of 20 to 30 letters and digits is used once", async () => {
  const { server, sdk } = await platform([json(account)]);
  await Promise.all(Array.from({ length: 50 }, () => sdk.accounts.get("one")));
  const nonces = server.requests.map(
    ({ headers }) => /oauth_nonce="([^"]*)"/.exec(headers.get("authorization") ?? "")?.[1],
  );
  expect(new Set(nonces).size).toBe(50);
  for (const nonce of nonces) expect(nonce).toMatch(/^[A-Za-z0-9]{20,30}$/);
});

test("an order is sent as JSON, with what the method was given and nothing more", async () => {
  const { server, sdk } = await platform([json({ orderId: "o-1" })]);
  const order = {
    type: "SALES",
    accountId: "a-1",
    products: [{ planId: "p-1", period: { unit: "MONTHS", duration: 1 } }],
  } as const;
  expect(await sdk.orders.create({ ...order, products: [...order.products] })).toEqual({ orderId: "o-1" });
  const [request] = server.requests;
  expect(request?.line).toBe("POST /aps/2/services/order-manager/orders HTTP/1.1");
  expect(request?.headers.get("content-type")).toBe("application/json");
  expect(request?.headers.get("accept")).toBe("application/json");
  expect(request?.headers.get("cookie")).toBeUndefined();
  expect(JSON.parse(request?.body ?? "")).toEqual(order);
});

test.each([
  { given: "a b", want: "/aps/2/resources/a%20b" },
  { given: "a/b", want: "/aps/2/resources/a%2Fb" },
  { given: "a(b)'!*", want: "/aps/2/resources/a%28b%29%27%21%2A" },
  { given: "ä", want: "/aps/2/resources/%C3%A4" },
])("a path parameter is one segment: $given", async ({ given, want }) => {
  const { server, sdk } = await platform([json(account)]);
  await sdk.resources.get(given);
  expect(server.requests[0]?.line).toBe(`GET ${want} HTTP/1.1`);
});

test.each(["..", ".", "", "\ud800"])("a path parameter that would leave its place is refused: %j", async (given) => {
  const { server, sdk } = await platform([json(account)]);
  await expect(sdk.resources.get(given)).rejects.toMatchObject({ code: "REQUEST_INVALID" });
  expect(server.requests).toEqual([]);
});

test("query parameters stand beside call options in the last argument", async () => {
  const { server, sdk } = await platform([json({ total: { value: "1.00", code: "USD" } })]);
  const cancellation = { type: "CANCELLATION", subscriptionId: "s-1" } as const;
  await sdk.orders.estimate(cancellation, { includeTaxes: false, timeout: 5_000 });
  expect(server.requests[0]?.line).toBe(
    "POST /aps/2/services/order-manager/orders/estimate?includeTaxes=false HTTP/1.1",
  );
});

test("text is sent as it was given, and refused where a URL parser would change it", async () => {
  const { server, sdk } = await platform([json([])]);
  await sdk.accounts.list("eq(type,CLIENT),limit(0,1)").all({ max: 1 });
  expect(server.requests[0]?.line).toContain("?eq(type,CLIENT),limit(0,1) ");
  expect(() => sdk.accounts.list("eq(companyName,a b)")).toThrow(RqlError);
});

test("behind a gateway, the URL that is signed is the one the platform believes in", async () => {
  const server = await rawServer(json(account));
  const sdk = new ApsClient({
    baseUrl: `${server.origin}/gateway`,
    credentials,
    signatureBaseUrl: "https://api.gate-provider.test:10443/reseller",
  });
  await sdk.accounts.get("one");
  const [request] = server.requests;
  expect(request?.line).toBe("GET /gateway/aps/2/resources/one HTTP/1.1");
  const seen = { method: "GET", headers: [...(request?.headers ?? [])] };
  const url = "https://api.gate-provider.test:10443/reseller/aps/2/resources/one";
  await expect(verifyRequest({ ...seen, url }, { secretFor })).resolves.toBeDefined();
});
