import { type RqlQuery, resolveQuery, rql, withClause } from "apsdirect/rql";
import { describe, expect, test } from "vitest";

interface Account {
  name: string;
  type: string;
}

describe("a query is resolved to its text", () => {
  test.each<{ name: string; given: RqlQuery<Account> | undefined; want: { text: string; hasLimit: boolean } }>([
    { name: "nothing", given: undefined, want: { text: "", hasLimit: false } },
    { name: "an expression", given: rql.eq("a", "b c"), want: { text: "eq(a,b%20c)", hasLimit: false } },
    {
      name: "a whole query",
      given: rql.query(rql.eq("a", 1), rql.limit(0, 5)),
      want: { text: "eq(a,1),limit(0,5)", hasLimit: true },
    },
    { name: "one clause of a function", given: (a) => a.limit(0, 5), want: { text: "limit(0,5)", hasLimit: true } },
    {
      name: "clauses of a function",
      given: (a) => [a.eq("type", "CLIENT"), a.like("name", "Fab*"), a.select("name")],
      want: { text: "eq(type,CLIENT),like(name,Fab*),select(name)", hasLimit: false },
    },
    {
      name: "text, as it is",
      given: "name=eq=Acme&sort(+name)",
      want: { text: "name=eq=Acme&sort(+name)", hasLimit: false },
    },
    { name: "text with a window", given: "eq(a,1)&limit(0,5)", want: { text: "eq(a,1)&limit(0,5)", hasLimit: true } },
    {
      name: "text with a window in and",
      given: "and(a=1,limit(0,5))",
      want: { text: "and(a=1,limit(0,5))", hasLimit: true },
    },
    { name: "text that speaks of a limit", given: "eq(limit,5)", want: { text: "eq(limit,5)", hasLimit: false } },
    { name: "empty text", given: "", want: { text: "", hasLimit: false } },
  ])("$name", ({ given, want }) => {
    expect(resolveQuery(given)).toEqual({ typeIds: [], ...want });
  });

  test.each([
    { given: "implementing(http://a.example/b/1.2),eq(a,b)", want: ["http://a.example/b/1.2"] },
    { given: "eq(a,b)&implementing(a%20b),implementing(c)", want: ["a b", "c"] },
    { given: rql.implementing("urn:a (b)"), want: ["urn:a (b)"] },
    { given: "and(implementing(a),b=c)", want: [] },
    { given: "or(implementing(a),implementing(b))", want: [] },
    { given: "not(implementing(a)),composing(b)", want: [] },
  ])("type ids of $given", ({ given, want }) => {
    expect(resolveQuery(given).typeIds).toEqual(want);
  });
});

test.each([
  { name: "a space", given: "eq(a,b c)" },
  { name: "an apostrophe", given: "eq(a,O'Brien)" },
  { name: "a fragment", given: "eq(a,b#c)" },
  { name: "text that is not ASCII", given: "eq(a,ü)" },
  { name: "a line end", given: "eq(a,b\n)" },
  { name: "a quote", given: 'eq(a,"b")' },
  { name: "escaped structure", given: "eq%28a,b%29" },
  { name: "an open parenthesis", given: "eq(a,b" },
  { name: "a leading question mark", given: "?eq(a,b)" },
  { name: "a raw pipe, which servers refuse", given: "eq(a,1)|eq(b,2)" },
  { name: "a bracket, which servers refuse", given: "eq(a,[1])" },
])("text with $name is refused", ({ given }) => {
  expect(() => resolveQuery(given)).toThrow(expect.objectContaining({ name: "RqlError" }));
});

test.each([
  { given: "", want: "limit(0,5)" },
  { given: "eq(a,1)", want: "eq(a,1),limit(0,5)" },
  { given: "a=1&b=2", want: "a=1&b=2,limit(0,5)" },
  { given: "or(eq(a,1),eq(b,2))", want: "or(eq(a,1),eq(b,2)),limit(0,5)" },
  { given: "eq(a,1);eq(b,2)", want: "(eq(a,1);eq(b,2)),limit(0,5)" },
  { given: "(eq(a,1);eq(b,2)),eq(c,3)", want: "(eq(a,1);eq(b,2)),eq(c,3),limit(0,5)" },
])("a clause applies to all of $given, not only to its last part", ({ given, want }) => {
  expect(withClause(given, rql.limit(0, 5))).toBe(want);
  expect(String(rql.parse(want).operands.at(-1))).toBe("limit(0,5)");
});
