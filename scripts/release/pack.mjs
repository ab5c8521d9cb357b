import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Export condition under which packages resolve to their sources. Only this repository sets it. */
const SOURCE_CONDITION = "@apsdirect/source";

/**
 * Packs packages as npm publishes them. npm packs a copy of their files, because the published manifest has no condition
 * for sources.
 *
 * @param folders Folders of the packages, relative to `root`.
 * @param destination Folder of the archives.
 * @param npm Runs npm with arguments in a folder and returns its standard output.
 * @returns What `npm pack --json` reports for each archive.
 */
export function pack(root, folders, destination, npm) {
  const copies = mkdtempSync(join(tmpdir(), "apsdirect-pack-"));
  try {
    const workspaces = folders.flatMap((folder) => ["--workspace", folder]);
    const lists = JSON.parse(npm(["pack", "--dry-run", "--json", ...workspaces], root));
    const copied = folders.map((folder) => copyPackage(join(root, folder), join(copies, folder), lists));
    return JSON.parse(npm(["pack", "--json", "--pack-destination", destination, ...copied], copies));
  } finally {
    rmSync(copies, { recursive: true });
  }
}

/** The manifest of a package without the condition for sources. */
export function publishedManifest(manifest) {
  return JSON.parse(JSON.stringify(manifest, (key, value) => (key === SOURCE_CONDITION ? undefined : value)));
}

function copyPackage(folder, copy, lists) {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const { files } = lists.find(({ name }) => name === manifest.name);
  for (const { path } of files) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(folder, path), join(copy, path));
  }
  writeFileSync(join(copy, "package.json"), `${JSON.stringify(publishedManifest(manifest), null, 2)}\n`);
  return copy;
}
