import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { GeneratedFile } from "../../../codegen/src/write/index.js";

/** A folder of its own for one test, gone afterwards. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "apsdirect-write-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Text of each file below a folder, by path; the manifest left out. */
export async function contents(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true });
  const found: Record<string, string> = {};
  for (const path of entries.sort()) {
    if (path === ".apsdirect-codegen.json" || (await stat(join(folder, path))).isDirectory()) continue;
    found[path] = await readFile(join(folder, path), "utf8");
  }
  return found;
}

/** Files from texts by path. */
export function files(texts: Readonly<Record<string, string>>): readonly GeneratedFile[] {
  return Object.entries(texts).map(([path, text]) => ({ path, text }));
}
