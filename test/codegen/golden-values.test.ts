import { describe, expect, expectTypeOf, test } from "vitest";
import { parse, safeParse } from "zod/mini";
import { schemas as files, type OrderAllOf1LinesItem } from "./golden/files/client/index.js";
import {
  type Expression,
  type Globals,
  type JsonValue,
  type Node,
  schemas as recursion,
  type Tree,
  type Values,
} from "./golden/recursion/client/index.js";

/** What a parsed value is to a compiler, and never `any`. */
type IsAny<T> = 0 extends 1 & T ? true : false;

describe("types that contain themselves", () => {
  test("take any JSON, however deep, and nothing else", () => {
    const value = { a: [null, true, 1.5, "x", { b: [[[]]] }], c: {} };
    const parsed = parse(recursion.jsonValueSchema, value);
    expect(parsed).toEqual(value);
    expectTypeOf(parsed).toEqualTypeOf<JsonValue>();
    expectTypeOf<IsAny<typeof parsed>>().toEqualTypeOf<false>();
    for (const wrong of [undefined, { a: undefined }, [[() => 1]], { a: { b: Symbol("c") } }]) {
      expect(safeParse(recursion.jsonValueSchema, wrong).success).toBe(false);
    }
  });

  test("take a tree whose children may be null, and know how deep a mistake is", () => {
    const leaf = { label: "leaf", children: [] };
    const value = { label: "root", children: [leaf, null], parent: null, visible: true };
    const parsed = parse(recursion.treeSchema, value);
    expect(parsed).toEqual(value);
    expectTypeOf(parsed).toEqualTypeOf<Tree>();
    expectTypeOf(parsed.children[0]?.children).toEqualTypeOf<(Tree | null)[] | undefined>();
    const { error } = safeParse(recursion.treeSchema, {
      ...value,
      children: [{ ...leaf, children: [{ label: 1, children: [] }] }],
    });
    expect(error?.issues.map(({ path }) => path.join("."))).toEqual(["children.0.children.0.label"]);
  });

  test("take no default of another type", () => {
    expect(parse(recursion.treeSchema, { label: "a", children: [] })).toEqual({ label: "a", children: [] });
    expect(safeParse(recursion.treeSchema, { label: "a", children: [], visible: "false" }).success).toBe(false);
  });

  test("take unions that lead to one another, each member by its own discriminator", () => {
    const literal = { kind: "literal", value: 1 };
    const condition = { is: "negation", of: { is: "comparison", left: literal } };
    const value = { kind: "operator", operands: [literal, { kind: "operator", operands: [] }], condition };
    const parsed = parse(recursion.expressionSchema, value);
    expect(parsed).toEqual(value);
    expectTypeOf(parsed).toEqualTypeOf<Expression>();
    if (parsed.kind === "operator" && parsed.condition?.is === "negation") {
      expectTypeOf(parsed.condition.of.is).toEqualTypeOf<"comparison" | "negation">();
    }
    const wrong = { ...value, condition: { is: "negation", of: { is: "comparison", left: { kind: "literal" } } } };
    const { error } = safeParse(recursion.expressionSchema, wrong);
    expect(error?.issues.map(({ path }) => path.join("."))).toEqual(["condition.of.left.value"]);
  });

  test("let subclasses inherit everything but the choice from a class that lists them", () => {
    const car = { kind: "car", wheels: 4, doors: 5 } as const;
    const bicycle = { kind: "bicycle", wheels: 2, hasBell: true } as const;
    for (const value of [car, bicycle]) expect(parse(recursion.vehicleSchema, value)).toEqual(value);
    const parsed = parse(recursion.vehicleSchema, car);
    if (parsed.kind === "car") expectTypeOf(parsed.doors).toEqualTypeOf<number>();
    expectTypeOf(parsed.wheels).toEqualTypeOf<number>();
    const wrongs = [
      { ...car, doors: "5" },
      { ...car, wheels: undefined },
      { ...bicycle, hasBell: 1 },
    ];
    for (const wrong of wrongs) expect(safeParse(recursion.vehicleSchema, wrong).success).toBe(false);
    expect(safeParse(recursion.carSchema, { kind: "car", doors: 5 }).success).toBe(false);
  });

  test("require a name that another part of a composition declares", () => {
    expect(parse(recursion.nodeSchema, { name: "a", next: { name: "b", next: null } })).toBeDefined();
    expectTypeOf<Node["name"]>().toEqualTypeOf<string>();
    expect(safeParse(recursion.nodeSchema, { next: null }).success).toBe(false);
    expect(safeParse(recursion.nodeSchema, { name: "a", next: { next: null } }).success).toBe(false);
  });
});

test("schemas named like globals do not replace the globals", () => {
  const value = {
    record: { a: { b: {} } },
    blob: { size: "1" },
    date: { year: 1 },
    array: [[[]]],
    promise: { kept: true },
  };
  expect(parse(recursion.globalsSchema, value)).toEqual(value);
  expect(safeParse(recursion.globalsSchema, { date: new Date() }).success).toBe(false);
  expect(safeParse(recursion.globalsSchema, { array: [1] }).success).toBe(false);
  expectTypeOf<NonNullable<Globals["date"]>["year"]>().toEqualTypeOf<number>();
  expectTypeOf<NonNullable<Globals["blob"]>["content"]>().toEqualTypeOf<globalThis.Blob | undefined>();
  expectTypeOf<Awaited<ReturnType<Values["await"]>>>().toEqualTypeOf<Blob>();
  expectTypeOf<Awaited<ReturnType<Values["class"]>>>().toEqualTypeOf<Globals>();
});

test("targets of pointers into other files are checked by their own descriptions", () => {
  const order = { id: "1", total: { amount: 1, currency: "EUR" }, lines: [{ price: { amount: 1 } }] };
  expect(
    parse(files.orderSchema, { ...order, lines: [{ price: { amount: 1 }, of: order, first: { id: "2" } }] }),
  ).toBeDefined();
  expect(safeParse(files.orderSchema, { ...order, id: "" }).success).toBe(false);
  expect(safeParse(files.orderSchema, { ...order, lines: [{ price: {} }] }).success).toBe(false);
  expect(safeParse(files.positiveNumberSchema, 0).success).toBe(false);
  const line = parse(files.orderAllOf1LinesItemSchema, { price: { amount: 2 } });
  expectTypeOf(line).toEqualTypeOf<OrderAllOf1LinesItem>();
  expectTypeOf(line.price.amount).toEqualTypeOf<number>();
});
