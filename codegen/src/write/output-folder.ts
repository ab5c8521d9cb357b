import { lstat, mkdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { ifExists, WriteError } from "./write-error.js";

/** Real path of an output folder, which may not exist yet. Symbolic links are resolved only here. */
export async function resolveOutputFolder(out: string): Promise<string> {
  const path = resolve(out);
  const real = await ifExists(realpath(path));
  if (real === undefined) {
    if (await ifExists(lstat(path))) throw new WriteError(`${out} is a broken symbolic link.`);
    const parent = await ifExists(realpath(dirname(path)));
    return parent === undefined ? path : join(parent, basename(path));
  }
  if (!(await stat(real)).isDirectory()) throw new WriteError(`${out} is not a folder.`);
  return real;
}

/** Creates the parents of an output folder and checks that files staged next to it can be renamed into it. */
export async function prepareParent(folder: string): Promise<void> {
  const parent = dirname(folder);
  if (parent === folder) throw new WriteError(`${folder} has no parent folder for staging files.`);
  await mkdir(parent, { recursive: true });
  const status = await ifExists(stat(folder));
  if (status !== undefined && status.dev !== (await stat(parent)).dev) {
    throw new WriteError(`${folder} is the root of a file system. Choose a folder inside it.`);
  }
}
