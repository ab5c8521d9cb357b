import { mkdir, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { GeneratedFile } from "./generated-file.js";
import {
  assertWritable,
  carryOut,
  discardStaged,
  type Journal,
  readJournal,
  stagedPath,
  writeJournal,
} from "./journal.js";
import { manifestText, readManifest, sha256 } from "./manifest.js";
import { outputFolder, prepareParent } from "./output-folder.js";
import { assertDistinctPaths, manifestName } from "./output-path.js";
import { contentAt, isUpToDate, makePlan, notAFile, type Plan } from "./plan.js";
import { orphans, removeOrphans, type Staging, stagingPath, takeStaging } from "./staging.js";
import { ifExists, systemCode, WriteError } from "./write-error.js";

export type { GeneratedFile } from "./generated-file.js";
export { moduleTypeWarning } from "./module-type.js";
export { outputFolder } from "./output-folder.js";
export { ifExists, systemCode, WriteError } from "./write-error.js";

/** How to write. */
export interface WriteOptions {
  /** Whether generated files that were edited by hand may be lost. @defaultValue false */
  readonly force?: boolean;
}

/** What became of the files, each by its path in the output folder. */
export interface WriteReport {
  /** Paths of files that are new or have changed. */
  readonly written: readonly string[];
  /** Paths of files that nothing asks for any more. */
  readonly removed: readonly string[];
  /** Paths of files that were as they should be, and were not touched. */
  readonly unchanged: readonly string[];
}

/** How an output folder differs from what would be written. A path may be both stale or outdated, and edited. */
export interface Comparison extends Omit<Plan, "present"> {
  /** Whether there is nothing to do. */
  readonly upToDate: boolean;
  /** Whether a run is unfinished: in progress, or dead, in which case the next one completes or discards it. */
  readonly interrupted: boolean;
}

/** Says how an output folder differs from these files. Changes nothing. */
export async function compare(out: string, files: readonly GeneratedFile[]): Promise<Comparison> {
  assertDistinctPaths(files);
  return explained(out, async () => {
    const folder = await outputFolder(out);
    const { present: _, ...plan } = await makePlan(folder, files);
    const interrupted = await isInterrupted(folder);
    return { ...plan, upToDate: isUpToDate(plan) && !interrupted, interrupted };
  });
}

/** Hash of the manifest of an output folder, which identifies the output that is there; `undefined` for none. */
export async function manifestHash(out: string): Promise<string | undefined> {
  return explained(out, async () => contentAt(await outputFolder(out), manifestName));
}

/**
 * The files of a folder, and the hash of its manifest, where each is as the last run left it and no dead run has left
 * anything beside it; else `undefined`.
 */
export async function intactFiles(
  out: string,
): Promise<{ readonly paths: readonly string[]; readonly manifest: string } | undefined> {
  return explained(out, async () => {
    const folder = await outputFolder(out);
    const manifest = await contentAt(folder, manifestName);
    if (manifest === undefined || manifest === notAFile || (await isInterrupted(folder))) return undefined;
    if ((await orphans(folder)).length > 0) return undefined;
    const files = [...(await readManifest(folder))];
    const found = await Promise.all(files.map(([path]) => contentAt(folder, path)));
    const paths = files.map(([path]) => path);
    return files.every(([, hash], index) => found[index] === hash) ? { paths, manifest } : undefined;
  });
}

/**
 * Makes an output folder hold these files, and of its own earlier files no others. All of them are staged beside the
 * folder before the first is moved into it, so that a run that fails leaves the old output; if one is killed while it
 * moves them, the next recognises what it wrote and completes the output.
 *
 * @throws WriteError when another run is writing, or files that are not the generator's would be lost.
 */
export async function write(
  out: string,
  files: readonly GeneratedFile[],
  { force = false }: WriteOptions = {},
): Promise<WriteReport> {
  assertDistinctPaths(files);
  return explained(out, async () => {
    const folder = await outputFolder(out);
    const plan = await makePlan(folder, files);
    if (isUpToDate(plan) && !(await isInterrupted(folder))) {
      // A run killed between its last move and its end has left the right output, and its private folder beside it.
      // Who may not remove that may still use the output.
      await removeOrphans(folder).catch(() => undefined);
      return reportOf(plan);
    }
    await prepareParent(folder);
    const staging = await takeStaging(folder);
    return replace(folder, staging, files, force);
  });
}

async function replace(
  folder: string,
  staging: Staging,
  files: readonly GeneratedFile[],
  force: boolean,
): Promise<WriteReport> {
  let journal: Journal;
  let plan: Plan;
  let interrupted: Journal | undefined;
  try {
    interrupted = await readJournal(staging.path);
    plan = await makePlan(folder, files, interrupted);
    assertAllowed(plan, force, interrupted);
    await discardStaged(staging.path);
    journal = await stage(folder, staging, files, plan);
  } catch (error) {
    // The evidence of an interrupted run is needed until the output is complete.
    await (interrupted?.length === 0 ? staging.release() : staging.abandon());
    throw error;
  }
  await commit(folder, staging, journal);
  return reportOf(plan);
}

function assertAllowed({ edited, foreign }: Plan, force: boolean, interrupted: Journal): void {
  const reasons: string[] = [];
  if (foreign.length > 0) {
    reasons.push(`Not written by this generator, and in its way: ${foreign.join(", ")}. Move them away.`);
  }
  if (edited.length > 0 && !force) {
    reasons.push(`Generated, then edited by hand: ${edited.join(", ")}. Run again with --force to lose the edits.`);
  }
  if (reasons.length === 0) return;
  if (interrupted.length > 0)
    reasons.unshift("An earlier run was interrupted, and its output cannot be completed yet.");
  throw new WriteError(reasons.join("\n"));
}

async function stage(
  folder: string,
  staging: Staging,
  files: readonly GeneratedFile[],
  { missing, outdated, stale, present }: Plan,
): Promise<Journal> {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  texts.set(manifestName, manifestText(files));
  const journal = [
    ...stale.map((path) => ({ path, before: present.get(path) ?? null, after: null })),
    ...[...missing, ...outdated].map((path) => ({
      path,
      before: present.get(path) ?? null,
      after: sha256(texts.get(path) ?? ""),
    })),
  ];
  // The manifest last: a run that ends before it leaves the old one, by which every file can still be judged.
  journal.sort((a, b) => Number(a.path === manifestName) - Number(b.path === manifestName));
  await assertWritable(folder, journal);
  for (const { path, after } of journal) {
    if (after === null) continue;
    const staged = stagedPath(staging.path, path);
    await mkdir(dirname(staged), { recursive: true });
    await writeFile(staged, texts.get(path) ?? "");
  }
  await writeJournal(staging.path, journal);
  return journal;
}

async function commit(folder: string, staging: Staging, journal: Journal): Promise<void> {
  try {
    await carryOut(folder, staging.path, journal);
  } catch (cause) {
    await staging.abandon();
    throw new WriteError(`${reason(cause)} A part of ${folder} is new already; run again to complete it.`, { cause });
  }
  await staging.release();
}

async function isInterrupted(folder: string): Promise<boolean> {
  return (await ifExists(stat(stagingPath(folder)))) !== undefined;
}

function reportOf({ missing, outdated, stale, unchanged }: Plan): WriteReport {
  const written = [...missing, ...outdated].filter((path) => path !== manifestName);
  return { written, removed: stale, unchanged };
}

/** Turns what the file system refuses into a sentence; everything else is thrown as it is. */
async function explained<Result>(out: string, operation: () => Promise<Result>): Promise<Result> {
  try {
    return await operation();
  } catch (cause) {
    if (systemCode(cause) === undefined || cause instanceof WriteError) throw cause;
    throw new WriteError(`${out} cannot be written: ${reason(cause)} What was there is as it was.`, { cause });
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied.",
  EPERM: "permission denied.",
  EROFS: "the file system is read-only.",
  ENOSPC: "the disk is full.",
  EDQUOT: "the disk quota is used up.",
  EFBIG: "a file would be larger than is allowed.",
  ENOTDIR: "a part of its path is not a folder.",
  EEXIST: "a part of its path is not a folder.",
};

function reason(cause: unknown): string {
  const code = systemCode(cause) ?? "";
  return reasons[code] ?? `the system reports ${code}.`;
}
