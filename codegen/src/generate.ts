import type { Finding } from "./findings.js";
import { type Inputs, type Memory, recall, remember } from "./memory/index.js";
import type { RenderOptions } from "./render.js";
import type { SurfaceChanges } from "./surface/index.js";
import { type Comparison, compare, type WriteReport, write, writtenFiles } from "./write/index.js";

export type { RenderOptions } from "./render.js";

/** From which document to which folder, and in which dress. */
export interface GenerateOptions extends RenderOptions {
  /** Path of the OpenAPI document, YAML or JSON. */
  readonly document: string;
  /** The folder the client is written to. All files in it that an earlier run wrote are replaced. */
  readonly out: string;
  /** Whether generated files that were edited by hand may be lost. @defaultValue false */
  readonly force?: boolean;
}

/** What became of the output, and what that means to those who use it. */
export interface GenerateReport extends WriteReport {
  /** How what callers name differs from before; `undefined` for a first run, and for one that changed nothing. */
  readonly changes?: SurfaceChanges;
  /** The document, and the files that it refers to. */
  readonly sources: readonly string[];
  /** What the output leaves out, in the order of the document. */
  readonly warnings: readonly Finding[];
}

/**
 * A document in, a folder of TypeScript out. Where the last run made the same of the same, a look at hashes is all. The
 * steps are loaded when they are needed: the TypeScript compiler behind some of them takes most of a second.
 *
 * @throws SpecError, and WriteError; the old output stays then.
 */
export async function generate({ out, force = false, ...source }: GenerateOptions): Promise<GenerateReport> {
  const settled = settle(source);
  const inputs = inputsOf(out, settled);
  const memory = await recall(inputs);
  if (memory !== undefined) return { written: [], removed: [], warnings: [], ...memory };
  const began = Date.now();
  const { render } = await import("./render.js");
  const { files, sources, warnings } = await render(settled.document, settled);
  const { compareSurfaces, isSurface } = await import("./surface/index.js");
  const before = await writtenFiles(out, isSurface);
  const report = await write(out, files, { force });
  // A run that cannot be remembered has been a good one all the same: the next will only take longer.
  // One with warnings is not remembered: the next repeats them.
  if (warnings.length === 0) await remember(inputs, sources, began).catch(() => undefined);
  const isChanged = before.length > 0 && report.written.length + report.removed.length > 0;
  if (!isChanged) return { ...report, sources, warnings };
  const after = files.filter(({ path }) => isSurface(path));
  return { ...report, sources, warnings, changes: compareSurfaces(before, after) };
}

/** Says how the output folder differs from what {@link generate} would make of it. Changes nothing. */
export async function checkGenerated({ out, ...source }: Omit<GenerateOptions, "force">): Promise<Comparison> {
  const settled = settle(source);
  const memory = await recall(inputsOf(out, settled));
  if (memory !== undefined) return upToDate(memory);
  const { render } = await import("./render.js");
  return compare(out, (await render(settled.document, settled)).files);
}

type Source = Omit<GenerateOptions, "out" | "force">;

function settle({ document, ...chosen }: Source): Required<Source> {
  const { runtime = "apsdirect/runtime", zod = "mini", enums = "open", dates = "text", paths = false } = chosen;
  return { document, runtime, zod, enums, dates, paths };
}

function inputsOf(out: string, { document, ...options }: Required<Source>): Inputs {
  return { document, out, options };
}

function upToDate({ unchanged }: Memory): Comparison {
  return {
    missing: [],
    outdated: [],
    stale: [],
    edited: [],
    foreign: [],
    unchanged,
    upToDate: true,
    interrupted: false,
  };
}
