import { lstat, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { GeneratedFile } from "./generated-file.js";
import type { Journal } from "./journal.js";
import { type Manifest, manifestText, readManifest, sha256 } from "./manifest.js";
import { manifestName } from "./output-path.js";
import { ifExists } from "./write-error.js";

/** What stands between an output folder and the files that belong into it. Paths are relative to the folder. */
export interface Plan {
  /** Files that are not there yet. */
  readonly missing: readonly string[];
  /** Files as an earlier run left them, which would now be different. */
  readonly outdated: readonly string[];
  /** Files as they should be. */
  readonly unchanged: readonly string[];
  /** Files of an earlier run that are not generated any more. */
  readonly stale: readonly string[];
  /** Files of an earlier run, of all the kinds above, that somebody else has changed since. */
  readonly edited: readonly string[];
  /** Paths that are needed and taken by something that no run has written. */
  readonly foreign: readonly string[];
  /** SHA-256 of what is at a path now; no entry where nothing is. */
  readonly present: ReadonlyMap<string, string>;
}

/**
 * Compares an output folder, given by its real path, with the files that belong into it. Changes nothing.
 *
 * @param interrupted Journal of an interrupted run: evidence of further contents that the generator wrote.
 */
export async function makePlan(out: string, files: readonly GeneratedFile[], interrupted: Journal = []): Promise<Plan> {
  const written = writtenHashes(await readManifest(out), interrupted);
  const wanted = new Map(files.map(({ path, text }) => [path, sha256(text)]));
  const plan = emptyPlan();
  for (const [path, hash] of wanted) await placeWanted(plan, out, path, hash, written);
  for (const [path, hashes] of written) if (!wanted.has(path)) await placeStale(plan, out, path, hashes);
  await placeManifest(plan, out, files);
  return plan;
}

/** Whether the folder is already what it should be. */
export function isUpToDate({ missing, outdated, stale, edited, foreign }: Omit<Plan, "present">): boolean {
  return [missing, outdated, stale, edited, foreign].every((paths) => paths.length === 0);
}

/** Hashes of what the generator wrote, by path. */
type Written = ReadonlyMap<string, ReadonlySet<string>>;

function writtenHashes(manifest: Manifest, interrupted: Journal): Written {
  const written = new Map(Array.from(manifest, ([path, hash]) => [path, new Set([hash])]));
  for (const { path, before, after } of interrupted) {
    if (path === manifestName) continue; // replaced last, whatever it is
    const hashes = written.get(path) ?? new Set<string>();
    written.set(path, hashes);
    for (const hash of [before, after]) if (hash !== null) hashes.add(hash);
  }
  return written;
}

type MutablePlan = {
  -readonly [Key in keyof Plan]: Plan[Key] extends readonly string[] ? string[] : Map<string, string>;
};

function emptyPlan(): MutablePlan {
  return { missing: [], outdated: [], unchanged: [], stale: [], edited: [], foreign: [], present: new Map() };
}

async function placeWanted(plan: MutablePlan, out: string, path: string, hash: string, written: Written) {
  const found = await contentAt(out, path);
  if (found === undefined) return void plan.missing.push(path);
  plan.present.set(path, found);
  // Whoever wrote it: what is right already needs no decision.
  if (found === hash) return void plan.unchanged.push(path);
  const hashes = written.get(path);
  if (hashes === undefined || found === notAFile) return void plan.foreign.push(path);
  plan.outdated.push(path);
  if (!hashes.has(found)) plan.edited.push(path);
}

async function placeStale(plan: MutablePlan, out: string, path: string, hashes: ReadonlySet<string>) {
  const found = await contentAt(out, path);
  // Where a folder or a link has taken the place of our file, the file is gone, and the rest is not ours.
  if (found === undefined || found === notAFile) return;
  plan.present.set(path, found);
  plan.stale.push(path);
  if (!hashes.has(found)) plan.edited.push(path);
}

async function placeManifest(plan: MutablePlan, out: string, files: readonly GeneratedFile[]) {
  const found = await contentAt(out, manifestName);
  if (found === undefined) return void plan.missing.push(manifestName);
  plan.present.set(manifestName, found);
  if (found === notAFile) plan.foreign.push(manifestName);
  else if (found !== sha256(manifestText(files))) plan.outdated.push(manifestName);
}

/** Stands for the hash of what has no content of its own: a folder, a link, a path through a link. */
export const notAFile = "not a file";

/** SHA-256 of the file at a path of the output folder; `undefined` where nothing is. */
export async function contentAt(out: string, path: string): Promise<string | undefined> {
  // A link inside the folder may lead out of it: neither it nor anything behind it is ours.
  for (let parent = dirname(path); parent !== "."; parent = dirname(parent)) {
    const status = await ifExists(lstat(join(out, parent)));
    if (status !== undefined && !status.isDirectory()) return notAFile;
  }
  const status = await ifExists(lstat(join(out, path)));
  if (status === undefined) return undefined;
  if (!status.isFile()) return notAFile;
  // A first look is taken while another run may be writing, and that may have removed the file since.
  const text = await ifExists(readFile(join(out, path), "utf8"));
  return text === undefined ? undefined : sha256(text);
}
