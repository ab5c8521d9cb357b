import { lstat } from "node:fs/promises";
import { contentAt } from "./content.js";
import { readManifest } from "./manifest.js";
import { outputFolder } from "./output-folder.js";
import { manifestName } from "./output-path.js";
import { stagingPath } from "./staging.js";
import { explainSystemErrors, ifExists } from "./write-error.js";

/** Hash of the manifest of an output folder: it identifies the output that is there. `undefined` if there is none. */
export async function manifestHash(out: string): Promise<string | undefined> {
  return explainSystemErrors(out, async () => contentAt(await outputFolder(out), manifestName));
}

/**
 * Paths in an output folder, and the hash of its manifest, if every file is as the last run left it and no run is
 * unfinished; else `undefined`.
 */
export async function intactFiles(
  out: string,
): Promise<{ readonly paths: readonly string[]; readonly manifest: string } | undefined> {
  return explainSystemErrors(out, async () => {
    const folder = await outputFolder(out);
    const manifest = await manifestHash(out);
    const isStaging = (await ifExists(lstat(stagingPath(folder)))) !== undefined;
    if (manifest === undefined || isStaging) return undefined;
    const { hashes, isPending } = await readManifest(folder);
    const found = await Promise.all(
      [...hashes].map(async ([path, own]) => own.has((await contentAt(folder, path)) ?? "")),
    );
    if (isPending || found.includes(false)) return undefined;
    return { paths: [...hashes.keys()].filter((path) => path !== manifestName), manifest };
  });
}
