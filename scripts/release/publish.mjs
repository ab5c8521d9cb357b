import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { publishedManifest } from "./pack.mjs";
import { FOLDERS } from "./packages.mjs";

const changesets = createRequire(import.meta.url).resolve("@changesets/cli/bin.js");

/**
 * Publishes the packages of a clone with changesets. It skips versions that the registry already has, so running it again
 * completes an interrupted release.
 *
 * @param clone Folder of a clone with built packages. Its manifests are changed to the published ones.
 * @param environment Environment variables for npm, such as `npm_config_registry`.
 */
export function publish(clone, environment) {
  preparePackages(clone);
  const { status } = spawnSync(process.execPath, [changesets, "publish", "--no-git-tag"], {
    cwd: clone,
    env: environment,
    stdio: "inherit",
  });
  if (status !== 0)
    throw new Error("Could not publish all packages. Fix the reported problem and run the release again.");
}

/** Replaces the manifests of a clone by the published ones, without the condition for sources. */
export function preparePackages(clone) {
  for (const folder of FOLDERS) {
    const path = join(clone, folder, "package.json");
    const manifest = publishedManifest(JSON.parse(readFileSync(path, "utf8")));
    writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
  }
}
