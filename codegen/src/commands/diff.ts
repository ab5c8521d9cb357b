import type { Difference, LocatedChange, Version } from "../changes/index.js";
import type { UserCode } from "../usage/index.js";

/** Options for {@link diff}. */
export interface DiffOptions {
  /** Path of the document of the current client. */
  readonly old: string;
  /** Path of the document that replaces it. */
  readonly new: string;
  /** Code that calls the client of the old document. If set, each change lists the affected places in it. */
  readonly code?: UserCode;
}

/**
 * Compares two documents from the point of view of callers of the generated client.
 *
 * @throws SpecError or UsageError
 */
export async function diff({ old, new: next, code }: DiffOptions): Promise<Difference> {
  const { compareVersions } = await import("../changes/index.js");
  const difference = compareVersions(...(await Promise.all([loadVersion(old), loadVersion(next)])));
  return code === undefined ? difference : { ...difference, changes: await addUses(difference.changes, code) };
}

async function loadVersion(path: string): Promise<Version> {
  const { loadModel } = await import("./client-files.js");
  return loadModel(path);
}

async function addUses(changes: readonly LocatedChange[], code: UserCode): Promise<readonly LocatedChange[]> {
  // Loaded on demand, because reading a project needs the TypeScript compiler.
  const { findUses } = await import("../usage/index.js");
  const uses = findUses(changes, code);
  return changes.map((change) => ({ ...change, uses: uses.get(change) ?? [] }));
}
