import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { items, json, send } from "./signed-request.js";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

async function list(query: string, path = "/aps/2/collections/accounts") {
  const reply = await send(sandbox, { target: query === "" ? path : `${path}?${query}` });
  expect(reply.status, reply.text).toBeLessThan(300);
  return items(reply);
}

async function names(query: string) {
  return (await list(query)).map((account) => account["companyName"]);
}

const fabs = ["Fabrikam", "Fab (A) Industries"];

describe("RQL over the seeded accounts", () => {
  test.each([
    { query: "eq(type,RESELLER)", want: ["Woodgrove Resale", "Fourth Coffee Distribution"] },
    { query: "type=RESELLER", want: ["Woodgrove Resale", "Fourth Coffee Distribution"] },
    { query: "eq(id,1000033)", want: ["Fabrikam"] },
    { query: "eq(id,x)", want: [] },
    { query: "eq(locked,false),eq(id,1000033)", want: ["Fabrikam"] },
    { query: "eq(locked,true())", want: [] },
    { query: "ne(type,CLIENT)", want: ["Woodgrove Resale", "Fourth Coffee Distribution"] },
    { query: "gt(id,1000040)", want: ["Litware = 1+1; more"] },
    { query: "ge(id,1000040)", want: ["Star*Light Events", "Litware = 1+1; more"] },
    { query: "lt(id,1000021)", want: ["Woodgrove Resale"] },
    { query: "le(id,1000021)", want: ["Woodgrove Resale", "Fourth Coffee Distribution"] },
    { query: "ge(aps.modified,2024-03-21T00:00:00Z)", want: ["Litware = 1+1; more"] },
    { query: "like(companyName,Fab*)", want: fabs },
    { query: "like(companyName,fab*)", want: [] },
    { query: "like(companyName,**rikam**)", want: ["Fabrikam"] },
    { query: "like(companyName,Fab%20?%41?*)", want: ["Fab (A) Industries"] },
    { query: "like(companyName,Fab%20%28A%29*)", want: ["Fab (A) Industries"] },
    { query: "like(companyName,*%2A*)", want: ["Star*Light Events"] },
    { query: "like(companyName,*%25*)", want: ["100% Pure"] },
    { query: "eq(companyName,Fab%20%28A%29%20Industries)", want: ["Fab (A) Industries"] },
    { query: "eq(companyName,Adatum%2C%20Ltd.)", want: ["Adatum, Ltd."] },
    { query: "eq(companyName,O%27Hara%20Marine)", want: ["O'Hara Marine"] },
    { query: "eq(companyName,Baker%20%26%20Sons)", want: ["Baker & Sons"] },
    { query: "eq(companyName,Z%C3%BCrcher%20K%C3%A4serei)", want: ["Zürcher Käserei"] },
    { query: "eq(companyName,100%25%20Pure)", want: ["100% Pure"] },
    { query: "eq(companyName,Star%2ALight%20Events)", want: ["Star*Light Events"] },
    { query: "eq(companyName,Litware%20%3D%201%2B1%3B%20more)", want: ["Litware = 1+1; more"] },
    { query: "eq(techContact.email,mw@aps.test)", want: ["Woodgrove Resale"] },
    { query: "in(companyName,(Fabrikam,Fab%20%28A%29%20Industries))", want: fabs },
    { query: "like(companyName,Fab*),out(id,(1000033,1))", want: ["Fab (A) Industries"] },
    { query: "and(like(companyName,Fab*),gt(id,1000033))", want: ["Fab (A) Industries"] },
    { query: "or(eq(id,1000033),eq(id,1000034))", want: fabs },
    { query: "(id=1000033|id=1000034)", want: fabs },
    { query: "like(companyName,Fab*)&not(eq(id,1000033))", want: ["Fab (A) Industries"] },
    { query: "eq(parent,null()),eq(type,RESELLER),like(companyName,W*)", want: ["Woodgrove Resale"] },
    { query: "eq(addressPostal.region,empty()),eq(id,1000033)", want: ["Fabrikam"] },
    { query: "ne(nickname,null())", want: [] },
    { query: "eq(nickname,x)", want: [] },
    { query: "ne(nickname,x)", want: [] },
    { query: "ne(constructor,x)", want: [] },
    { query: "implementing(http://aps-standard.org/types/core/account),eq(id,1000033)", want: ["Fabrikam"] },
    { query: "like(companyName,Fab*),sort(+companyName)", want: ["Fab (A) Industries", "Fabrikam"] },
    { query: "like(companyName,Fab*),sort(%2BcompanyName)", want: ["Fab (A) Industries", "Fabrikam"] },
    { query: "like(companyName,Fab*),sort(-id)", want: ["Fab (A) Industries", "Fabrikam"] },
    {
      query: "le(id,1000032),sort(-type,+companyName)",
      want: ["Fourth Coffee Distribution", "Woodgrove Resale", "Northwind Traders", "Tailspin Toys"],
    },
    { query: "sort(id),limit(2,2)", want: ["Northwind Traders", "Tailspin Toys"] },
    { query: "sort(id),limit(12)", want: ["Litware = 1+1; more"] },
    { query: "limit(100,5)", want: [] },
  ])("$query", async ({ query, want }) => {
    expect(await names(query)).toEqual(want);
  });

  test("select keeps what it names, parts of the aps block among it, and nothing else", async () => {
    const [reseller] = await list("eq(techContact.email,mw@aps.test),select(aps.id,techContact.email,companyName)");
    expect(reseller).toEqual({
      aps: { id: "0f5a2d9c-1f63-4b0e-a4b7-7ec0b7c1d2e3" },
      companyName: "Woodgrove Resale",
      techContact: { email: "mw@aps.test" },
    });
  });

  test.each([
    { path: "admin-users", query: "organization.id=1000031", want: ["Ana"] },
    { path: "admin-users", query: "organization.id=1000032", want: [] },
    { path: "admin-users", query: "eq(organization.parent.companyName,Woodgrove%20Resale)", want: ["Ana"] },
    { path: "admin-users", query: "ne(organization.nickname,x)", want: [] },
    { path: "admin-users", query: "eq(organization.aps.id,3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10)", want: ["Ana"] },
    { path: "admin-users", query: "like(organization.companyName,North*),in(givenName,(Ana))", want: ["Ana"] },
    { path: "admin-users", query: "sort(organization.companyName)", want: ["Ana", "Integration"] },
  ])("conditions lead across links: $query", async ({ path, query, want }) => {
    const found = await list(query, `/aps/2/collections/${path}`);
    expect(found.map(({ givenName }) => givenName)).toEqual(want);
  });

  test("a list holds links only where select names them", async () => {
    const [plain] = await list("eq(id,1000031)");
    expect(Object.keys(plain ?? {})).not.toContain("parent");
    const [linked] = await list("eq(id,1000031),select(parent)");
    expect(linked).toMatchObject({ parent: { aps: { id: "0f5a2d9c-1f63-4b0e-a4b7-7ec0b7c1d2e3" } } });
  });
});

describe("addresses", () => {
  test.each([
    { path: "/aps/2/collections/service-plans", query: "select(planId)", want: 3 },
    { path: "/aps/2/collections/service-plans", query: "eq(subscriptionPeriods.period.unit,MONTHS)", want: 2 },
    { path: "/aps/2/collections/bss-subscriptions", query: "", want: 1 },
    { path: "/aps/2/resources", query: "implementing(http://parallels.com/aps/types/pa/account/1.2)", want: 13 },
    { path: "/aps/2/resources", query: "implementing(http://parallels.com/aps/types/pa/account/1)", want: 13 },
    { path: "/aps/2/resources/", query: "implementing(http://parallels.com/aps/types/pa/account)", want: 13 },
    { path: "/aps/2/resources", query: "implementing(http://parallels.com/aps/types/pa/account/1.3)", want: 0 },
    { path: "/aps/2/resources", query: "implementing(http://parallels.com/aps/types/pa/acc)", want: 0 },
    { path: "/aps/2/resources", query: "implementing(http://www.odin.com/billing/order-management)", want: 1 },
    {
      path: "/aps/2/collections/bss-subscriptions",
      query: "eq(account.aps.id,3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10)",
      want: 1,
    },
  ])("$path?$query has $want", async ({ path, query, want }) => {
    expect(await list(query, path)).toHaveLength(want);
  });
});

describe("windows", () => {
  test.each([
    { query: "limit(0,2)", status: 206, range: "items 0-1/13" },
    { query: "limit(12,5)", status: 206, range: "items 12-12/13" },
    { query: "limit(0,13)", status: 200, range: "items 0-12/13" },
    { query: "", status: 200, range: "items 0-12/13" },
    { query: "eq(id,1)", status: 200, range: "items */0" },
    { query: "limit(13,5)", status: 206, range: "items */13" },
  ])("$query answers $status, $range", async ({ query, status, range }) => {
    const reply = await send(sandbox, { target: `/aps/2/collections/accounts?${query}` });
    expect(reply.status).toBe(status);
    expect(reply.headers["content-range"]).toBe(range);
  });

  test("the total is left out where the caller does not want it", async () => {
    const headers = { "APS-Skip-Content-Range": "true" };
    const reply = await send(sandbox, { target: "/aps/2/collections/accounts?limit(0,2)", headers });
    expect(reply.status).toBe(200);
    expect(reply.headers["content-range"]).toBeUndefined();
    expect(items(reply)).toHaveLength(2);
  });
});

describe("a query the platform's parser cannot read is refused, though its signature is right", () => {
  const rawParentheses = "must be sent as ( and )";
  test.each([
    { query: "eq%28type%2CCLIENT%29", says: rawParentheses },
    { query: "eq%28type,CLIENT%29", says: rawParentheses },
    { query: "eq%28type%2CCLIENT%29=", says: rawParentheses },
    { query: "like(companyName,Fab*),eq%28type%2CCLIENT%29", says: rawParentheses },
    { query: "and(eq%28type%2CCLIENT%29,eq(id,1))", says: rawParentheses },
    { query: "not(eq%28type%2CCLIENT%29)", says: rawParentheses },
    { query: "in(type,%28CLIENT%2CRESELLER%29)", says: rawParentheses },
    { query: "sort(%28id%29)", says: rawParentheses },
    { query: "select%28aps.id%29", says: rawParentheses },
    { query: "eq(type", says: "RQL" },
    { query: "eq(type)", says: "operands" },
    { query: "CLIENT", says: "RQL" },
    { query: "approximately(type,CLIENT)", says: "approximately" },
    { query: "linkedWith(1a2b)", says: "linkedWith" },
    { query: "eq(type,%FF)", says: "RQL" },
    { query: "limit(-1,5)", says: "whole number" },
    { query: "limit(0,1),limit(1,1)", says: "twice" },
    { query: "a(".repeat(500), says: "RQL" },
  ])("$query", async ({ query, says }) => {
    const reply = await send(sandbox, { target: `/aps/2/collections/accounts?${query}` });
    expect(reply.status).toBe(400);
    expect(sandbox.requests.at(-1)?.signature.ok).toBe(true);
    expect(json(reply)).toMatchObject({ error: "APS::Util::Exception", message: expect.stringContaining(says) });
  });

  test("a pattern full of wildcards is answered at once", async () => {
    const pattern = "*a".repeat(2000);
    const started = performance.now();
    expect(await names(`like(companyName,${pattern})`)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
