import { constants } from "node:fs";
import { access, mkdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Comparison, compare, compareFolder } from "./compare.js";
import type { GeneratedFile } from "./generated-file.js";
import { finalManifest, pendingManifest, readManifest } from "./manifest.js";
import { prepareParent, resolveOutputFolder } from "./output-folder.js";
import { manifestName } from "./output-path.js";
import { acquireStaging } from "./staging.js";
import { explainSystemErrors, ifExists, reasonOf, WriteError } from "./write-error.js";

/** Options for {@link write}. */
export interface WriteOptions {
  /** Overwrite generated files that someone edited by hand. @defaultValue false */
  readonly force?: boolean;
}

/** Result of a run, as paths relative to the output folder. */
export interface WriteReport {
  /** Files that are new or changed. */
  readonly written: readonly string[];
  /** Files that are no longer generated. */
  readonly removed: readonly string[];
  /** Files that were already up to date. */
  readonly unchanged: readonly string[];
}

/**
 * Writes files to an output folder and removes those of earlier runs that are no longer generated. Stages everything
 * next to the folder before it moves the first file, so a failed run leaves the old output intact. If a run crashes
 * while moving files, the next run recognizes them by the manifest and completes the output.
 *
 * @throws WriteError if another run is writing, or if files that the generator did not write would be lost.
 */
export async function write(
  out: string,
  files: readonly GeneratedFile[],
  { force = false }: WriteOptions = {},
): Promise<WriteReport> {
  const comparison = await compare(out, files);
  if (comparison.upToDate) return reportOf(comparison);
  return explainSystemErrors(out, async () => {
    const folder = await resolveOutputFolder(out);
    await prepareParent(folder);
    const staging = await acquireStaging(folder);
    try {
      return await replaceFiles(folder, staging.path, files, force);
    } finally {
      await staging.release();
    }
  });
}

async function replaceFiles(
  folder: string,
  staging: string,
  files: readonly GeneratedFile[],
  force: boolean,
): Promise<WriteReport> {
  const comparison = await compareFolder(folder, files);
  assertAllowed(comparison, force);
  const report = reportOf(comparison);
  if (comparison.upToDate) return report;
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const staged: readonly GeneratedFile[] = [
    { path: "pending", text: pendingManifest(await readManifest(folder), files) },
    ...report.written.map((path) => ({ path: join("files", path), text: texts.get(path) ?? "" })),
    { path: "final", text: finalManifest(files) },
  ];
  for (const { path, text } of staged) await stage(join(staging, path), text);
  await assertWritable(folder, report);
  await commit(folder, staging, report);
  return report;
}

function assertAllowed({ edited, foreign, interrupted }: Comparison, force: boolean): void {
  const reasons: string[] = [];
  if (foreign.length > 0) {
    reasons.push(
      `These files are in the way and were not written by this generator: ${foreign.join(", ")}. Move them away.`,
    );
  }
  if (edited.length > 0 && !force) {
    reasons.push(
      `These generated files were edited by hand: ${edited.join(", ")}. Run again with --force to overwrite them.`,
    );
  }
  if (reasons.length === 0) return;
  if (interrupted) reasons.unshift("The last run was interrupted, and its output cannot be completed yet.");
  throw new WriteError(reasons.join("\n"));
}

async function stage(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** @throws A system error if a folder with changes is not writable. */
async function assertWritable(folder: string, { written, removed }: WriteReport): Promise<void> {
  const changing = new Set([manifestName, ...written, ...removed].map((path) => dirname(join(folder, path))));
  for (const path of changing) await ifExists(access(path, constants.W_OK | constants.X_OK));
}

/** Moves the staged files into the output: the pending manifest first, the final one last. */
async function commit(folder: string, staging: string, { written, removed }: WriteReport): Promise<void> {
  try {
    await move(join(staging, "pending"), join(folder, manifestName));
    for (const path of removed) await rm(join(folder, path), { force: true });
    for (const path of removed) await removeEmptyFolders(folder, dirname(path));
    for (const path of written) await move(join(staging, "files", path), join(folder, path));
    await move(join(staging, "final"), join(folder, manifestName));
  } catch (cause) {
    throw new WriteError(`${reasonOf(cause)} ${folder} is partly updated; run again to complete it.`, { cause });
  }
}

async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
}

async function removeEmptyFolders(out: string, folder: string): Promise<void> {
  for (let path = folder; path !== "."; path = dirname(path)) {
    const isRemoved = await rmdir(join(out, path)).then(
      () => true,
      () => false, // it still contains files
    );
    if (!isRemoved) return;
  }
}

function reportOf({ missing, outdated, stale, unchanged }: Comparison): WriteReport {
  const written = [...missing, ...outdated].filter((path) => path !== manifestName);
  return { written, removed: stale, unchanged };
}
