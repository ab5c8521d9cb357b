import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { builtEnvironment } from "../../support/sources/index.js";
import { shop } from "../changes/shop.js";
import { temporaryFolder } from "../write/folder.js";
import { buildCodegen } from "./built-codegen.js";

let codegen: string;
beforeAll(async () => {
  codegen = await buildCodegen();
});
afterAll(() => rm(codegen, { recursive: true }));

test("--watch follows the document through saves, a replaced file and a broken one, and ends on SIGINT", async () => {
  const folder = await temporaryFolder();
  const document = join(folder, "shop.yaml");
  const types = (): Promise<string> => readFile(join(folder, "out", "types.ts"), "utf8");
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await mkdir(join(folder, "node_modules")); // the model of the last run is kept in there
  await writeFile(document, shop);
  const { child, said } = watching(folder);
  await runs(said, 1);
  expect(await types()).toContain("Legal name.");

  await writeFile(document, shop.replace("Legal name.", "Written over."));
  await runs(said, 2);
  expect(await types()).toContain("Written over.");

  await writeFile(
    join(folder, "draft"),
    shop.replace("Legal name.", "Moved in.").replace("        total: { type: number }\n", ""),
  );
  await rename(join(folder, "draft"), document);
  await runs(said, 3);
  expect(await types()).toContain("Moved in.");
  expect(said.stdout).toContain("  ! Order.total: ");

  await writeFile(document, "openapi: 3.1.0\n");
  await runs(said, 4);
  expect(said.stderr).toContain("shop.yaml:1:1: ");
  expect(await types()).toContain("Moved in.");

  await writeFile(join(folder, "other.yaml"), "not ours");
  await writeFile(document, shop);
  await runs(said, 5);
  expect(await types()).toContain("Legal name.");

  const ended = once(child, "close");
  child.kill("SIGINT");
  expect(await ended).toEqual([0, null]);
  expect(said.stderr.match(/Watching/g)).toHaveLength(5);
}, 120_000);

function watching(cwd: string): { readonly child: ChildProcess; readonly said: { stdout: string; stderr: string } } {
  const args = [join(codegen, "bin/apsdirect-codegen.js"), "generate", "shop.yaml", "--out", "out", "--watch"];
  const child = spawn(process.execPath, args, { cwd, env: builtEnvironment() });
  onTestFinished(() => void child.kill("SIGKILL"));
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    said.stdout += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    said.stderr += String(chunk);
  });
  return { child, said };
}

/** Waits until the command has told the outcome of that many runs. */
async function runs(said: { readonly stderr: string }, count: number): Promise<void> {
  await vi.waitFor(() => expect(said.stderr.match(/Watching/g)).toHaveLength(count), { timeout: 30_000, interval: 50 });
}
