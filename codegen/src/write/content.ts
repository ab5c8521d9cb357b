import { lstat, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { sha256 } from "./manifest.js";
import { ifExists } from "./write-error.js";

/** Used instead of a hash for a folder, a link, or a path through a link. */
export const notAFile = "not a file";

/** Hash of the file at a path in the output folder, or `undefined` if there is none. */
export async function hashAt(folder: string, path: string): Promise<string | undefined> {
  // A link inside the folder may lead out of it. Neither the link nor anything behind it is ours.
  for (let parent = dirname(path); parent !== "."; parent = dirname(parent)) {
    const status = await ifExists(lstat(join(folder, parent)));
    if (status !== undefined && !status.isDirectory()) return notAFile;
  }
  const status = await ifExists(lstat(join(folder, path)));
  if (status === undefined) return undefined;
  if (!status.isFile()) return notAFile;
  // Another run may have removed it in the meantime.
  const text = await ifExists(readFile(join(folder, path), "utf8"));
  return text === undefined ? undefined : sha256(text);
}
