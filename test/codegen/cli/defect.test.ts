import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filesOf } from "../../support/generated.js";
import { shop } from "../changes/shop.js";
import { temporaryFolder } from "../write/folder.js";
import { buildCodegen } from "./built-codegen.js";
import { runCommand } from "./command.js";

let codegen: string;
beforeAll(async () => {
  codegen = await buildCodegen();
});
afterAll(() => rm(codegen, { recursive: true }));

test("a generator that prints broken code writes nothing, and says which file is broken", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "shop.yaml"), shop);
  const generate = () => runCommand(codegen, folder, ["generate", "shop.yaml", "--out", "out"]);
  expect(await generate()).toMatchObject({ status: 0 });
  const before = await filesOf(join(folder, "out"));

  const path = join(codegen, "dist", "code.js");
  const code = await readFile(path, "utf8");
  const broken = code.replace("code`export interface ", "code`export interface new ");
  expect(broken).not.toBe(code);
  await writeFile(path, broken);
  await writeFile(join(folder, "shop.yaml"), shop.replace("Legal name.", "Name."));

  const { status, stderr } = await generate();
  expect(status).toBe(1);
  expect(stderr).toMatch(/printed invalid TypeScript: [\w/-]+\.ts:\d+: .*Nothing was written/);
  expect(await filesOf(join(folder, "out"))).toEqual(before);
});
