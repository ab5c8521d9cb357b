import { lstat } from "node:fs/promises";
import { contentAt, notAFile } from "./content.js";
import type { GeneratedFile } from "./generated-file.js";
import { finalManifest, readManifest, sha256 } from "./manifest.js";
import { outputFolder } from "./output-folder.js";
import { assertDistinctPaths, manifestName } from "./output-path.js";
import { stagingPath } from "./staging.js";
import { explainSystemErrors, ifExists } from "./write-error.js";

/** Paths by what has to happen to them, relative to the output folder. */
interface PathsByState {
  /** Files that are not there yet. */
  readonly missing: readonly string[];
  /** Files of an earlier run whose content changes. */
  readonly outdated: readonly string[];
  /** Files that already have the right content. */
  readonly unchanged: readonly string[];
  /** Files of an earlier run that are no longer generated. */
  readonly stale: readonly string[];
  /** Outdated and stale files that someone has edited since. */
  readonly edited: readonly string[];
  /** Needed paths that hold something else than a file of an earlier run. */
  readonly foreign: readonly string[];
}

/** Differences between an output folder and the files that belong in it. */
export interface Comparison extends PathsByState {
  /** Whether there is nothing to do. */
  readonly upToDate: boolean;
  /** Whether a run is unfinished. If it is dead, the next run completes the output. */
  readonly interrupted: boolean;
}

/** Compares an output folder with the files that belong in it. Changes nothing. */
export async function compare(out: string, files: readonly GeneratedFile[]): Promise<Comparison> {
  assertDistinctPaths(files);
  return explainSystemErrors(out, async () => {
    const folder = await outputFolder(out);
    const comparison = await compareFolder(folder, files);
    const isStaging = (await ifExists(lstat(stagingPath(folder)))) !== undefined;
    return isStaging ? { ...comparison, upToDate: false, interrupted: true } : comparison;
  });
}

/** Compares an output folder, given by its real path, as the run that holds the staging folder sees it. */
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
    const found = await contentAt(folder, path);
    for (const state of statesOf(found, wanted.get(path), hashes.get(path))) paths[state].push(path);
  }
  const { unchanged, ...toDo } = paths;
  const upToDate = Object.values(toDo).every((list) => list.length === 0);
  return { ...paths, unchanged: unchanged.filter((path) => path !== manifestName), upToDate, interrupted: isPending };
}

/** @param own Hashes of what the generator wrote to this path. */
function statesOf(
  found: string | undefined,
  wanted: string | undefined,
  own: ReadonlySet<string> | undefined,
): readonly (keyof PathsByState)[] {
  const edited = found === undefined || own?.has(found) ? [] : (["edited"] as const);
  // A folder or a link in the place of our file is not ours: the file is gone.
  if (wanted === undefined) return found === undefined || found === notAFile ? [] : ["stale", ...edited];
  if (found === undefined) return ["missing"];
  if (found === wanted) return ["unchanged"]; // whoever wrote it
  return own === undefined || found === notAFile ? ["foreign"] : ["outdated", ...edited];
}
