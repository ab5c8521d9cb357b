import { appendFile, mkdir, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
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
  await save(shop);
  expect(await generate()).toMatchObject({ status: 0 });
});

test("an unchanged document costs no compiler, no parser and no validator: they are not even loaded", async () => {
  expect(await light()).toEqual({ status: 0, stdout: "0 written, 0 removed, 10 unchanged\n", stderr: "" });
  expect(await light("--check")).toEqual({ status: 0, stdout: "out is up to date.\n", stderr: "" });
});

test.each<{ readonly change: string; readonly make: () => Promise<unknown>; readonly args?: readonly string[] }>([
  { change: "another document", make: () => save(shop.replace("Legal name.", "Name.")) },
  { change: "an edited file", make: () => writeFile(join(folder, "out", "types.ts"), "// mine\n") },
  { change: "a file less", make: () => rm(join(folder, "out", "types.ts")) },
  { change: "no cache", make: () => rm(join(folder, "node_modules"), { recursive: true }) },
  { change: "a cache of another shape", make: () => rewriteCache("null") },
  { change: "a cache that is cut off", make: () => rewriteCache('{"inputs":') },
  { change: "an output of another run", make: () => appendFile(join(folder, "out", ".apsdirect-codegen.json"), "\n") },
  { change: "an interrupted run", make: () => mkdir(join(folder, "out.apsdirect-staging")) },
  { change: "other options", make: async () => undefined, args: ["--zod", "classic"] },
  { change: "another choice of dates", make: async () => undefined, args: ["--dates", "Date"] },
  { change: "another choice of enums", make: async () => undefined, args: ["--enums", "closed"] },
])("$change takes a whole run", async ({ make, args = [] }) => {
  await make();
  expect((await light(...args)).stderr).toContain("a step is loaded");
});

test("another generator takes a whole run, though its version is the same", async () => {
  const path = join(codegen, "dist", "emit.js");
  const code = await readFile(path, "utf8");
  await writeFile(path, `${code}\n// improved\n`);
  expect((await light()).stderr).toContain("a step is loaded");
  await writeFile(path, code);
});

test("a document that was saved during a run is not taken for the one that was read", async () => {
  await writeFile(join(folder, "shop.yaml"), shop.replace("Legal name.", "Name."));
  await utimes(join(folder, "shop.yaml"), Date.now() / 1000 + 60, Date.now() / 1000 + 60);
  expect(await generate()).toMatchObject({ status: 0 });
  expect((await light()).stderr).toContain("a step is loaded");
});

function generate(...args: readonly string[]): Promise<Outcome> {
  return runCommand(codegen, folder, ["generate", "shop.yaml", "--out", "out", ...args]);
}

async function rewriteCache(text: string): Promise<void> {
  const cache = join(folder, "node_modules", ".cache", "apsdirect-codegen");
  for (const name of await readdir(cache)) await writeFile(join(cache, name), text);
}

const hook = `export function resolve(specifier, context, next) {
  if (/\\/(?:client-files|load|validate|emit|print)\\.js$/.test(specifier)) throw new Error("a step is loaded");
  return next(specifier, context);
}`;
const registration = `import { register } from "node:module"; register(${JSON.stringify(dataUrl(hook))});`;

/** Runs the command where neither the compiler nor what reads and judges a document can be loaded. */
function light(...args: readonly string[]): Promise<Outcome> {
  const command = ["generate", "shop.yaml", "--out", "out", ...args];
  return runCommand(codegen, folder, command, ["--import", dataUrl(registration)]);
}

function dataUrl(code: string): string {
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

/** Saves the document as if it had been lying there for a while. */
async function save(text: string): Promise<void> {
  await writeFile(join(folder, "shop.yaml"), text);
  await utimes(join(folder, "shop.yaml"), 1, 1);
}
