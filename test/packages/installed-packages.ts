import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { npm } from "../support/npm.js";
import { type Packed, pack, published } from "../support/packed.js";

/** A project in which packages are installed. */
export interface InstalledPackages {
  folder: string;
  packed: readonly Packed[];
}

/**
 * Packages, packed as npm would publish them and installed in an empty project, for the tests of a file.
 *
 * @param options.workspaces Their folders. @defaultValue all that are published
 * @param options.others What is installed beside them: `saxes@6`. @defaultValue nothing
 * @param options.overrides Versions in place of those that the packages ask for. @defaultValue none
 * @returns an object that is filled before the first test runs
 */
export function installedPackages(
  options: {
    readonly workspaces?: readonly string[];
    readonly others?: readonly string[];
    readonly overrides?: Readonly<Record<string, string>>;
  } = {},
): InstalledPackages {
  const { workspaces = published, others = [], overrides = {} } = options;
  const installed: InstalledPackages = { folder: "", packed: [] };
  beforeAll(async () => {
    installed.folder = await mkdtemp(join(tmpdir(), "apsdirect-"));
    await writeFile(join(installed.folder, "package.json"), JSON.stringify({ type: "module", overrides }));
    installed.packed = pack(installed.folder, workspaces);
    const archives = installed.packed.map(({ archive }) => archive);
    npm(["install", "--no-audit", "--no-fund", "--prefer-offline", ...archives, ...others], installed.folder);
  });
  afterAll(() => rm(installed.folder, { recursive: true, force: true }));
  return installed;
}
