import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Folders of the published packages. */
export const FOLDERS = ["spec", "sdk", "codegen", "test/sandbox"];

/**
 * Lists the reasons why the checkout cannot be released. Empty if it can be.
 *
 * @param status Output of `git status --porcelain`.
 * @param isRehearsal True if nothing will be published.
 */
export function obstacles(root, status, isRehearsal) {
  const manifests = FOLDERS.map((folder) => JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")));
  const versions = new Set(manifests.map(({ version }) => version));
  const pending = readdirSync(join(root, ".changeset")).filter((name) => name.endsWith(".md") && name !== "README.md");
  const unnamed = manifests.filter(({ repository }) => repository === undefined).map(({ name }) => name);
  return [
    status !== "" && `Commit these changes first:\n${status}`,
    pending.length > 0 &&
      `Unreleased changesets: ${pending.join(", ")}. Run npm run release:version and commit the result.`,
    versions.size > 1 &&
      `The packages have different versions: ${[...versions].join(", ")}. Run npm run release:version.`,
    // npm provenance requires that the manifest names the repository.
    !isRehearsal && unnamed.length > 0 && `"repository" is missing in the package.json of ${unnamed.join(", ")}.`,
  ].filter((obstacle) => obstacle !== false);
}
