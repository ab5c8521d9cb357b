import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { shop } from "../changes/shop.js";
import { temporaryFolder } from "../write/folder.js";
import { buildCodegen } from "./built-codegen.js";
import { type Outcome, runCommand } from "./command.js";

let codegen: string;
beforeAll(async () => {
  codegen = await buildCodegen();
});
afterAll(() => rm(codegen, { recursive: true }));

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  await mkdir(join(folder, "node_modules"));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await writeFile(join(folder, "shop.yaml"), shop);
  expect((await generate()).stdout).toMatch(/^\d+ written, 0 removed, 0 unchanged\n$/);
});

const planted = shop
  .replace("city: { type: string }", "city: { type: integer }")
  .replace("Legal name.", "Name.")
  .replace("        note: { type: string, maxLength: 100 }\n", "        remark: { type: string }\n");

const hint = "To see the changes for callers, run `apsdirect-codegen diff <old> shop.yaml`.\n";

test("lists the changes for callers, most severe first, and the version bump", async () => {
  await writeFile(join(folder, "shop.yaml"), planted);
  const { stdout } = await generate();
  expect(stdout.replace(/\d+(?=[:)]| \w+(?:,|\n))/g, "N")).toBe(`N written, N removed, N unchanged
  ! OrderRequest.note: The field was removed.
  ! Account.address.city: It is now \`number\` (was \`string\`). (shop.yaml:N:N)
  + OrderRequest.remark: The field is new. (shop.yaml:N:N)
  ~ Account.companyName: Its documentation changed. (shop.yaml:N:N)
These changes require a major version.
`);
});

test("says the same with --json as diff, but for positions in a document that it has not read", async () => {
  await writeFile(join(folder, "old.yaml"), shop);
  await writeFile(join(folder, "shop.yaml"), planted);
  const { changes: report } = JSON.parse((await generate("--json")).stdout);
  const { bump, changes } = JSON.parse((await run("diff", "old.yaml", "shop.yaml", "--json")).stdout);
  expect(report).toEqual({ bump, changes: changes.map(({ old, ...change }: { old?: unknown }) => change) });
});

test("lists 20 changes and counts the others", async () => {
  const fields = Array.from({ length: 23 }, (_, index) => `        extra${index}: { type: string }\n`);
  await writeFile(join(folder, "shop.yaml"), shop.replace(/(?<=\n) {8}note: /, `${fields.join("")}        note: `));
  const { stdout } = await generate();
  expect(stdout.match(/^ {2}\+ /gm)).toHaveLength(20);
  expect(stdout).toContain("\n  and 3 more\nThese changes require a minor version.\n");
});

test("says so where files changed and nothing for callers", async () => {
  expect((await generate("--runtime", "@shop/runtime")).stdout).toMatch(/\d+ unchanged\nNo changes for callers\.\n$/);
});

test("compares with the run that wrote the output, through a run that is refused", async () => {
  await writeFile(join(folder, "shop.yaml"), shop.replace("openapi: 3.1.0", "openapi: 7"));
  expect((await generate()).status).toBe(1);
  await writeFile(join(folder, "shop.yaml"), planted);
  expect((await generate()).stdout).toContain("These changes require a major version.\n");
});

test.each<{ readonly where: string; readonly make: () => Promise<unknown> }>([
  { where: "in a fresh clone", make: () => rm(modules(), { recursive: true }) },
  { where: "after another generator's run", make: () => writeFile(join(codegen, "dist", "extra.js"), "// improved\n") },
  { where: "over an output that came without the cache", make: generateElsewhere },
])("names the command that can tell $where, if files changed", async ({ make }) => {
  await make();
  await writeFile(join(folder, "shop.yaml"), planted);
  const { stdout } = await generate();
  await rm(join(codegen, "dist", "extra.js"), { force: true });
  expect(stdout.endsWith(`\n${hint}`)).toBe(true);
});

/** Makes another output while the cache is out of reach, as a pull from a colleague does. */
async function generateElsewhere(): Promise<void> {
  await rename(modules(), join(folder, "away"));
  await writeFile(join(folder, "shop.yaml"), shop.replace("Legal name.", "Their name."));
  await generate();
  await rename(join(folder, "away"), modules());
}

function modules(): string {
  return join(folder, "node_modules");
}

test("says nothing about changes where no file changed", async () => {
  await rm(join(folder, "node_modules"), { recursive: true });
  expect((await generate()).stdout).toMatch(/^0 written, 0 removed, \d+ unchanged\n$/);
});

function generate(...args: readonly string[]): Promise<Outcome> {
  return run("generate", "shop.yaml", "--out", "out", ...args);
}

function run(...args: readonly string[]): Promise<Outcome> {
  return runCommand(codegen, folder, args);
}
