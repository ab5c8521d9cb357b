import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { npm } from "../support/npm.js";
import { type Packed, pack } from "../support/packed.js";

declare module "vitest" {
  interface ProvidedContext {
    /** Packages as npm would publish them. */
    readonly archives: readonly Packed[];
    /** Project in which all packages are installed. Tests must not change what is installed. */
    readonly installation: string;
  }
}

/** Packs and installs the packages once for all tests, because npm takes several seconds each time. */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "apsdirect-packages-"));
  const installation = join(folder, "installation");
  await mkdir(installation);
  const archives = pack(folder);
  await writeFile(join(installation, "package.json"), JSON.stringify({ type: "module" }));
  const packages = [...archives.map(({ archive }) => archive), "@types/node@20"];
  npm(["install", "--no-audit", "--no-fund", "--prefer-offline", ...packages], installation);
  provide("archives", archives);
  provide("installation", installation);
  return () => rm(folder, { recursive: true, force: true });
}
