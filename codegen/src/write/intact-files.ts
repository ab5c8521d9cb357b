import { lstat } from "node:fs/promises";
import { contentAt } from "./content.js";
import { readManifest } from "./manifest.js";
import { outputFolder } from "./output-folder.js";
import { manifestName } from "./output-path.js";
import { stagingPath } from "./staging.js";
import { explainSystemErrors, ifExists } from "./write-error.js";

/** Hash of an output folder's manifest, which identifies the output. `undefined` if there is no manifest. */
export async function manifestHash(out: string): Promise<string | undefined> {
  return explainSystemErrors(out, async () => contentAt(await outputFolder(out), manifestName));
}

/**
 * Returns the files of an output folder and the hash of its manifest, if all files are as the last run left them and no
 * run is unfinished. Otherwise returns `undefined`.
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
