import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, inject } from "vitest";
import { npm } from "../support/npm.js";
import { type Packed, published } from "../support/packed.js";

/** Archive of each package, optionally of those in some folders only. */
export function archives(folders: readonly string[] = published): readonly Packed[] {
  return inject("archives").filter((_, index) => folders.includes(published[index] ?? ""));
}

/**
 * Installs packages of this repository in a project, as a user does.
 *
 * @param folders Folders of the packages.
 * @param others Packages to install next to them, in versions that npm's cache has: `typescript@7.0.2`.
 */
export function install(project: string, folders: readonly string[], others: readonly string[] = []): void {
  const packages = [...archives(folders).map(({ archive }) => archive), ...others];
  npm(["install", "--no-audit", "--no-fund", "--prefer-offline", ...packages], project);
}

/** Project in which packages are installed. Filled before the first test of a file. */
export interface InstalledPackages {
  folder: string;
}

/**
 * Installs packages in an empty project, for the tests of one file.
 *
 * @param options.folders Folders of the packages. @defaultValue all that are published
 * @param options.others Packages to install next to them: `saxes@6`. @defaultValue none
 * @param options.overrides Versions that replace those which the packages ask for. @defaultValue none
 */
export function installedPackages(
  options: {
    readonly folders?: readonly string[];
    readonly others?: readonly string[];
    readonly overrides?: Readonly<Record<string, string>>;
  } = {},
): InstalledPackages {
  const { folders = published, others = [], overrides = {} } = options;
  const installed: InstalledPackages = { folder: "" };
  beforeAll(async () => {
    installed.folder = await mkdtemp(join(tmpdir(), "apsdirect-"));
    await writeFile(join(installed.folder, "package.json"), JSON.stringify({ type: "module", overrides }));
    install(installed.folder, folders, others);
  });
  afterAll(() => rm(installed.folder, { recursive: true, force: true }));
  return installed;
}
