import { expectTypeOf, test } from "vitest";
import type {
  NextToAllOf,
  NextToOneOf,
  OfEmptyBase,
  OfReadOnlyBaseInput,
  Open,
  PartsInput,
} from "./golden/compositions/client/index.js";

/** Accepts a value, so that the compiler checks it. */
function accept(_: PartsInput): void {}

test("a misspelt name does not compile in any composition that the document did not open", () => {
  accept({
    next: { name: "a", size: 1 },
    choice: { name: "a" },
    derived: { name: "a" },
    stamped: { name: "a" },
    stamp: {},
  });
  // @ts-expect-error: `type: object` next to `allOf` opens nothing
  accept({ next: { name: "a", size: 1, colour: 2 } });
  // @ts-expect-error: `type: object` next to `oneOf` opens nothing
  accept({ choice: { name: "a", colour: 2 } });
  // @ts-expect-error: an empty base opens nothing
  accept({ derived: { name: "a", colour: 2 } });
  // @ts-expect-error: a base of read-only properties opens nothing
  accept({ stamped: { name: "a", colour: 2 } });
  // @ts-expect-error: an object of read-only properties has none that can be sent
  accept({ stamp: { colour: 2 } });
});

test("an object that the document opened accepts any name", () => {
  accept({ open: { name: "a", colour: 2 }, either: { a: 1 }, free: { colour: 2 } });
});

test("only the opened composition has an index signature", () => {
  expectTypeOf<keyof NextToAllOf>().toEqualTypeOf<"name" | "size">();
  expectTypeOf<keyof NextToOneOf>().toEqualTypeOf<never>();
  expectTypeOf<keyof OfEmptyBase>().toEqualTypeOf<"name">();
  expectTypeOf<keyof OfReadOnlyBaseInput>().toEqualTypeOf<"name">();
  expectTypeOf<Open["colour"]>().toEqualTypeOf<unknown>();
});
