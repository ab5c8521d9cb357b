import { operatorsFor, type Rql, type RqlOperators, rql } from "apsdirect/rql";
import { expect, expectTypeOf, test } from "vitest";

interface Item {
  name: string;
  size: number;
}

/** Members of `rql`, except those for whole queries. */
type Operator = Exclude<keyof Rql, "parse" | "query">;

test("the typed operators are exactly the operators of rql", () => {
  expectTypeOf<keyof RqlOperators<Item>>().toEqualTypeOf<Operator>();
  expect(Object.keys(operatorsFor<Item>())).toEqual(Object.keys(rql));
});

test("neither an operator without a typed form nor a typed form without an operator compiles", () => {
  const { eq, ...others } = rql;
  // @ts-expect-error: `near` is in no declaration
  const surplus: RqlOperators<unknown> = { ...others, eq, near: eq };
  // @ts-expect-error: `eq` is missing
  const lacking: RqlOperators<unknown> = others;
  expect([surplus, lacking]).toHaveLength(2);
});

test("typed operators accept only properties and values of the type", () => {
  const typed = operatorsFor<Item>();
  expect(String(typed.eq("size", 3))).toBe(String(rql.eq("size", 3)));
  // @ts-expect-error: an item has no such property
  typed.eq("sise", 3);
  // @ts-expect-error: a size is a number
  typed.gt("size", "3");
  expect(String(rql.gt("anything", "3"))).toBe("gt(anything,3)");
});
