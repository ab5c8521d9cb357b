import { RqlError } from "apsdirect";
import type { Account } from "apsdirect/aps";
import { type RqlExpression, type RqlQuery, rql } from "apsdirect/rql";
import { describe, expect, test } from "vitest";
import { platform } from "../../support/platform.js";
import { json } from "../../support/raw-server.js";

/** Calls that take RQL. */
const calls = ["accounts.list", "resources.list", "resources.listLinked", "resources.call"] as const;

/** Returns the error of a call with this query, and the number of requests. */
async function attempted(call: (typeof calls)[number], query: () => string | RqlExpression) {
  const { server, sdk } = await platform([json([])]);
  const said = await Promise.resolve()
    .then(async (): Promise<unknown> => {
      if (call === "resources.call") return sdk.resources.call("a", { path: "/x", rql: query() });
      if (call === "resources.listLinked") return sdk.resources.listLinked("a", "users", query()).all({ max: 1 });
      if (call === "resources.list") return sdk.resources.list(query()).all({ max: 1 });
      return sdk.accounts.list(query()).all({ max: 1 });
    })
    .catch((error: unknown) => error);
  return { said, requests: server.requests.length };
}

describe("a query that RQL cannot express is refused before anything is sent:", () => {
  const built: { name: string; query: () => string | RqlExpression }[] = [
    { name: "a lone surrogate", query: () => rql.eq("a", "\ud800") },
    { name: "a lone surrogate in the middle", query: () => rql.like("a", "x\udfffy") },
    { name: "a lone surrogate in a list", query: () => rql.in("a", ["b", "\udbff"]) },
    { name: "NaN", query: () => rql.gt("a", Number.NaN) },
    { name: "infinity", query: () => rql.lt("a", Number.POSITIVE_INFINITY) },
    { name: "minus infinity in a list", query: () => rql.out("a", [1, Number.NEGATIVE_INFINITY]) },
    { name: "an unsafe integer", query: () => rql.eq("a", Number.MAX_SAFE_INTEGER + 1) },
    { name: "an unsafe integer below zero", query: () => rql.eq("a", Number.MIN_SAFE_INTEGER - 1) },
    { name: "an unsafe integer in a pattern", query: () => rql.like("a", rql.pattern`*${2 ** 60}`) },
    { name: "an invalid date", query: () => rql.ge("a", new Date(Number.NaN)) },
    { name: "an empty in", query: () => rql.in("a", []) },
    { name: "an empty out", query: () => rql.out("a", []) },
    { name: "no path", query: () => rql.eq("a),eq(b", 1) },
  ];

  test.each(built.flatMap((given) => calls.map((call) => ({ call, ...given }))))(
    "$call: $name",
    async ({ call, query }) => {
      const { said, requests } = await attempted(call, query);
      expect(said).toBeInstanceOf(RqlError);
      expect(requests).toBe(0);
    },
  );
});

test.each<{ name: string; query: RqlQuery<Account> }>([
  { name: "an empty in", query: (a) => a.in("type", []) },
  { name: "NaN among other clauses", query: (a) => [a.eq("type", "CLIENT"), a.eq("id", Number.NaN)] },
  { name: "an unsafe integer", query: (a) => a.or(a.eq("id", 2 ** 53), a.eq("type", "CLIENT")) },
])("the typed operators refuse $name before anything is sent", async ({ query }) => {
  const { server, sdk } = await platform([json([])]);
  expect(() => sdk.accounts.list(query)).toThrow(RqlError);
  expect(server.requests).toEqual([]);
});

describe("text that would change between signing and arrival is refused with a position:", () => {
  const written = [
    { text: "eq(a,\ud800)", want: 5 },
    { text: "eq(a,b)&eq(c,x\udc00)", want: 14 },
    { text: "a=1&a=1", want: 4 },
    { text: "a=1&b=2&a=1", want: 8 },
    { text: "a=%7e&b=1&a=~", want: 10 },
    { text: "a=b%20c&a=b+c", want: 8 },
    { text: "eq(a,1)&eq(a,1)", want: 8 },
    { text: "eq(a,b c)", want: 6 },
    { text: "eq(a,O'Brien)", want: 6 },
    { text: 'eq(a,"b")', want: 5 },
    { text: "eq(a,<b>)", want: 5 },
    { text: "eq(a,b#c)", want: 6 },
    { text: "eq(a,ü)", want: 5 },
    { text: "eq(a,b),eq(c,😀)", want: 13 },
    { text: "eq(a,%F0%9F%98%80),eq(c,😀)", want: 24 },
    { text: "eq(a,b\tc)", want: 6 },
    { text: "eq(a,b)\n", want: 7 },
    { text: "eq(a,b) ", want: 7 },
    { text: "eq(a,\u0000)", want: 5 },
    { text: "eq(a,\u007f)", want: 5 },
    { text: "eq(a,1)|eq(b,2)", want: 7 },
    { text: "eq(a,[1])", want: 5 },
    { text: "eq(a,{1})", want: 5 },
    { text: "eq(a,b^c)", want: 6 },
    { text: "eq(a,b`c)", want: 6 },
    { text: "eq(a,b\\c)", want: 6 },
    { text: "in(a,())", want: 6 },
    { text: "a=in=()", want: 6 },
    { text: "in(a,)", want: 5 },
    { text: "eq(a,%zz)", want: 5 },
    { text: "eq%28a,b%29", want: 0 },
    { text: "eq(a,b", want: 6 },
  ];

  test.each(written.flatMap((given) => calls.map((call) => ({ call, ...given }))))(
    "$call: $text, at $want",
    async ({ call, text, want }) => {
      const { said, requests } = await attempted(call, () => text);
      expect(said).toMatchObject({ name: "RqlError", code: "RQL_INVALID", position: want });
      expect(requests).toBe(0);
    },
  );

  test.each(["a=1&a=2", "a=1&b=1", "a=1&A=1", "eq(a,1)&eq(a,2)", "and(a=1,a=1)", "(a=1&b=2)&a=1"])(
    "text without repeated pairs is sent: %s",
    async (text) => {
      const { said, requests } = await attempted("accounts.list", () => text);
      expect([said, requests]).toEqual([[], 1]);
    },
  );
});
