import { RequestValidationError } from "apsdirect";
import type { Schema } from "apsdirect/runtime";
import { describe, expect, expectTypeOf, test } from "vitest";
import { safeParse } from "zod/mini";
import {
  ConstructsApi,
  type Counts,
  type Name,
  type OnlyPatterns,
  type Patterned,
  type Published,
  type Size,
  type Sold,
  schemas,
  type Thing,
  type ThingInput,
  type Tuples,
  type UnclearPattern,
} from "../../codegen/golden/constructs/client/index.js";
import { credentials } from "../../support/credentials.js";
import { rawServer } from "../../support/platform.js";
import { json } from "../../support/raw-server.js";

function takes(schema: Schema<unknown>, value: unknown): boolean {
  return safeParse(schema, value).success;
}

describe("keywords next to a reference", () => {
  test("set the direction of a property", async () => {
    expectTypeOf<keyof Thing>().toEqualTypeOf<"name" | "id" | "short" | "size" | "box" | "perhaps">();
    expectTypeOf<keyof ThingInput>().toEqualTypeOf<"name" | "secret" | "short" | "size" | "box" | "perhaps">();
    const server = await rawServer(json({ name: "a", id: "1" }));
    const { things } = new ConstructsApi({ baseUrl: server.origin, credentials });
    expect(await things.createThing({ name: "a", secret: "s" })).toEqual({ name: "a", id: "1" });
    await expect(things.createThing({ name: "" })).rejects.toBeInstanceOf(RequestValidationError);
  });

  test("apply in addition to the reference", () => {
    expectTypeOf<Thing["size"]>().toEqualTypeOf<Size | undefined>();
    expectTypeOf<Thing["perhaps"]>().toEqualTypeOf<Name | null | undefined>();
    expectTypeOf<NonNullable<Thing["box"]>>().toExtend<{ width: number; height?: number }>();
    const { thingSchema } = schemas;
    expect(takes(thingSchema, { name: "a", short: "abc", box: { width: 1, height: 2, more: 3 }, perhaps: null })).toBe(
      true,
    );
    expect(takes(thingSchema, { name: "a", short: "abcd" })).toBe(false);
    expect(takes(thingSchema, { name: "a", short: "" })).toBe(false);
    expect(takes(thingSchema, { name: "a", box: { height: 2 } })).toBe(false);
    expect(takes(thingSchema, { name: "a", box: { width: 1, height: "2" } })).toBe(false);
  });
});

test("properties that another schema requires must be present, in the direction that it sets", () => {
  expectTypeOf<Published["title"]>().toEqualTypeOf<string>();
  expectTypeOf<Published["id"]>().toEqualTypeOf<string>();
  expectTypeOf<Published["size"]>().toEqualTypeOf<Size | undefined>();
  expectTypeOf<Sold["size"]>().toEqualTypeOf<Size>();
  expectTypeOf<Sold["title"]>().toEqualTypeOf<string>();
  const { publishedSchema, soldSchema } = schemas;
  expect(takes(publishedSchema, { title: "a", id: "1" })).toBe(true);
  expect(takes(publishedSchema, { id: "1" })).toBe(false);
  expect(takes(publishedSchema, { title: "a" })).toBe(false);
  expect(takes(soldSchema, { title: "a", id: "1" })).toBe(false);
  expect(takes(soldSchema, { title: "a", id: "1", size: { width: 1 } })).toBe(true);
});

describe("a tuple", () => {
  const { tuplesSchema } = schemas;

  test("has the types of its items, which are optional after minItems", () => {
    expectTypeOf<Tuples["pair"]>().toEqualTypeOf<[string, Size] | undefined>();
    expectTypeOf<Tuples["open"]>().toEqualTypeOf<[string, number?, ...unknown[]] | undefined>();
    expectTypeOf<Tuples["row"]>().toEqualTypeOf<[string, ...(number | null)[]] | undefined>();
    expectTypeOf<Tuples["cut"]>().toEqualTypeOf<[string?] | undefined>();
    expectTypeOf<Tuples["choice"]>().toEqualTypeOf<[(string | boolean)?, ...unknown[]] | undefined>();
    expectTypeOf<Tuples["empty"]>().toEqualTypeOf<never[] | undefined>();
  });

  test.each<{ readonly given: Readonly<Record<string, unknown>>; readonly want: boolean }>([
    { given: { pair: ["a", { width: 1, more: 2 }] }, want: true },
    { given: { pair: ["a"] }, want: false },
    { given: { pair: ["a", { width: 1 }, 1] }, want: false },
    { given: { open: ["a"] }, want: true },
    { given: { open: ["a", 1, true, null] }, want: true },
    { given: { open: [] }, want: false },
    { given: { open: ["a", "b"] }, want: false },
    { given: { row: ["a", 1] }, want: true },
    { given: { row: ["a", 1, null] }, want: true },
    { given: { row: ["a"] }, want: false },
    { given: { row: ["a", 1, 2, 3] }, want: false },
    { given: { row: ["a", "b"] }, want: false },
    { given: { cut: [] }, want: true },
    { given: { cut: ["a", 1] }, want: false },
    { given: { anything: ["a"] }, want: false },
    { given: { anything: ["a", 1, 2] }, want: true },
    { given: { empty: [1] }, want: false },
  ])("accepts the same values as JSON Schema: $given is $want", ({ given, want }) => {
    expect(takes(tuplesSchema, given)).toBe(want);
  });
});

describe("pattern properties", () => {
  test("become an index signature that also fits the listed properties", () => {
    const patterned: Patterned = { id: 1, "x-known": "ab", "x-more": "a", size1: { width: 1 } };
    expectTypeOf(patterned.id).toEqualTypeOf<number>();
    expectTypeOf<Patterned["other"]>().toEqualTypeOf<string | Size | number>();
    expectTypeOf<OnlyPatterns>().toEqualTypeOf<{ [key: string]: boolean | number }>();
    expectTypeOf<UnclearPattern>().toEqualTypeOf<{ [key: string]: string | number }>();
    const counts: Counts = { name: "a", apples: 1 };
    expect(takes(schemas.countsSchema, counts)).toBe(true);
    expect(takes(schemas.patternedSchema, patterned)).toBe(true);
  });

  const { patternedSchema, onlyPatternsSchema, unclearPatternSchema } = schemas;
  test.each<{ readonly schema: Schema<unknown>; readonly given: object; readonly path?: readonly string[] }>([
    { schema: patternedSchema, given: { id: 1, "x-a": 1 }, path: ["x-a"] },
    { schema: patternedSchema, given: { id: 1, size: { width: "1" } }, path: ["size", "width"] },
    { schema: patternedSchema, given: { id: 1, "x-known": "a" }, path: ["x-known"] },
    { schema: patternedSchema, given: { "x-a": "a" }, path: ["id"] },
    { schema: patternedSchema, given: { id: 1, neither: {} } },
    { schema: onlyPatternsSchema, given: { 12: true, a: 1 } },
    { schema: onlyPatternsSchema, given: { 12: 1 }, path: ["12"] },
    { schema: onlyPatternsSchema, given: { a: true }, path: ["a"] },
    { schema: unclearPatternSchema, given: { a: "x", b: 1 } },
    { schema: unclearPatternSchema, given: { a: true }, path: ["a"] },
  ])("select the schema of a property: $given fails at $path", ({ schema, given, path }) => {
    const { data, error } = safeParse(schema, given);
    expect(error?.issues[0]?.path).toEqual(path);
    if (path === undefined) expect(data).toEqual(given);
  });
});
