import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
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
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await writeFile(join(folder, "shop.yaml"), shop);
});

const two = {
  clients: [
    { document: "shop.yaml", out: "mini" },
    { document: "shop.yaml", out: "classic", zod: "classic", enums: "closed" },
  ],
};

test("generates, and checks, all clients of apsdirect.config.json", async () => {
  await config("json", JSON.stringify(two));
  expect(await generate("--check")).toMatchObject({ status: 1, stderr: expect.stringContaining("to update classic") });
  expect(await generate()).toMatchObject({ status: 0, stderr: "" });
  expect(await readdir(folder)).toEqual(expect.arrayContaining(["mini", "classic"]));
  const [open, closed] = await Promise.all(
    two.clients.map(({ out }) => readFile(join(folder, out, "types.ts"), "utf8")),
  );
  expect(open).toContain("(string & {})");
  expect(closed).not.toContain("(string & {})");
  expect(await generate("--check")).toMatchObject({
    status: 0,
    stdout: "mini is up to date.\nclassic is up to date.\n",
  });
});

test("one broken document keeps no other from being generated, and the status tells of it", async () => {
  await writeFile(join(folder, "broken.yaml"), "openapi: 3.1.0\n");
  await config("json", JSON.stringify({ clients: [{ document: "broken.yaml", out: "broken" }, ...two.clients] }));
  expect(await generate()).toMatchObject({ status: 1, stderr: expect.stringContaining("broken.yaml:1:1: ") });
  expect(await readdir(folder)).toEqual(expect.arrayContaining(["mini", "classic"]));
});

test("a config may be code", async () => {
  await config("mjs", `export default ${JSON.stringify(two)};`);
  expect(await generate()).toMatchObject({ status: 0, stderr: "" });
});

test("a TypeScript config runs if Node can load it, and otherwise the error says what to do", async () => {
  await config("ts", `export default ${JSON.stringify(two)} as const;`);
  const { status, stderr } = await generate();
  if (Reflect.get(process.features, "typescript")) expect(status).toBe(0);
  else
    expect(stderr).toContain("cannot load apsdirect.config.ts. Rename it to apsdirect.config.mjs and write JavaScript");
});

test("a config next to the document is never run", async () => {
  await mkdir(join(folder, "foreign"));
  await writeFile(join(folder, "foreign", "shop.yaml"), shop);
  await writeFile(join(folder, "foreign", "apsdirect.config.mjs"), 'throw new Error("it was run");');
  expect(await generate("foreign/shop.yaml", "--out", "out")).toMatchObject({ status: 0, stderr: "" });
});

test.each([
  {
    extension: "json",
    text: '{\n  "clients": [{ "document": 1, "out": "out" }]\n}',
    want: "apsdirect.config.json:2:17: clients.0.document: ",
  },
  {
    extension: "json",
    text: '{\n  "clients": [{ "document": "a", "out": "b", "outt": "c" }]\n}',
    want: "apsdirect.config.json:2:15: clients.0: ",
  },
  {
    extension: "mjs",
    text: "export default { clients: [] };",
    want: " is not a valid config:\nclients: ",
  },
  { extension: "mjs", text: 'throw new Error("broken");', want: "Cannot load apsdirect.config.mjs: broken" },
])("a wrong config says where: $text", async ({ extension, text, want }) => {
  await config(extension, text);
  const { status, stderr } = await generate();
  expect(status).toBe(1);
  expect(stderr).toContain(want);
});

test("without a document and config it says what to do, and it rejects two configs", async () => {
  expect((await generate()).stderr).toContain("list your clients in apsdirect.config.json");
  await config("json", JSON.stringify(two));
  await config("js", "");
  expect((await generate()).stderr).toContain("more than one config file");
  expect(await generate("--zod", "classic")).toMatchObject({ status: 2 });
});

function config(extension: string, text: string): Promise<void> {
  return writeFile(join(folder, `apsdirect.config.${extension}`), text);
}

function generate(...args: readonly string[]): Promise<Outcome> {
  return runCommand(codegen, folder, ["generate", ...args]);
}
