import { mkdir, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
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
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await writeFile(join(folder, "shop.yaml"), shop);
});

const shop = `openapi: 3.1.0
info: { title: Shop, version: "1.0" }
paths:
  /orders:
    get:
      operationId: listOrders
      x-sdk-name: orders.list
      x-safety: safe
      tags: [orders]
      responses:
        "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
components:
  schemas:
    Order: { type: object, properties: { id: { type: string } } }
`;

function run(...args: readonly string[]): Promise<Outcome> {
  return runCommand(codegen, folder, args);
}

test("generates, says how many files it wrote, and nothing more", async () => {
  const first = await run("generate", "shop.yaml", "--out", "out");
  expect(first).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^\d+ written, 0 removed, 0 unchanged\n$/),
    stderr: "",
  });
  const again = await run("generate", "shop.yaml", "--out", "out", "--json");
  expect(JSON.parse(again.stdout)).toMatchObject({ ok: true, written: [], removed: [] });
  expect(again).toMatchObject({ status: 0, stderr: "" });
});

test("counts the operations whose safety the HTTP method decides", async () => {
  await writeFile(join(folder, "shop.yaml"), shop.replace("      x-safety: safe\n", ""));
  const { stdout } = await run("generate", "shop.yaml", "--out", "out");
  expect(stdout).toContain(
    "\n1 operation has no `x-safety`: the client decides by HTTP method whether to retry a call.\n",
  );
  await writeFile(
    join(folder, "shop.yaml"),
    `x-safety-default: unsafe\n${shop.replace("x-safety: safe", "deprecated: true")}`,
  );
  const { stdout: json } = await run("generate", "shop.yaml", "--out", "out", "--json");
  expect(JSON.parse(json)).toMatchObject({ ok: true, safetyByMethod: 0 });
});

test("--check writes nothing, lists what differs, and exits with 1 until the folder is up to date", async () => {
  const before = await run("generate", "shop.yaml", "--out", "out", "--check");
  expect(before).toMatchObject({ status: 1, stdout: "" });
  expect(before.stderr).toContain("index.ts: missing\n");
  expect(await readdir(folder)).not.toContain("out");

  await run("generate", "shop.yaml", "--out", "out");
  expect(await run("generate", "shop.yaml", "--out", "out", "--check")).toEqual({
    status: 0,
    stdout: "out is up to date.\n",
    stderr: "",
  });

  await writeFile(join(folder, "out", "index.ts"), "// mine\n");
  await writeFile(join(folder, "shop.yaml"), shop.replace("Order: {", "Order: { description: changed,"));
  const after = await run("generate", "shop.yaml", "--out", "out", "--check");
  expect(after.status).toBe(1);
  expect(after.stderr).toContain("types.ts: outdated\n");
  expect(after.stderr).toContain("index.ts: edited by hand\n");
  const json = await run("generate", "shop.yaml", "--out", "out", "--check", "--json");
  expect(json).toMatchObject({ status: 1, stderr: "" });
  expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, edited: ["index.ts"], stale: [] });
});

test("a hand-edited file stops it, and --force does not", async () => {
  await run("generate", "shop.yaml", "--out", "out");
  await writeFile(join(folder, "out", "index.ts"), "// mine\n");
  const refused = await run("generate", "shop.yaml", "--out", "out");
  expect(refused).toEqual({
    status: 1,
    stdout: "",
    stderr: "These generated files were edited by hand: index.ts. Run again with --force to overwrite them.\n",
  });
  expect(await run("generate", "shop.yaml", "--out", "out", "--force")).toMatchObject({ status: 0, stderr: "" });
  expect(await readFile(join(folder, "out", "index.ts"), "utf8")).not.toContain("mine");
});

test("a broken document is reported with source lines, without colors in a pipe, and the old output stays", async () => {
  await run("generate", "shop.yaml", "--out", "out");
  const old = await readFile(join(folder, "out", "types.ts"), "utf8");
  await writeFile(
    join(folder, "shop.yaml"),
    shop.replace("title: Shop, ", "").replace('schemas/Order"', 'schemas/Ordr"'),
  );
  for (const command of [
    ["generate", "shop.yaml", "--out", "out"],
    ["validate", "shop.yaml"],
  ]) {
    expect(await run(...command)).toEqual({
      status: 1,
      stdout: "",
      stderr: `shop.yaml:2:1: "title" is missing: expected text.
  2 | info: { version: "1.0" }
      ^

shop.yaml:11:76: "#/components/schemas/Ordr" does not exist in the document.
  11 |         "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schem
                                                                                  ^
  Did you mean "Order"?

2 findings.
`,
    });
  }
  expect(await readFile(join(folder, "out", "types.ts"), "utf8")).toBe(old);
  const json = await run("validate", "shop.yaml", "--json");
  expect(JSON.parse(json.stdout)).toMatchObject({
    ok: false,
    findings: [
      { file: "shop.yaml", line: 2, column: 1 },
      { line: 11, column: 76 },
    ],
  });
  expect(json.stderr).toBe("");
});

test("a good document is valid", async () => {
  expect(await run("validate", "shop.yaml")).toEqual({ status: 0, stdout: "shop.yaml is valid.\n", stderr: "" });
  expect(JSON.parse((await run("validate", "shop.yaml", "--json")).stdout)).toEqual({ ok: true, findings: [] });
});

test.each([
  { args: [] },
  { args: ["nope"] },
  { args: ["generate", "shop.yaml"] },
  { args: ["generate", "--out", "out"] },
  { args: ["generate", "shop.yaml", "--out", "out", "--zod", "full"] },
  { args: ["generate", "shop.yaml", "--out", "out", "--enums", "ajar"] },
  { args: ["generate", "shop.yaml", "--out", "out", "--dates", "date"] },
  { args: ["generate", "--enums", "closed"] },
  { args: ["generate", "shop.yaml", "--out", "out", "--check", "--force"] },
  { args: ["generate", "shop.yaml", "--out", "out", "--check", "--timing"] },
  { args: ["validate", "shop.yaml", "more.yaml"] },
])("a wrong call exits with 2 and says how it is called: $args", async ({ args }) => {
  const { status, stdout, stderr } = await run(...args);
  expect(status).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/--help|Usage/);
});

test.each([
  { args: ["validate", "none.yaml"], want: "none.yaml:1:1: File not found." },
  { args: ["validate", "."], want: ".:1:1: This is a folder, not a document." },
  { args: ["generate", "shop.yaml", "--out", "shop.yaml"], want: "shop.yaml is not a folder." },
])("a mistake is no stack trace: $args", async ({ args, want }) => {
  const { status, stderr } = await run(...args);
  expect(status).toBe(1);
  expect(stderr).toContain(want);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test("help names every option and ends with examples", async () => {
  const { status, stdout } = await run("generate", "--help");
  expect(status).toBe(0);
  for (const option of [
    "--out",
    "--check",
    "--force",
    "--json",
    "--runtime",
    "--zod",
    "--enums",
    "--dates",
    "--timing",
  ])
    expect(stdout).toContain(option);
  expect(stdout).toMatch(/Examples:\n {2}\$ apsdirect-codegen generate openapi.yaml --out src\/generated\n/);
});

test("--timing prints the time of each step and their total", async () => {
  const timing = ["generate", "shop.yaml", "--out", "out", "--timing"];
  const { stdout, stderr } = await run(...timing);
  expect(stdout).toMatch(/^\d+ written, 0 removed, 0 unchanged\n$/);
  expect(stderr).toMatch(/^([a-z]+ +\d+\.\d ms\n)+$/);
  const steps = ["cache", "modules", "load", "validate", "model", "emit", "compiler", "check", "write", "total"];
  expect(stderr.match(/^[a-z]+/gm)).toEqual(steps);

  await writeFile(join(folder, "shop.yaml"), shop.replace("title: Shop", "title: Store"));
  const json = await run(...timing, "--json");
  expect(json.stderr).toBe("");
  const { total, ...times } = JSON.parse(json.stdout).timing;
  expect(Object.keys(times)).toEqual(steps.slice(0, -1));
  const sum = Object.values<number>(times).reduce((a, b) => a + b);
  expect(sum).toBeGreaterThan(total * 0.9);
  expect(sum).toBeLessThanOrEqual(total);
});

test("a folder whose package is CommonJS gets a warning and its files", async () => {
  await mkdir(join(folder, "lib"));
  await writeFile(join(folder, "lib", "package.json"), "{}");
  const { status, stderr } = await run("generate", "shop.yaml", "--out", "lib/out");
  expect(status).toBe(0);
  expect(stderr).toBe(
    `Warning: ${join(folder, "lib", "package.json")} needs "type": "module", because generated code consists of ES modules.\n`,
  );
});

test("options decide where the run-time and zod come from", async () => {
  await run("generate", "shop.yaml", "--out", "out", "--runtime", "@shop/runtime", "--zod", "classic");
  const text = await readFile(join(folder, "out", "zod.ts"), "utf8");
  expect(text).toContain('from "zod"');
  expect(await readFile(join(folder, "out", "client.ts"), "utf8")).toContain('from "@shop/runtime"');
});

test("shows where a file is not UTF-8, and no line of one that is too large to be read", async () => {
  await writeFile(join(folder, "latin.yaml"), Buffer.from("openapi: 3.1.0\ninfo: Pr\u00fcfung\n", "latin1"));
  const latin = await run("validate", "latin.yaml");
  expect(latin.stderr).toContain("latin.yaml:2:9: Invalid UTF-8.\n  2 | info: Pr\ufffdfung\n");
  await writeFile(join(folder, "large.yaml"), "openapi: 3.1.0\n");
  await truncate(join(folder, "large.yaml"), 64 * 1024 * 1024 + 1);
  const large = await run("validate", "large.yaml");
  expect(large.stderr).toMatch(/^large\.yaml:1:1: The file has .+\n\n1 finding\.\n$/);
});
