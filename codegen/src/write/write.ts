import { constants } from "node:fs";
import { access, mkdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Comparison, compare, compareFolder } from "./compare.js";
import type { GeneratedFile } from "./generated-file.js";
import { finalManifest, pendingManifest, readManifest } from "./manifest.js";
import { outputFolder, prepareParent } from "./output-folder.js";
import { manifestName } from "./output-path.js";
import { takeStaging } from "./staging.js";
import { explainSystemErrors, ifExists, reasonOf, WriteError } from "./write-error.js";

/** Options for {@link write}. */
export interface WriteOptions {
  /** Whether to overwrite generated files that were edited by hand. @defaultValue false */
  readonly force?: boolean;
}

/** Result of a run: paths in the output folder. */
export interface WriteReport {
  /** Paths of files that are new or have changed. */
  readonly written: readonly string[];
  /** Paths of files that are no longer generated. */
  readonly removed: readonly string[];
  /** Paths of files that already had the right content, and were not touched. */
  readonly unchanged: readonly string[];
}

/**
 * Makes an output folder hold these files, and no other files of earlier runs. Stages all of them next to the folder
 * before it moves the first, so a run that fails leaves the old output. If a run dies while it moves files, the next one
 * recognises them by the manifest and completes the output.
 *
 * @throws WriteError if another run is writing, or if files that are not the generator's would be lost.
 */
export async function write(
  out: string,
  files: readonly GeneratedFile[],
  { force = false }: WriteOptions = {},
): Promise<WriteReport> {
  const comparison = await compare(out, files);
  if (comparison.upToDate) return reportOf(comparison);
  return explainSystemErrors(out, async () => {
    const folder = await outputFolder(out);
    await prepareParent(folder);
    const staging = await takeStaging(folder);
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
    reasons.push(`Not written by this generator, and in its way: ${foreign.join(", ")}. Move them away.`);
  }
  if (edited.length > 0 && !force) {
    reasons.push(`Generated, then edited by hand: ${edited.join(", ")}. Run again with --force to lose the edits.`);
  }
  if (reasons.length === 0) return;
  if (interrupted) reasons.unshift("An earlier run was interrupted, and its output cannot be completed yet.");
  throw new WriteError(reasons.join("\n"));
}

async function stage(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** @throws the system's error if a folder in which something changes cannot be written. */
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
    throw new WriteError(`${reasonOf(cause)} A part of ${folder} is new already; run again to complete it.`, { cause });
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
      () => false, // it holds something that stays
    );
    if (!isRemoved) return;
  }
}

function reportOf({ missing, outdated, stale, unchanged }: Comparison): WriteReport {
  const written = [...missing, ...outdated].filter((path) => path !== manifestName);
  return { written, removed: stale, unchanged };
}
