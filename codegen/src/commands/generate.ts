import * as cache from "../cache/index.js";
import type { Difference, Version } from "../changes/index.js";
import type { Finding } from "../findings.js";
import type { Model } from "../model/index.js";
import { Stopwatch, type Timing } from "../stopwatch.js";
import { readManifestHash, type WriteReport, write } from "../write/index.js";
import { type GenerateOptions, pickClientOptions } from "./options.js";

/** Result of {@link generate}. */
export interface GenerateReport extends WriteReport {
  /** True if the folder contained no client before. */
  readonly isFirst: boolean;
  /**
   * Changes since the last run that affect callers. Absent if no file changed, on the first run, and if the model of
   * the last run is not in the cache (`node_modules/.cache`). Positions refer to the new document.
   */
  readonly changes?: Difference;
  /** Paths of the document and of the files it references. */
  readonly sources: readonly string[];
  /** Parts that the client leaves out, in document order. */
  readonly warnings: readonly Finding[];
  /**
   * Number of operations whose safety the document does not state, so that the HTTP method decides whether to retry them.
   * Absent if the input has not changed since the last run.
   */
  readonly safetyByMethod?: number;
  /** Duration of each step. `compiler` is the time to load the TypeScript compiler, which is most of a short run. */
  readonly timing: Timing;
}

/**
 * Generates a folder of TypeScript from a document. If the last run had the same input and its output is intact, it
 * only compares hashes. Steps are loaded on demand, because loading the TypeScript compiler takes most of a second.
 *
 * @throws SpecError or WriteError. The old output stays as it was.
 */
export async function generate({ document, out, force = false, ...others }: GenerateOptions): Promise<GenerateReport> {
  const stopwatch = new Stopwatch();
  const options = pickClientOptions(others);
  const run = { document, out, options };
  const cached = await stopwatch.time("cache", () => cache.read(run));
  if (cached !== undefined)
    return { written: [], removed: [], isFirst: false, ...cached, warnings: [], timing: stopwatch.read() };
  const began = Date.now();
  const { buildClientFiles, loadModel } = await stopwatch.time("modules", () => import("./client-files.js"));
  const version = await loadModel(document, options, stopwatch);
  const { files, warnings } = await buildClientFiles(version, options, stopwatch);
  const isFirst = (await readManifestHash(out)) === undefined;
  const previous = await stopwatch.time("cache", () => cache.readModel(out));
  const report = await stopwatch.time("write", () => write(out, files, { force }));
  const sources = version.document.files;
  await stopwatch.time("cache", () =>
    // A run that cannot be cached still succeeds; the next run only takes longer. A run with warnings is not cached, so
    // that the next run repeats them.
    Promise.allSettled([
      ...(warnings.length === 0 ? [cache.write(run, sources, began)] : []),
      cache.writeModel(out, version.model),
    ]),
  );
  const isChanged = report.written.length + report.removed.length > 0;
  const changes =
    isChanged && previous !== undefined
      ? { changes: await stopwatch.time("changes", () => compareWithPrevious(previous, version)) }
      : {};
  const safetyByMethod = countUnmarked(version.model);
  return { ...report, isFirst, sources, warnings, safetyByMethod, ...changes, timing: stopwatch.read() };
}

function countUnmarked({ groups }: Model): number {
  return groups.flatMap(({ operations }) => operations).filter(({ safety }) => safety === undefined).length;
}

async function compareWithPrevious(previous: Model, version: Version): Promise<Difference> {
  const { compareVersions } = await import("../changes/index.js");
  return compareVersions({ model: previous }, version);
}
