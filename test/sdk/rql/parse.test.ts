import { rql } from "apsdirect/rql";
import { describe, expect, test } from "vitest";
import { plain } from "./random-rql.js";

describe("canonical text", () => {
  test.each([
    // The platform's own examples stay as they are printed.
    "implementing(http://parallels.com/aps/types/pa/account/1.2),eq(type,CLIENT)",
    "eq(techContact.email,mw@aps.test),select(aps.id)",
    "ge(aps.modified,2024-01-31T00:00:00Z)",
    "like(companyName,Fab%20*),sort(+companyName),limit(50,50)",
    "or(like(a,*x*),in(b,(c,d)))",
    "not(like(name,*test*))",
    "and(eq(a,1),or(eq(b,2),not(eq(c,3))))",
    "eq(parent,null()),ne(name,empty()),eq(a,true()),eq(b,false)",
    "eq(__proto__,x),eq(constructor,toString)",
    "linkedWith(1a-2b),count()",
    "sort(%2Bname)",
    "",
  ])("%s is canonical", (text) => {
    expect(String(rql.parse(text))).toBe(text);
  });

  test.each([
    { given: "organization.id=1000001", want: "eq(organization.id,1000001)" },
    { given: "implementing(T)&id=1000017", want: "implementing(T),eq(id,1000017)" },
    { given: "a=eq=1,b=ne=2,c=gt=3,d=ge=4,e=lt=5,f=le=6", want: "eq(a,1),ne(b,2),gt(c,3),ge(d,4),lt(e,5),le(f,6)" },
    { given: "a=like=*x*&b=in=(c,d)&e=out=(f)", want: "like(a,*x*),in(b,(c,d)),out(e,(f))" },
    { given: "a=null()", want: "eq(a,null())" },
    { given: "a=eq", want: "eq(a,eq)" },
    { given: "a=1|b=2;c=3", want: "or(eq(a,1),eq(b,2),eq(c,3))" },
    { given: "implementing(T),(p=eq=1|q=ge=2)", want: "implementing(T),or(eq(p,1),ge(q,2))" },
    { given: "(eq(a,1)|eq(b,2))&limit(0,5)", want: "or(eq(a,1),eq(b,2)),limit(0,5)" },
    { given: "(a=1,b=2)|c=3", want: "or(and(eq(a,1),eq(b,2)),eq(c,3))" },
    { given: "(((a=1)))", want: "eq(a,1)" },
    { given: "not(a=1|b=2)", want: "not(or(eq(a,1),eq(b,2)))" },
    { given: "or(a=1&b=2,c=3)", want: "or(and(eq(a,1),eq(b,2)),eq(c,3))" },
    { given: "in(a,(null(),empty()))", want: "in(a,(null(),empty()))" },
    { given: "in(a,(b&c))", want: "in(a,(b,c))" },
    { given: "eq(name,O'Brien ü)", want: "eq(name,O%27Brien%20%C3%BC)" },
    { given: "eq(name,%2a%c3%bc)", want: "eq(name,%2A%C3%BC)" },
  ])("$given is $want", ({ given, want }) => {
    expect(String(rql.parse(given))).toBe(want);
    expect(String(rql.parse(want))).toBe(want);
  });
});

describe("the tree", () => {
  test("is a query of clauses, and distinguishes a wildcard from an asterisk", () => {
    const tree = rql.parse("like(name,*%2A),in(a,(b,null()))");
    expect(plain(tree)).toEqual({
      operator: "",
      operands: [
        {
          operator: "like",
          operands: [
            { text: "name", value: "name" },
            { text: "*%2A", value: "**" },
          ],
        },
        {
          operator: "in",
          operands: [
            { text: "a", value: "a" },
            [
              { text: "b", value: "b" },
              { operator: "null", operands: [] },
            ],
          ],
        },
      ],
    });
  });

  test("is the same as the builder's", () => {
    const built = rql.query(rql.or(rql.eq("a", "ü"), rql.in("b", [1, null])), rql.sort("-c"), rql.limit(0, 5));
    expect(plain(rql.parse(String(built)))).toEqual(plain(built));
  });
});

describe("text that cannot be parsed is an error with a position", () => {
  test.each([
    { given: "a", want: 0 },
    { given: "eq(a,b),c", want: 8 },
    { given: "eq(a", want: 4 },
    { given: "eq(a,b))", want: 7 },
    { given: "eq(a,)", want: 5 },
    { given: "eq(,b)", want: 3 },
    { given: "a=", want: 2 },
    { given: "=a", want: 0 },
    { given: "a=b=c", want: 3 },
    { given: "eq(a,b=c=d)", want: 8 },
    { given: "eq(a,b),", want: 8 },
    { given: ",eq(a,b)", want: 0 },
    { given: "eq(a,b),,eq(c,d)", want: 8 },
    { given: "eq(a,b)eq(c,d)", want: 7 },
    { given: "a=1|b=2,c=3", want: 7 },
    { given: "a=1,b=2|c=3", want: 7 },
    { given: "(a,b=1)", want: 1 },
    { given: "in(a,(b|c))", want: 6 },
    { given: "in(a,())", want: 6 },
    { given: "(a,b)", want: 0 },
    { given: "()", want: 1 },
    { given: "?eq(a,b)", want: 0 },
    { given: "eq%28a,b%29", want: 0 },
    { given: "eq(a,%zz)", want: 5 },
    { given: "eq(a,%)", want: 5 },
    { given: "eq(a,%FF)", want: 5 },
    { given: "eq(a,\ud800)", want: 5 },
    { given: "1a(b)", want: 0 },
  ])("$given: at $want", ({ given, want }) => {
    const parse = () => rql.parse(given);
    expect(parse).toThrow(expect.objectContaining({ name: "RqlError", code: "RQL_INVALID", position: want }));
  });
});

test.each([
  { given: "a=b=c", want: 'A value contains a raw "=": write %3D (at offset 3)' },
  { given: "a=1|b=2,c=3", want: "Mixed `and` and `or`: put one of them into parentheses (at offset 7)" },
  { given: "eq(a,)", want: "A value is missing: for empty text, write empty() (at offset 5)" },
  { given: "eq(a", want: "The text ends too early (at offset 4)" },
])("the error for $given says what to do", ({ given, want }) => {
  expect(() => rql.parse(given)).toThrow(want);
});
