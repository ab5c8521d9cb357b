import fc from "fast-check";
import { expect, test } from "vitest";
import { parseExactly } from "../../../sdk/src/http/body/exact-json.js";
import { counted } from "../../support/counts.js";

test.each([
  { text: '{"id":9007199254740993}', want: { id: "9007199254740993" } },
  { text: '{"id":-9007199254740993}', want: { id: "-9007199254740993" } },
  { text: "[9007199254740991,1234567890123456789]", want: [9007199254740991, "1234567890123456789"] },
  {
    text: '{"1234567890123456789":"\\" 1234567890123456789"}',
    want: { "1234567890123456789": '" 1234567890123456789' },
  },
  { text: "[1e22,0.123456789012345678]", want: [1e22, Number("0.123456789012345678")] },
])("$text", ({ text, want }) => {
  expect(parseExactly(text)).toEqual(want);
});

test("in any JSON, only integers that would be rounded become text", () => {
  const leaf = fc.oneof(fc.string({ unit: "binary" }), fc.double(), fc.bigInt(), fc.boolean(), fc.constant(null));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      leaf,
      fc.array(tie("value")),
      fc.dictionary(fc.string({ unit: "binary" }), tie("value")),
    ),
  }));
  fc.assert(
    fc.property(value, (given) => {
      expect(parseExactly(written(given))).toEqual(JSON.parse(JSON.stringify(wanted(given))));
    }),
    { numRuns: counted({ usual: 300, long: 20_000 }) },
  );
});

test("ten megabytes that look like numbers are parsed in linear time", () => {
  const text = JSON.stringify(Array(100).fill(`\\"${"9".repeat(100_000)}`));
  const start = performance.now();
  parseExactly(text);
  expect(performance.now() - start).toBeLessThan(2_000);
});

test("text that is not JSON is refused as usual", () => {
  expect(() => parseExactly('{"id":12345678901234567890')).toThrow(SyntaxError);
});

/** Writes a value as JSON, with integers of any size as numbers. */
function written(value: unknown): string {
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return `[${value.map(written).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, held]) => `${JSON.stringify(key)}:${written(held)}`)
    .join(",")}}`;
}

function wanted(value: unknown): unknown {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === "number") return beyond(value) ? JSON.stringify(value) : value;
  if (Array.isArray(value)) return value.map(wanted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, wanted(held)]));
}

/** Integer that JSON writes out in digits. */
function beyond(value: number): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value) && /^-?\d+$/.test(JSON.stringify(value));
}
