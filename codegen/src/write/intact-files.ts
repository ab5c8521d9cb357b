import { lstat } from "node:fs/promises";
import { hashAt } from "./content.js";
import { readManifest } from "./manifest.js";
import { resolveOutputFolder } from "./output-folder.js";
import { manifestName } from "./output-path.js";
import { stagingPath } from "./staging.js";
import { explainSystemErrors, ifExists } from "./write-error.js";

/** Hash of an output folder's manifest, which identifies the output. `undefined` if there is no manifest. */
export async function readManifestHash(out: string): Promise<string | undefined> {
  return explainSystemErrors(out, async () => hashAt(await resolveOutputFolder(out), manifestName));
}

/**
 * Returns the files of an output folder and the hash of its manifest, if all files are as the last run left them and no
 * run is unfinished. Otherwise returns `undefined`.
 */
export async function readIntactFiles(
  out: string,
): Promise<{ readonly paths: readonly string[]; readonly manifest: string } | undefined> {
  return explainSystemErrors(out, async () => {
    const folder = await resolveOutputFolder(out);
    const manifest = await readManifestHash(out);
    const isStaging = (await ifExists(lstat(stagingPath(folder)))) !== undefined;
    if (manifest === undefined || isStaging) return undefined;
    const { hashes, isPending } = await readManifest(folder);
    const found = await Promise.all(
      [...hashes].map(async ([path, own]) => own.has((await hashAt(folder, path)) ?? "")),
    );
    if (isPending || found.includes(false)) return undefined;
    return { paths: [...hashes.keys()].filter((path) => path !== manifestName), manifest };
  });
}
