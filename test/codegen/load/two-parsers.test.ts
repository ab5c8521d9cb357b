import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { array, constantFrom, integer, oneof, record, sample } from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { SpecError } from "../../../codegen/src/findings.js";
import { parseDocument } from "../../../codegen/src/load/index.js";
import { counted } from "../../support/counts.js";
import { root } from "../../support/generated.js";

// No tabs: where they may stand is what parsers of YAML agree on least.
const signs =
  "- ~-\n~: ~, ~? ~://~[~]~{~}~[a, b: ]~{a, b: 1}~'~\"~''~|~|+~|-\n~>~>-~\\n~\\x41~# c~ # c~\n~\n  ~\n    ~\r\n".split(
    "~",
  );
const scalars = "a x:y 200: 1 1.0 007 +1 -0 .5 0x1F 0o17 1e3 1_000 ~ null true yes NaN é \u00a0".split(" ");
const merges = ["<<: { a: 3, b: 4 }\n", "{ a: 1, <<: { a: 3, b: 4 } }", "<<: [{ a: 1 }, { a: 2 }]", "<<"];
const pieces = constantFrom(...signs, ...scalars, ...merges, "key: v");
const edit = record({ line: integer({ min: 0, max: 11 }), column: integer({ min: 0, max: 80 }), piece: pieces });
const texts = oneof(
  array(pieces, { minLength: 1, maxLength: 12 }).map((some) => `k:\n  ${some.join("")}`),
  record({ at: integer({ min: 0, max: 2_500 }), edits: array(edit, { minLength: 1, maxLength: 2 }) }),
);

/** Twelve lines of a real document, with something put in here and there. */
function excerpt(
  lines: readonly string[],
  at: number,
  edits: readonly { line: number; column: number; piece: string }[],
) {
  const some = lines.slice(at, at + 12);
  for (const { line, column, piece } of edits) {
    const text = some[line] ?? "";
    some[line] = text.slice(0, column) + piece + text.slice(column);
  }
  return some.join("\n");
}

/** Data without the blank ends of texts: on last lines that hold nothing but blanks the parsers differ. */
function comparable(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data, (_, value) => (typeof value === "string" ? value.trimEnd() : value)));
}

/** What a text is to us: `undefined` where it is refused. */
function ours(text: string): unknown {
  try {
    return comparable(parseDocument(text, "doc.yaml").root);
  } catch (error) {
    if (error instanceof SpecError) return undefined;
    throw error;
  }
}

function theirs(text: string): unknown {
  try {
    return comparable(parse(text, { logLevel: "silent", merge: true }));
  } catch {
    return undefined;
  }
}

test("both YAML parsers agree on every text", { timeout: 300_000 }, async () => {
  const lines = (await readFile(join(root, "spec/aps.yaml"), "utf8")).split("\n");
  const given = sample(texts, counted({ usual: 5_000, long: 100_000 }));
  const read = given
    .map((one) => (typeof one === "string" ? one : excerpt(lines, one.at, one.edits)))
    .map((text) => ({ text, ours: ours(text), theirs: theirs(text) }))
    .filter((each) => each.ours !== undefined && each.theirs !== undefined);
  expect(read.length).toBeGreaterThan(given.length / 10);
  for (const each of read) expect(each.ours, each.text).toEqual(each.theirs);
});
