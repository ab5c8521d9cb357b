import { lstat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ifExists } from "../write/index.js";

/**
 * Where tools keep what they can do without: in the nearest `node_modules` above a folder. `undefined` where there is
 * none, or where it is a link, behind which another project may keep its own.
 */
export async function cacheFolder(path: string): Promise<string | undefined> {
  for (let folder = path; ; folder = dirname(folder)) {
    const modules = join(folder, "node_modules");
    const status = await ifExists(lstat(modules));
    if (status !== undefined) return status.isDirectory() ? join(modules, ".cache", "apsdirect-codegen") : undefined;
    if (folder === dirname(folder)) return undefined;
  }
}
