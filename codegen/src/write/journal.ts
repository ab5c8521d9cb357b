import { constants } from "node:fs";
import { access, mkdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isJsonObject } from "../load/json.js";
import { isOutputPath } from "./output-path.js";
import { contentAt, notAFile } from "./plan.js";
import { ifExists, systemCode, WriteError } from "./write-error.js";

/** One file of the output that changes. Hashes are SHA-256; `null` stands for no file. */
export interface Change {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** All that turns the old output into the new one. Once it is on disk, the new one is what will be. */
export type Journal = readonly Change[];

/** Where a file waits in the staging folder. */
export function stagedPath(staging: string, path: string): string {
  return join(staging, "files", path);
}

/** Puts the journal beside the staged files, all of which must be there. From here on the run can be completed. */
export async function writeJournal(staging: string, journal: Journal): Promise<void> {
  const draft = join(staging, "journal.draft");
  await writeFile(draft, JSON.stringify(journal));
  await rename(draft, join(staging, "journal.json"));
}

/** The journal of a staging folder; `undefined` where staging was never finished. @throws WriteError where it is no journal. */
export async function readJournal(staging: string): Promise<Journal | undefined> {
  const path = join(staging, "journal.json");
  const text = await ifExists(readFile(path, "utf8"));
  if (text === undefined) return undefined;
  const journal: unknown = JSON.parse(text);
  if (Array.isArray(journal) && journal.every(isChange)) return journal;
  throw new WriteError(`${path} was not written by this generator. Move ${staging} away.`);
}

function isChange(value: unknown): value is Change {
  if (!isJsonObject(value)) return false;
  const { path, before, after } = value;
  return typeof path === "string" && isOutputPath(path) && [before, after].every(isHash);
}

function isHash(value: unknown): boolean {
  return value === null || typeof value === "string";
}

/** Empties the staging folder of a run that is over: the journal first, without which the rest is worth nothing. */
export async function clear(staging: string): Promise<void> {
  await rm(join(staging, "journal.json"), { force: true });
  await rm(join(staging, "files"), { recursive: true, force: true });
}

/**
 * @throws WriteError when the output holds something that is neither what the journal replaces nor what it puts there.
 * With `force`, other text may be lost, but a folder or a link still is in the way.
 */
export async function assertUntouched(out: string, journal: Journal, force: boolean): Promise<void> {
  const touched: string[] = [];
  for (const { path, before, after } of journal) {
    const found = (await contentAt(out, path)) ?? null;
    if (found === before || found === after || (force && found !== notAFile)) continue;
    touched.push(path);
  }
  if (touched.length === 0) return;
  throw new WriteError(
    `An earlier run was interrupted, and these files have been changed since: ${touched.join(", ")}. ` +
      "Move your changes away, or run again with --force to lose them.",
  );
}

/** @throws the system's error when a folder in which something changes cannot be written. */
export async function assertWritable(out: string, journal: Journal): Promise<void> {
  for (const folder of new Set(journal.map(({ path }) => dirname(join(out, path))))) {
    await ifExists(access(folder, constants.W_OK | constants.X_OK));
  }
}

/** Does what the journal says, as often as it takes: what an earlier attempt has done stays done. */
export async function carryOut(out: string, staging: string, journal: Journal): Promise<void> {
  const removed = journal.filter(({ after }) => after === null);
  for (const { path } of removed) await rm(join(out, path), { force: true });
  for (const { path } of removed) await removeEmptyFolders(out, dirname(path));
  for (const { path, after } of journal) {
    if (after === null) continue;
    await mkdir(dirname(join(out, path)), { recursive: true });
    await ifExists(rename(stagedPath(staging, path), join(out, path)));
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
