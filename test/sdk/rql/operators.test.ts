import { type RqlLiteral, rql } from "apsdirect/rql";
import { describe, expect, test } from "vitest";

const account = "http://parallels.com/aps/types/pa/account/1.2";

describe("the text on the wire", () => {
  test.each([
    { given: rql.eq("status", "ACTIVE"), want: "eq(status,ACTIVE)" },
    { given: rql.ne("account.aps.id", "1a-2b"), want: "ne(account.aps.id,1a-2b)" },
    { given: rql.gt("a", 1), want: "gt(a,1)" },
    { given: rql.ge("subscriptionId", 1000200), want: "ge(subscriptionId,1000200)" },
    { given: rql.lt("a", -0.5), want: "lt(a,-0.5)" },
    { given: rql.le("a", 10n ** 20n), want: "le(a,100000000000000000000)" },
    { given: rql.like("orderNumber", "*CL000058"), want: "like(orderNumber,*CL000058)" },
    { given: rql.like("a", "b?c*"), want: "like(a,b?c*)" },
    { given: rql.like("a", "50%2A,(b)"), want: "like(a,50%252A%2C%28b%29)" },
    { given: rql.like("a", rql.pattern`*${"50% *?"}*`), want: "like(a,*50%25%20%2A%3F*)" },
    { given: rql.like("a", rql.pattern`v${1}.${2n}?`), want: "like(a,v1.2?)" },
    { given: rql.in("status", ["ACTIVE", "GRACE"]), want: "in(status,(ACTIVE,GRACE))" },
    { given: rql.in("a", ["a,b", "", null, 1, true]), want: "in(a,(a%2Cb,empty(),null(),1,true))" },
    { given: rql.out("status", ["x"]), want: "out(status,(x))" },
    { given: rql.and(rql.eq("a", 1), rql.eq("b", 2)), want: "and(eq(a,1),eq(b,2))" },
    { given: rql.or(rql.eq("a", 1), rql.not(rql.eq("b", 2))), want: "or(eq(a,1),not(eq(b,2)))" },
    { given: rql.or(rql.eq("a", 1)), want: "eq(a,1)" },
    { given: rql.implementing(account), want: `implementing(${account})` },
    { given: rql.implementing("http://a.test/b),eq(c,d"), want: "implementing(http://a.test/b%29%2Ceq%28c%2Cd)" },
    { given: rql.composing("http://a.test/o/1.0"), want: "composing(http://a.test/o/1.0)" },
    { given: rql.select("aps.id", "name"), want: "select(aps.id,name)" },
    { given: rql.sort("-aps.modified"), want: "sort(-aps.modified)" },
    { given: rql.sort("+memory", "-diskspace", "name"), want: "sort(+memory,-diskspace,+name)" },
    { given: rql.limit(0, 50), want: "limit(0,50)" },
    { given: rql.raw("linkedWith(1a-2b)"), want: "linkedWith(1a-2b)" },
    { given: rql.raw("sort(%2Bname)"), want: "sort(%2Bname)" },
    { given: rql.raw("a=1|b=2"), want: "or(eq(a,1),eq(b,2))" },
    { given: rql.query(), want: "" },
    { given: rql.query(rql.query(rql.eq("a", 1)), rql.limit(0, 1)), want: "eq(a,1),limit(0,1)" },
    { given: rql.not(rql.query(rql.eq("a", 1), rql.eq("b", 2))), want: "not(and(eq(a,1),eq(b,2)))" },
    {
      given: rql.query(
        rql.implementing(account),
        rql.eq("name", "a b (c)"),
        rql.sort("-aps.modified"),
        rql.limit(0, 50),
      ),
      want: `implementing(${account}),eq(name,a%20b%20%28c%29),sort(-aps.modified),limit(0,50)`,
    },
  ])("$want", ({ given, want }) => {
    expect(String(given)).toBe(want);
  });
});

describe("values", () => {
  const dates = { whole: new Date(Date.UTC(2024, 0, 31)), milliseconds: new Date(Date.UTC(2024, 0, 31, 1, 2, 3, 45)) };

  test.each<{ given: RqlLiteral; want: string }>([
    { given: "mw@aps.test", want: "mw%40aps.test" },
    { given: "http://a.test/", want: "http%3A%2F%2Fa.test%2F" },
    { given: "O'Brien!*", want: "O%27Brien%21%2A" },
    { given: "Müller + 3%", want: "M%C3%BCller%20%2B%203%25" },
    { given: "😀", want: "%F0%9F%98%80" },
    { given: 'a|b;c&d=e,f#g"<>[]{}^`\\', want: "a%7Cb%3Bc%26d%3De%2Cf%23g%22%3C%3E%5B%5D%7B%7D%5E%60%5C" },
    { given: "", want: "empty()" },
    { given: null, want: "null()" },
    { given: rql.null(), want: "null()" },
    { given: rql.empty(), want: "empty()" },
    { given: true, want: "true" },
    { given: false, want: "false" },
    { given: rql.true(), want: "true()" },
    { given: rql.false(), want: "false()" },
    { given: 0, want: "0" },
    { given: -0, want: "0" },
    { given: 1.5, want: "1.5" },
    { given: Number.MAX_SAFE_INTEGER, want: "9007199254740991" },
    { given: -5n, want: "-5" },
    { given: dates.whole, want: "2024-01-31T00%3A00%3A00Z" },
    { given: dates.milliseconds, want: "2024-01-31T01%3A02%3A03.045Z" },
  ])("$given is $want", ({ given, want }) => {
    expect(String(rql.eq("p", given))).toBe(`eq(p,${want})`);
  });
});

describe("a value that RQL cannot express is an RqlError:", () => {
  test.each([
    { name: "an empty in", given: () => rql.in("a", []) },
    { name: "an empty out", given: () => rql.out("a", []) },
    { name: "NaN", given: () => rql.eq("a", Number.NaN) },
    { name: "infinity", given: () => rql.eq("a", Number.NEGATIVE_INFINITY) },
    { name: "an unsafe integer", given: () => rql.eq("a", 2 ** 53) },
    { name: "a lone surrogate", given: () => rql.eq("a", "\ud800") },
    { name: "a lone surrogate in a pattern", given: () => rql.like("a", "*\udc00") },
    { name: "a lone surrogate in a hole", given: () => rql.pattern`${"\ud800"}` },
    { name: "a lone surrogate in a type", given: () => rql.implementing("\ud800") },
    { name: "an invalid date", given: () => rql.eq("a", new Date(Number.NaN)) },
    { name: "undefined", given: () => rql.eq("a", undefined as unknown as null) },
    { name: "an object", given: () => rql.eq("a", {} as unknown as Date) },
    { name: "an empty pattern", given: () => rql.like("a", "") },
    { name: "an empty template", given: () => rql.like("a", rql.pattern`${""}`) },
    { name: "and of nothing", given: () => rql.and() },
    { name: "or of nothing", given: () => rql.or() },
    { name: "not of an empty query", given: () => rql.not(rql.query()) },
    { name: "select of nothing", given: () => rql.select() },
    { name: "sort of nothing", given: () => rql.sort() },
    { name: "an empty type", given: () => rql.implementing("") },
    { name: "a negative start", given: () => rql.limit(-1, 1) },
    { name: "a broken count", given: () => rql.limit(0, 1.5) },
    { name: "an endless count", given: () => rql.limit(0, Number.POSITIVE_INFINITY) },
    { name: "raw of nothing", given: () => rql.raw("") },
    { name: "raw of two", given: () => rql.raw("a(1),b(2)") },
    { name: "raw that breaks out", given: () => rql.raw("a(1)),b(2") },
    { name: "raw of a value", given: () => rql.raw("a") },
  ])("$name", ({ given }) => {
    expect(given).toThrow(expect.objectContaining({ name: "RqlError", code: "RQL_INVALID" }));
  });

  test.each(["", "a b", "a,b", "a)", ".a", "a.", "a..b", "-a", "+a", "a=b", "ä", "a\n", "a%20b", "a\u0000"])(
    "the property %j",
    (property) => {
      for (const given of [() => rql.eq(property, 1), () => rql.select(property), () => rql.sort(`-${property}`)]) {
        expect(given).toThrow(expect.objectContaining({ name: "RqlError" }));
      }
    },
  );

  test("more than 100 levels, regardless of how they are built", () => {
    let expression = rql.eq("a", 1);
    const deeper = () => {
      for (let level = 0; level < 100_000; level += 1) expression = rql.not(expression);
    };
    expect(deeper).toThrow(expect.objectContaining({ name: "RqlError" }));
    expect(String(rql.parse(String(expression)))).toBe(String(expression));
  });
});

test.each(["constructor", "__proto__", "toString", "a-b", "$a", "_a.b_1", "1.2"])(
  "the property %s is one like any other",
  (property) => {
    expect(String(rql.eq(property, "x"))).toBe(`eq(${property},x)`);
  },
);
