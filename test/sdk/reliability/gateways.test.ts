import { type ApsClient, AuthenticationError, rql } from "apsdirect";
import { describe, expect, test } from "vitest";
import { clientOf, faultyPlatform, order, rejectionOf } from "./faulty-platform.js";
import { gateway, type Rewriting } from "./gateway.js";
import { verifying } from "./verifying.js";

/** Rewrites the query alone. */
function query(rewrite: (query: string) => string): Rewriting {
  return { line: (line) => line.replace(/\?\S+/, (text) => `?${rewrite(text.slice(1))}`) };
}

/** A list whose query has parentheses, encoded values, and two parts. */
function list(sdk: ApsClient): Promise<unknown> {
  return sdk.orders.list("eq(name,a%20b%2Cc)&like(status,*AC%2A)").all({ max: 10 });
}

test("35: parentheses that a gateway encodes are refused by RQL and not by the signature, and the error says so", async () => {
  const { platform } = await faultyPlatform([verifying()]);
  const encoding = query((text) => text.replaceAll("(", "%28").replaceAll(")", "%29"));
  const { orders } = clientOf(await gateway(platform, encoding));
  const error = await rejectionOf(orders.list(rql.eq("status", "CP")).all({ max: 10 }));
  expect(error).toMatchObject({ code: "API_ERROR", status: 400 });
  expect(String(error)).toMatch(
    /unexpected token\. The signature was accepted.*a gateway rewrote it: parentheses must not be encoded/,
  );
  expect(platform.requests.map(({ line }) => line.includes("eq%28status,CP%29"))).toEqual([true]);
});

describe("36: a query that a gateway rewrites", () => {
  test.each([
    { what: "it encodes twice", rewriting: query((text) => text.replaceAll("%", "%25")) },
    { what: "it adds a parameter", rewriting: query((text) => `${text}&tenant=7`) },
    { what: "it drops a part", rewriting: query((text) => text.split("&")[0] ?? "") },
  ])("cannot be verified where $what, and the error says what to look at", async ({ rewriting }) => {
    const { platform } = await faultyPlatform([verifying()]);
    const error = await rejectionOf(list(clientOf(await gateway(platform, rewriting))));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(String(error)).toMatch(/whether a proxy rewrites the query/);
    expect(platform.requests.length).toBe(1);
  });

  test.each([
    { what: "it puts its parts in another order", rewriting: query((text) => text.split("&").reverse().join("&")) },
    { what: "it decodes what need not be encoded", rewriting: query((text) => text.replaceAll("%2A", "*")) },
    { what: "it leaves it alone", rewriting: {} },
  ])("can be verified where $what", async ({ rewriting }) => {
    const { platform } = await faultyPlatform([verifying()]);
    const through = gateway(platform, rewriting);
    expect(await list(clientOf(await through))).toEqual([]);
    expect(platform.requests.length).toBe(1);
  });

  test("and an order is not placed by what is refused", async () => {
    const { platform } = await faultyPlatform([verifying()]);
    const adding: Rewriting = { line: (line) => line.replace("/orders ", "/orders?tenant=7 ") };
    const placing = clientOf(await gateway(platform, adding)).orders.create(order);
    expect(await rejectionOf(placing)).toBeInstanceOf(AuthenticationError);
    expect(platform.orders).toEqual([]);
  });
});

describe("37: a gateway of another address than the platform is verified by", () => {
  const publicUrl = "https://cp.provider.example/bus";
  const stripping: Rewriting = { line: (line) => line.replace(" /gateway/v1/", " /") };

  test("is called by its own, and signed for the platform's", async () => {
    const { platform } = await faultyPlatform([verifying({ publicUrl })]);
    const { origin } = await gateway(platform, stripping);
    const sdk = clientOf({ origin: `${origin}/gateway/v1` }, { signatureBaseUrl: publicUrl });
    expect(await sdk.orders.get("o-1")).toMatchObject({ orderId: "o-1" });
    expect(await sdk.orders.create(order)).toEqual({ orderId: "o-1" });
    expect(platform.orders.length).toBe(1);
  });

  test("is refused without that, and the error names the option", async () => {
    const { platform } = await faultyPlatform([verifying({ publicUrl })]);
    const { origin } = await gateway(platform, stripping);
    const sdk = clientOf({ origin: `${origin}/gateway/v1` });
    expect(String(await rejectionOf(sdk.orders.create(order)))).toContain("signatureBaseUrl, behind a gateway");
    expect(platform.orders).toEqual([]);
  });
});

test("38: a signature that a gateway drops is told from one that is wrong", async () => {
  const { platform } = await faultyPlatform([verifying()]);
  const sdk = clientOf(await gateway(platform, { keeps: (name) => name !== "authorization" }), { maxRetries: 5 });
  for (const error of await Promise.all([sdk.orders.get("o-1"), sdk.orders.create(order)].map(rejectionOf))) {
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(String(error)).toMatch(/The signature did not arrive: a proxy or gateway drops the Authorization header$/);
  }
  expect(platform.requests.length).toBe(2);
  expect(platform.orders).toEqual([]);
});
