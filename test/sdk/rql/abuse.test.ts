import { rql } from "apsdirect/rql";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { counted } from "../../support/counts.js";
import { againWhereBusy } from "../../support/time.js";
import { path, plain, query, structureOf, text, valuesOf } from "./random-rql.js";

const runs = { numRuns: counted({ usual: 2_000, long: 10_000 }) };

// In the order of the table of attacks on RQL.

describe("the builder: a value with ), comma, &, *, (, quotes, #, + or % stays one value", () => {
  test.each([
    ")",
    ",",
    "&",
    "*",
    "(",
    '"',
    "'",
    "#",
    "+",
    "%",
    "|",
    ";",
    "=",
    "%29",
    "a),eq(b,c",
    "*),or(like(a,*",
    "x&limit(0,1)",
  ])("%j", (value) => {
    const built = rql.query(rql.eq("name", value), rql.in("b", [value, "c"]), rql.like("d", rql.pattern`${value}*`));
    const read = rql.parse(String(built));
    expect(read.operands.map((clause) => (clause.kind === "expression" ? clause.operator : ""))).toEqual([
      "eq",
      "in",
      "like",
    ]);
    expect(plain(read)).toEqual(plain(built));
    expect(plain(read.operands[0] ?? read)).toMatchObject({ operands: [{ value: "name" }, { value }] });
  });

  test("text from a user stays one value and is unchanged", () => {
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

  test("text in a pattern's placeholder has no wildcard and is unchanged", () => {
    fc.assert(
      fc.property(text, (value) => {
        const { text: onTheWire, value: decoded } = rql.pattern`*${value}?`;
        expect(decoded).toBe(`*${value}?`);
        expect(onTheWire.slice(1, -1)).not.toMatch(/[*?]/);
      }),
      runs,
    );
  });

  test("printed text parses to the same tree, and prints the same", () => {
    fc.assert(
      fc.property(query, (given) => {
        const read = rql.parse(String(given));
        expect(String(read)).toBe(String(given));
        expect(structureOf(read)).toBe(structureOf(given));
      }),
      runs,
    );
  });
});

test("the builder: numbers, dates, booleans and null have one spelling", () => {
  fc.assert(
    fc.property(fc.oneof(fc.maxSafeInteger(), fc.bigInt(), fc.boolean(), fc.date({ noInvalidDate: true })), (value) => {
      const [, operand] = rql.eq("a", value).operands;
      const wanted = value instanceof Date ? value.toISOString().replace(".000Z", "Z") : String(value);
      expect(operand).toMatchObject({ value: wanted, text: encodeURIComponent(wanted) });
      // Of a value that has one, another text is another value.
      expect(String(rql.eq("a", wanted))).toBe(String(rql.eq("a", value)));
    }),
    runs,
  );
  expect(String(rql.in("a", [null, "", true, false, -0, 10n ** 18n, new Date(0)]))).toBe(
    "in(a,(null(),empty(),true,false,0,1000000000000000000,1970-01-01T00%3A00%3A00Z))",
  );
});

describe("a printed query contains %28 and %29 only within values:", () => {
  test("structural parentheses are never escaped", () => {
    fc.assert(
      fc.property(query, (given) => {
        const withoutValues = structureOf(given);
        expect(String(given).replace(/[^(),]/g, "")).toBe(withoutValues);
      }),
      runs,
    );
  });

  test("there are as many as in the values", () => {
    const escapes = (given: string) => given.match(/%2[89]/g)?.length ?? 0;
    fc.assert(
      fc.property(query, (given) => {
        expect(escapes(String(given))).toBe(escapes(valuesOf(given).join()));
      }),
      runs,
    );
  });

  test("URL parsers do not change printed text", () => {
    fc.assert(
      fc.property(query, (given) => {
        const url = `https://a.test/aps/2/resources?${given}`;
        expect(new URL(url).href).toBe(url);
        expect(new Request(url).url).toBe(url);
      }),
      runs,
    );
  });
});

describe("the parser: limited depth, linear time, no overflow", () => {
  test.each(["(", "not(", "a=(", "in(a,("])("100,000 times %s is refused in under 50 ms", againWhereBusy, (open) => {
    const given = open.repeat(100_000);
    const refused = () =>
      expect(() => rql.parse(given)).toThrow(
        expect.objectContaining({ name: "RqlError", position: expect.any(Number) }),
      );
    expect(timeOf(refused)).toBeLessThan(50);
  });

  test("100 levels are parsed, and 101 are refused", () => {
    const nested = (levels: number) => `${"not(".repeat(levels - 1)}eq(a,b)${")".repeat(levels - 1)}`;
    expect(String(rql.parse(nested(100)))).toBe(nested(100));
    expect(() => rql.parse(nested(101))).toThrow("100 levels");
  });

  test.each(["&", ",", "|", ";", "&a=1", ",eq(a,b)", "a", "%41", "(a=1)&", "'"])(
    "100,000 times %s does not overflow, regardless of whether it is parsed or refused",
    (repeated) => {
      const given = `a=0${repeated.repeat(100_000)}`;
      expect(timeOf(() => readOrRefuse(given))).toBeLessThan(2_000);
    },
  );

  test("a million characters are parsed in linear time", againWhereBusy, () => {
    const clauses = Array.from({ length: 40_000 }, () => "like(a,*b%20c*),d=in=(e,f)").join(",");
    expect(timeOf(() => rql.parse(clauses))).toBeLessThan(2_000);
  });

  test("any text is parsed to canonical text or refused with an RqlError", () => {
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
});

describe("the parser: names such as __proto__ are ordinary names", () => {
  test.each(["__proto__", "constructor", "prototype", "hasOwnProperty", "toString"])("%s", (name) => {
    const before = Reflect.ownKeys(Object.prototype);
    const read = rql.parse(`eq(${name},x),${name}=y,${name}(z),in(a,(${name}))`);
    expect(String(read)).toBe(`eq(${name},x),eq(${name},y),${name}(z),in(a,(${name}))`);
    // Nodes are of classes of their own, which hold names and values as values, never as keys.
    for (const clause of read.operands) expect(clause.kind).toBe("expression");
    expect(read.operands[0]).toMatchObject({ operands: [{ value: name }, { value: "x" }] });
    expect(Reflect.ownKeys(Object.prototype)).toEqual(before);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});

function readOrRefuse(text: string): string | undefined {
  try {
    return String(rql.parse(text));
  } catch (error) {
    expect(error).toMatchObject({ name: "RqlError" });
    return undefined;
  }
}

/** Measures processor time in milliseconds, so that other processes on the machine do not count. */
function timeOf(work: () => unknown): number {
  const started = process.cpuUsage();
  work();
  return process.cpuUsage(started).user / 1000;
}
