import { constants } from "node:fs";
import { access, lstat, mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isJsonObject } from "../json/index.js";
import { isOutputPath } from "./output-path.js";
import { ownerPrefix } from "./staging.js";
import { ifExists, systemCode, WriteError } from "./write-error.js";

/** One file of the output that changes. Hashes are SHA-256; `null` stands for no file. */
export interface Change {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * All that turns the old output into the new one, written before the first file moves.
 *
 * Rule: a run moves only what it staged itself, and only by the journal that it made itself. A journal on disk is never
 * executed, because nothing proves who wrote it: a repository can contain a staging folder, in which links lead anywhere.
 * It is evidence and no more: of an interrupted run, it says which contents of the output folder were written by the
 * generator. That is the power of the manifest, which comes out of a repository as well. So the next run, which makes all
 * files again anyway, may replace or remove them, and completes the output.
 */
export type Journal = readonly Change[];

/** Path at which a file waits in the staging folder. */
export function stagedPath(staging: string, path: string): string {
  return join(staging, "files", path);
}

/** Replaces the journal of the staging folder in one step, so that there is always one that covers what has moved. */
export async function writeJournal(staging: string, journal: Journal): Promise<void> {
  const draft = join(staging, "journal.draft");
  await writeFile(draft, JSON.stringify(journal), { flag: "wx" }); // never through a link
  await rename(draft, join(staging, journalName));
}

/** The journal of an interrupted run; empty if staging never finished. @throws WriteError when it is not a journal. */
export async function readJournal(staging: string): Promise<Journal> {
  const path = join(staging, journalName);
  const status = await ifExists(lstat(path));
  if (status === undefined) return [];
  const journal = status.isFile() ? parsed(await readFile(path, "utf8")) : undefined;
  if (Array.isArray(journal) && journal.every(isChange)) return journal;
  throw new WriteError(`${path} was not written by this generator. Move ${staging} away.`);
}

const journalName = "journal.json";

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isChange(value: unknown): value is Change {
  if (!isJsonObject(value)) return false;
  const { path, before, after } = value;
  return typeof path === "string" && isOutputPath(path) && [before, after].every(isHash);
}

function isHash(value: unknown): boolean {
  return value === null || (typeof value === "string" && /^[0-9a-f]{64}$/.test(value));
}

/** Removes what an earlier run staged, whoever that was. The journal stays until {@link writeJournal} replaces it. */
export async function discardStaged(staging: string): Promise<void> {
  for (const name of await readdir(staging)) {
    if (name === journalName || name.startsWith(ownerPrefix)) continue;
    await rm(join(staging, name), { recursive: true, force: true }); // a link goes, and what it leads to stays
  }
}

/** @throws the system's error when a folder in which something changes cannot be written. */
export async function assertWritable(out: string, journal: Journal): Promise<void> {
  for (const folder of new Set(journal.map(({ path }) => dirname(join(out, path))))) {
    await ifExists(access(folder, constants.W_OK | constants.X_OK));
  }
}

/** Moves the staged files into the output. The journal is the one that this run made: see {@link Journal}. */
export async function carryOut(out: string, staging: string, journal: Journal): Promise<void> {
  const removed = journal.filter(({ after }) => after === null);
  for (const { path } of removed) await rm(join(out, path), { force: true });
  for (const { path } of removed) await removeEmptyFolders(out, dirname(path));
  for (const { path, after } of journal) {
    if (after === null) continue;
    await mkdir(dirname(join(out, path)), { recursive: true });
    await rename(stagedPath(staging, path), join(out, path));
  }
}

async function removeEmptyFolders(out: string, folder: string): Promise<void> {
  for (let path = folder; path !== "."; path = dirname(path)) {
    try {
      await rmdir(join(out, path));
    } catch (error) {
      if (systemCode(error) !== "ENOENT") return; // not empty: it holds something that stays
    }
  }
}
