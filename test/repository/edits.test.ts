import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkout, runTests } from "./checkout.js";

let folder: string;
beforeAll(async () => {
  folder = await checkout();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Edits that each break one line, and a test file that covers the line. */
const edits = [
  {
    part: "the signature",
    file: "sdk/src/oauth1/encoding/percent-encoding.ts",
    line: 'text.replaceAll("+", " ")',
    broken: "text",
    tests: ["test/sdk/oauth1/vectors.test.ts"],
  },
  {
    part: "the command line",
    file: "sdk/src/cli/program.ts",
    line: 'name === "--version"',
    broken: 'name === "--edition"',
    tests: ["test/sdk/cli/explain.test.ts", "--testNamePattern", "^help"],
  },
  {
    part: "the generator",
    file: "codegen/src/emit/type-code.ts",
    line: "operand(typeCode(items, to))}[]`",
    broken: "operand(typeCode(items, to))}[][]`",
    // The other tests of this file compile clients against the built SDK.
    tests: ["test/codegen/golden.test.ts", "--testNamePattern", "generates what"],
  },
];

test.each(edits)(
  "without a build, a broken line in $part fails its tests",
  async ({ file, line, broken, tests }) => {
    const source = await readFile(join(folder, file), "utf8");
    expect(source.split(line)).toHaveLength(2);
    const before = await runTests(folder, tests);
    expect(before.output).toContain(", 0 failed");
    expect(before.status).toBe(0);
    await writeFile(
      join(folder, file),
      source.replace(line, () => broken),
    );
    const after = await runTests(folder, tests);
    expect(after.output).toMatch(/, [1-9]\d* failed/);
    expect(after.status).toBe(1);
    expect(["sdk", "codegen"].filter((name) => existsSync(join(folder, name, "dist")))).toEqual([]);
  },
  300_000,
);
