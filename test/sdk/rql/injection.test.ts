import { rql } from "apsdirect/rql";
import fc from "fast-check";
import { expect, test } from "vitest";
import { counted } from "../../support/counts.js";
import { path, query, structureOf, text } from "./random-rql.js";

const runs = { numRuns: counted({ usual: 2_000, long: 10_000 }) };

test("a text that a user gives stays one value, and arrives as it was", () => {
  fc.assert(
    fc.property(
      path,
      text.filter((value) => value !== ""),
      (property, value) => {
        const [clause, ...more] = rql.parse(String(rql.eq(property, value))).operands;
        expect(more).toEqual([]);
        expect(clause).toMatchObject({ operator: "eq", operands: [{ value: property }, { kind: "value", value }] });
      },
    ),
    runs,
  );
});

test("a text in a pattern's hole has no wildcard, and arrives as it was", () => {
  fc.assert(
    fc.property(text, (value) => {
      const { text: onTheWire, value: decoded } = rql.pattern`*${value}?`;
      expect(decoded).toBe(`*${value}?`);
      expect(onTheWire.slice(1, -1)).not.toMatch(/[*?]/);
    }),
    runs,
  );
});

test("parentheses are only ever structure, and never escaped", () => {
  fc.assert(
    fc.property(query, (given) => {
      const withoutValues = structureOf(given);
      expect(String(given).replace(/[^(),]/g, "")).toBe(withoutValues);
    }),
    runs,
  );
});

test("what is printed reads back to the same tree, and prints the same", () => {
  fc.assert(
    fc.property(query, (given) => {
      const read = rql.parse(String(given));
      expect(String(read)).toBe(String(given));
      expect(structureOf(read)).toBe(structureOf(given));
    }),
    runs,
  );
});

test("no URL parser changes what is printed", () => {
  fc.assert(
    fc.property(query, (given) => {
      const url = `https://a.test/aps/2/resources?${given}`;
      expect(new URL(url).href).toBe(url);
      expect(new Request(url).url).toBe(url);
    }),
    runs,
  );
});

test("any text is read to a canonical one, or refused as RQL", () => {
  const pieces = fc.constantFrom(
    "eq",
    "in",
    "a",
    "b.c",
    "(",
    ")",
    ",",
    "&",
    "|",
    ";",
    "=",
    "=gt=",
    "%2A",
    "*",
    "'",
    "ü",
    "null()",
    "(a,b)",
    "a=1",
    "eq(a,b)",
  );
  const almost = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.oneof(almost, text), (given) => {
      const canonical = readOrRefuse(given);
      if (canonical !== undefined) expect(String(rql.parse(canonical))).toBe(canonical);
    }),
    { numRuns: counted({ usual: 5_000, long: 50_000 }) },
  );
});

function readOrRefuse(text: string): string | undefined {
  try {
    return String(rql.parse(text));
  } catch (error) {
    expect(error).toMatchObject({ name: "RqlError" });
    return undefined;
  }
}
