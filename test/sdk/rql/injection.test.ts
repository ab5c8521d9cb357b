import { type RqlExpression, type RqlLiteral, type RqlNode, rql } from "apsdirect/rql";
import fc from "fast-check";
import { expect, test } from "vitest";
import { counted } from "../../support/counts.js";

const anyText = fc.string({ unit: "binary", maxLength: 20 });
const dangerous = fc.string({ unit: fc.constantFrom(..."()%,&|;=*?'\"#+-!$[]{}<>\\^`:/@. aü\n\0"), maxLength: 20 });
const text = fc.oneof(anyText, dangerous);
const path = fc.stringMatching(/^[a-z_$][\w$-]{0,5}(\.[a-z][\w-]{0,5}){0,2}$/);
const literal: fc.Arbitrary<RqlLiteral> = fc.oneof(
  text,
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true, maxExcluded: true, max: 1e9, min: -1e9 }),
  fc.bigInt(),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
);
const expression = fc.letrec<{ any: RqlExpression; leaf: RqlExpression; all: RqlExpression[] }>((tie) => ({
  any: fc.oneof(
    { depthSize: "small" },
    tie("leaf"),
    tie("all").map((all) => rql.and(...all)),
    tie("all").map((all) => rql.or(...all)),
    tie("any").map((one) => rql.not(one)),
  ),
  all: fc.array(tie("any"), { minLength: 1, maxLength: 3 }),
  leaf: fc.oneof(
    fc.tuple(path, literal).map(([property, value]) => rql.eq(property, value)),
    fc
      .tuple(path, fc.array(literal, { minLength: 1, maxLength: 4 }))
      .map(([property, values]) => rql.in(property, values)),
    fc
      .tuple(
        path,
        text.filter((pattern) => pattern !== ""),
      )
      .map(([property, pattern]) => rql.like(property, pattern)),
    fc.tuple(path, text).map(([property, hole]) => rql.like(property, rql.pattern`*${hole}`)),
    text.filter((type) => type !== "").map((type) => rql.implementing(type)),
    fc.array(path, { minLength: 1, maxLength: 3 }).map((paths) => rql.select(...paths)),
    fc.array(path, { minLength: 1, maxLength: 3 }).map((paths) => rql.sort(...paths.map((property) => `-${property}`))),
    fc.tuple(fc.nat(), fc.nat()).map(([start, count]) => rql.limit(start, count)),
  ),
}));
const query = fc.array(expression.any, { maxLength: 4 }).map((clauses) => rql.query(...clauses));
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

/** The parentheses and commas that a tree has, without those of its values. */
function structureOf(node: RqlNode): string {
  if (node.kind === "value") return "";
  const inside = (node.kind === "list" ? node.items : node.operands).map(structureOf).join(",");
  return node.kind === "expression" && node.operator === "" ? inside : `(${inside})`;
}
