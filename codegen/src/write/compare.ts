import { lstat } from "node:fs/promises";
import { hashAt, notAFile } from "./content.js";
import type { GeneratedFile } from "./generated-file.js";
import { finalManifest, readManifest, sha256 } from "./manifest.js";
import { resolveOutputFolder } from "./output-folder.js";
import { assertDistinctPaths, manifestName } from "./output-path.js";
import { stagingPath } from "./staging.js";
import { explainSystemErrors, ifExists } from "./write-error.js";

/** Paths relative to the output folder, grouped by state. */
interface PathsByState {
  /** Files that do not exist yet. */
  readonly missing: readonly string[];
  /** Files of an earlier run whose content would change. */
  readonly outdated: readonly string[];
  /** Files that are already up to date. */
  readonly unchanged: readonly string[];
  /** Files of an earlier run that are no longer generated. */
  readonly stale: readonly string[];
  /** Outdated and stale files that someone edited by hand. */
  readonly edited: readonly string[];
  /** Required paths that are occupied by something the generator did not write. */
  readonly foreign: readonly string[];
}

/** Differences between an output folder and its expected content. */
export interface Comparison extends PathsByState {
  /** True if nothing has to change. */
  readonly upToDate: boolean;
  /** True if a run is unfinished. If its process has ended, the next run completes the output. */
  readonly interrupted: boolean;
}

/** Compares an output folder with its expected files. Changes nothing. */
export async function compare(out: string, files: readonly GeneratedFile[]): Promise<Comparison> {
  assertDistinctPaths(files);
  return explainSystemErrors(out, async () => {
    const folder = await resolveOutputFolder(out);
    const comparison = await compareFolder(folder, files);
    const isStaging = (await ifExists(lstat(stagingPath(folder)))) !== undefined;
    return isStaging ? { ...comparison, upToDate: false, interrupted: true } : comparison;
  });
}

/** Like {@link compare}, for the run that holds the staging folder. Takes the real path of the folder. */
export async function compareFolder(folder: string, files: readonly GeneratedFile[]): Promise<Comparison> {
  const { hashes, isPending } = await readManifest(folder);
  const wanted = new Map(files.map(({ path, text }) => [path, sha256(text)]));
  wanted.set(manifestName, sha256(finalManifest(files)));
  const paths: { [State in keyof PathsByState]: string[] } = {
    missing: [],
    outdated: [],
    unchanged: [],
    stale: [],
    edited: [],
    foreign: [],
  };
  for (const path of new Set([...wanted.keys(), ...hashes.keys()])) {
    const found = await hashAt(folder, path);
    for (const state of statesOf(found, wanted.get(path), hashes.get(path))) paths[state].push(path);
  }
  const { unchanged, ...toDo } = paths;
  const upToDate = Object.values(toDo).every((list) => list.length === 0);
  return { ...paths, unchanged: unchanged.filter((path) => path !== manifestName), upToDate, interrupted: isPending };
}

/** @param own Hashes of everything the generator wrote to this path. */
function statesOf(
  found: string | undefined,
  wanted: string | undefined,
  own: ReadonlySet<string> | undefined,
): readonly (keyof PathsByState)[] {
  const edited = found === undefined || own?.has(found) ? [] : (["edited"] as const);
  // A folder or link in place of our file is not ours; our file is gone.
  if (wanted === undefined) return found === undefined || found === notAFile ? [] : ["stale", ...edited];
  if (found === undefined) return ["missing"];
  if (found === wanted) return ["unchanged"]; // no matter who wrote it
  return own === undefined || found === notAFile ? ["foreign"] : ["outdated", ...edited];
}
