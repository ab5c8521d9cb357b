import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The folders of the packages that are published, each after those that it depends on. */
export const FOLDERS = ["spec", "sdk", "codegen", "test/sandbox"];

/**
 * Why what is checked out cannot be released; nothing where it can.
 *
 * @param status What `git status --porcelain` says.
 * @param isRehearsal Whether nothing will be published.
 */
export function obstacles(root, status, isRehearsal) {
  const manifests = FOLDERS.map((folder) => JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")));
  const versions = new Set(manifests.map(({ version }) => version));
  const pending = readdirSync(join(root, ".changeset")).filter((name) => name.endsWith(".md") && name !== "README.md");
  const unnamed = manifests.filter(({ repository }) => repository === undefined).map(({ name }) => name);
  return [
    status !== "" && `There are changes that are not committed:\n${status}`,
    pending.length > 0 && `Changes wait for a version: ${pending.join(", ")}. Run npm run release:version and commit.`,
    versions.size > 1 &&
      `The packages do not share one version: ${[...versions].join(", ")}. Run npm run release:version.`,
    // npm attests where a package was built only if its manifest names that repository.
    !isRehearsal && unnamed.length > 0 && `"repository" is missing in the package.json of ${unnamed.join(", ")}.`,
  ].filter((obstacle) => obstacle !== false);
}
