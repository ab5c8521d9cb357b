import * as cache from "../cache/index.js";
import type { SurfaceChanges } from "../surface/index.js";
import { type WriteReport, write, writtenFiles } from "../write/index.js";
import { type ClientOptions, pickClientOptions } from "./client-options.js";

/** Options for {@link generate}. */
export interface GenerateOptions extends ClientOptions {
  /** Path of the OpenAPI document, YAML or JSON. */
  readonly document: string;
  /** Folder to write the client to. Replaces all files in it that an earlier run wrote. */
  readonly out: string;
  /** Whether to overwrite generated files that were edited by hand. @defaultValue false */
  readonly force?: boolean;
}

/** Result of {@link generate}. */
export interface GenerateReport extends WriteReport {
  /** How what callers name differs from before; `undefined` for a first run, and for one that changed nothing. */
  readonly changes?: SurfaceChanges;
  /** The document, and the files that it refers to. */
  readonly sources: readonly string[];
}

/**
 * Generates a folder of TypeScript from a document. If the last run made the same output from the same input, comparing
 * hashes is all it does. Each step is loaded when it is needed: the TypeScript compiler behind some takes most of a second.
 *
 * @throws SpecError, and WriteError; the old output stays then.
 */
export async function generate({ document, out, force = false, ...others }: GenerateOptions): Promise<GenerateReport> {
  const options = pickClientOptions(others);
  const run = { document, out, options };
  const cached = await cache.read(run);
  if (cached !== undefined) return { written: [], removed: [], ...cached };
  const began = Date.now();
  const { clientFiles, readVersion } = await import("./client-files.js");
  const version = await readVersion(document, options);
  const files = await clientFiles(version.model, options);
  const { compareSurfaces, isSurface } = await import("../surface/index.js");
  const before = await writtenFiles(out, isSurface);
  const report = await write(out, files, { force });
  const sources = version.document.files;
  // A run that cannot be cached is a good one all the same: the next will only take longer.
  await cache.write(run, sources, began).catch(() => undefined);
  const isChanged = before.length > 0 && report.written.length + report.removed.length > 0;
  if (!isChanged) return { ...report, sources };
  const after = files.filter(({ path }) => isSurface(path));
  return { ...report, sources, changes: compareSurfaces(before, after) };
}
