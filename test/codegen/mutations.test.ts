import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generate, SpecError } from "@apsdirect/codegen";
import { array, constantFrom, integer, oneof, record, sample, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { counted } from "../support/counts.js";
import { filesOf, project, root, typeErrors } from "../support/generated.js";

/** A change of a document's text, by the number of a line. */
type Edit =
  | { readonly kind: "remove" | "repeat" | "swap" | "indent" | "outdent"; readonly line: number }
  | { readonly kind: "insert" | "replace"; readonly line: number; readonly text: string };

const line = integer({ min: 0, max: 10_000 });
const text = oneof(
  string({ maxLength: 30 }),
  string({ unit: "binary", maxLength: 10 }),
  constantFrom(
    "$ref: '#/components/schemas/Nowhere'",
    "type: integer",
    "type: [string, 'null']",
    "x-safety: sometimes",
    "x-rql: {}",
    "enum: []",
    "- *anchor",
    "<<: {}",
    "__proto__: { polluted: true }",
    "description: '*/ process.exit(1) /*'",
    "operationId: constructor",
    "pattern: '('",
    "additionalProperties: { type: string }",
  ),
);
const edit = oneof(
  record({ kind: constantFrom("remove", "repeat", "swap", "indent", "outdent"), line }),
  record({ kind: constantFrom("insert", "replace"), line, text }),
);

const TOO_LONG = 10_000;
const PATIENCE = counted({ usual: 120_000, long: 3_600_000 });

describe.each(["aps", "appdirect"])("whatever happens to spec/%s.yaml", (platform) => {
  test("it generates code that compiles, or says where it is wrong and writes nothing", {
    timeout: PATIENCE,
  }, async () => {
    const original = (await readFile(join(root, `spec/${platform}.yaml`), "utf8")).split("\n");
    const folder = await project();
    const mutations = sample(array(edit, { minLength: 1, maxLength: 3 }), counted({ usual: 60, long: 1_000 }));
    let accepted = 0;
    for (const [index, edits] of mutations.entries()) {
      const document = join(folder, `${index}.yaml`);
      await writeFile(document, edits.reduce(edited, original).join("\n"));
      const out = join(folder, `client${index}`);
      const started = Date.now();
      const error = await generate({ document, out }).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(Date.now() - started).toBeLessThan(TOO_LONG);
      if (error === undefined) accepted += 1;
      else await expectFindings(error, document, out).catch((cause) => fail(edits, cause));
    }
    expect(accepted).toBeGreaterThan(0);
    expect(accepted).toBeLessThan(mutations.length);
    expect(await typeErrors("typescript-7", folder)).toBe("");
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});

/** The edits are the only way back to what a long run has found. */
function fail(edits: readonly Edit[], cause: unknown): never {
  throw new Error(`after the edits ${JSON.stringify(edits)}`, { cause });
}

async function expectFindings(error: unknown, document: string, out: string): Promise<void> {
  expect(error).toBeInstanceOf(SpecError);
  if (!(error instanceof SpecError)) return;
  expect(error.findings.length).toBeGreaterThan(0);
  for (const { position, message } of error.findings) {
    expect(position.file).toBe(document);
    expect(Math.min(position.line, position.column)).toBeGreaterThan(0);
    expect(message).not.toMatch(/\n\s+at /);
  }
  await mkdir(out, { recursive: true });
  expect([...(await filesOf(out)).keys()]).toEqual([]);
}

function edited(lines: readonly string[], change: Edit): string[] {
  const at = change.line % lines.length;
  const [before, here, after] = [lines.slice(0, at), lines[at] ?? "", lines.slice(at + 1)];
  const indent = /^\s*(?:- )?/.exec(here)?.[0] ?? "";
  switch (change.kind) {
    case "remove":
      return [...before, ...after];
    case "repeat":
      return [...before, here, here, ...after];
    case "swap":
      return [...before, after[0] ?? "", here, ...after.slice(1)];
    case "indent":
      return [...before, `  ${here}`, ...after];
    case "outdent":
      return [...before, here.replace(/^ {2}/, ""), ...after];
    case "insert":
      return [...before, indent + change.text, here, ...after];
    case "replace":
      return [...before, `${/^\s*(?:- )?[\w$-]+:/.exec(here)?.[0] ?? indent} ${change.text}`, ...after];
  }
}
