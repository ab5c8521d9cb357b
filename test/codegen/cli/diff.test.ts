import { rm, writeFile } from "node:fs/promises";
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
  await writeFile(join(folder, "old.yaml"), shop);
  await writeFile(
    join(folder, "new.yaml"),
    shop.replace("x-sdk-name: orders.create", "x-sdk-name: orders.place").replace("[OPEN, DONE]", "[OPEN, HELD, DONE]"),
  );
});

function run(...args: readonly string[]): Promise<Outcome> {
  return runCommand(codegen, folder, args);
}

test("groups changes by severity and reports the version bump", async () => {
  expect(await run("diff", "old.yaml", "new.yaml")).toEqual({
    status: 0,
    stdout: `Breaking (1)
  orders.create: Call \`orders.place\` instead. (new.yaml:6:5)

Additions (1)
  Order.status: The value \`"HELD"\` is new. (new.yaml:58:9)

These changes require a major version.
`,
    stderr: "",
  });
});

test("says so where nothing changed", async () => {
  expect(await run("diff", "old.yaml", "old.yaml")).toEqual({
    status: 0,
    stdout: "No changes for callers from old.yaml to old.yaml.\n",
    stderr: "",
  });
});

test("--fail-on breaking exits with 1 where something breaks, and with 0 where nothing does", async () => {
  expect(await run("diff", "old.yaml", "new.yaml", "--fail-on", "breaking")).toMatchObject({ status: 1, stderr: "" });
  expect(await run("diff", "old.yaml", "old.yaml", "--fail-on", "breaking")).toMatchObject({ status: 0 });
});

test("--json tells a program", async () => {
  const { status, stdout } = await run("diff", "old.yaml", "new.yaml", "--json", "--fail-on", "breaking");
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: false,
    bump: "major",
    changes: [
      { where: "orders.create", kind: "method-renamed", severity: "breaking", new: { file: "new.yaml", line: 6 } },
      { where: "Order.status", kind: "enum-value-added", severity: "addition" },
    ],
  });
});

test.each([
  { args: ["diff", "old.yaml"] },
  { args: ["diff", "old.yaml", "new.yaml", "--fail-on", "fix"] },
  { args: ["diff", "old.yaml", "new.yaml", "--project", "tsconfig.json"] },
])("a wrong call exits with 2: $args", async ({ args }) => {
  const { status, stderr } = await run(...args);
  expect(status).toBe(2);
  expect(stderr).toContain("--help");
});

test("a broken document is reported with its position", async () => {
  await writeFile(join(folder, "new.yaml"), "openapi: 3.1.0\n");
  const { status, stderr } = await run("diff", "old.yaml", "new.yaml");
  expect(status).toBe(1);
  expect(stderr).toContain("new.yaml:1:1: ");
});
