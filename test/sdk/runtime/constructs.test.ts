import { RequestValidationError } from "apsdirect";
import type { Schema } from "apsdirect/runtime";
import { describe, expect, expectTypeOf, test } from "vitest";
import { safeParse } from "zod/mini";
import {
  ConstructsApi,
  type Name,
  type Size,
  schemas,
  type Thing,
  type ThingInput,
  type Tuples,
} from "../../codegen/golden/constructs/client/index.js";
import { credentials } from "../../support/credentials.js";
import { rawServer } from "../../support/platform.js";
import { json } from "../../support/raw-server.js";

function takes(schema: Schema<unknown>, value: unknown): boolean {
  return safeParse(schema, value).success;
}

describe("keywords beside a reference", () => {
  test("say which way a property goes", async () => {
    expectTypeOf<keyof Thing>().toEqualTypeOf<"name" | "id" | "short" | "size" | "box" | "perhaps">();
    expectTypeOf<keyof ThingInput>().toEqualTypeOf<"name" | "secret" | "short" | "size" | "box" | "perhaps">();
    const server = await rawServer(json({ name: "a", id: "1" }));
    const { things } = new ConstructsApi({ baseUrl: server.origin, credentials });
    expect(await things.createThing({ name: "a", secret: "s" })).toEqual({ name: "a", id: "1" });
    await expect(things.createThing({ name: "" })).rejects.toBeInstanceOf(RequestValidationError);
  });

  test("hold beside what the reference says", () => {
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

describe("a tuple", () => {
  const { tuplesSchema } = schemas;

  test("has the type of its items, absent beyond minItems", () => {
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
  ])("takes what JSON Schema says it does: $given is $want", ({ given, want }) => {
    expect(takes(tuplesSchema, given)).toBe(want);
  });
});
