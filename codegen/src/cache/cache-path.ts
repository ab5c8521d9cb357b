import { createHash } from "node:crypto";
import { lstat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ifExists, resolveOutputFolder } from "../write/index.js";

/** Path of the cache file for an output folder, or `undefined` if there is no cache folder. */
export async function cachePath(out: string, suffix: string): Promise<string | undefined> {
  const folder = await resolveOutputFolder(out);
  const cache = await cacheFolder(folder);
  const key = createHash("sha256").update(folder).digest("hex").slice(0, 16);
  return cache === undefined ? undefined : join(cache, `${key}.${suffix}`);
}

/**
 * Cache folder in the nearest `node_modules` above a path. `undefined` if there is none, or if it is a symbolic link:
 * another project may keep its cache behind the link.
 */
async function cacheFolder(path: string): Promise<string | undefined> {
  for (let folder = path; ; folder = dirname(folder)) {
    const modules = join(folder, "node_modules");
    const status = await ifExists(lstat(modules));
    if (status !== undefined) return status.isDirectory() ? join(modules, ".cache", "apsdirect-codegen") : undefined;
    if (folder === dirname(folder)) return undefined;
  }
}
