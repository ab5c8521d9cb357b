import { type Inputs, recall, remember } from "./memory/index.js";
import type { Rendering, RenderOptions } from "./render.js";
import { type Comparison, compare, type WriteReport, write } from "./write/index.js";

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

/**
 * A document in, a folder of TypeScript out. Where the last run made the same of the same, a look at hashes is all.
 *
 * @throws SpecError, and WriteError; the old output stays then.
 */
export async function generate({ out, force = false, ...source }: GenerateOptions): Promise<WriteReport> {
  const settled = settle(source);
  const inputs = inputsOf(out, settled);
  const unchanged = await recall(inputs);
  if (unchanged !== undefined) return { written: [], removed: [], unchanged };
  const began = Date.now();
  const { files, sources } = await renderLazily(settled);
  const report = await write(out, files, { force });
  // A run that cannot be remembered has been a good one all the same: the next will only take longer.
  await remember(inputs, sources, began).catch(() => undefined);
  return report;
}

/** Says how the output folder differs from what {@link generate} would make of it. Changes nothing. */
export async function checkGenerated({ out, ...source }: Omit<GenerateOptions, "force">): Promise<Comparison> {
  const settled = settle(source);
  const unchanged = await recall(inputsOf(out, settled));
  if (unchanged !== undefined) return upToDate(unchanged);
  return compare(out, (await renderLazily(settled)).files);
}

type Source = Omit<GenerateOptions, "out" | "force">;

function settle({ document, runtime = "apsdirect/runtime", zod = "mini" }: Source): Required<Source> {
  return { document, runtime, zod };
}

function inputsOf(out: string, { document, ...options }: Required<Source>): Inputs {
  return { document, out, options };
}

/** Loads the steps only when they are needed: the TypeScript compiler behind them takes most of a second. */
async function renderLazily({ document, ...options }: Required<Source>): Promise<Rendering> {
  const { render } = await import("./render.js");
  return render(document, options);
}

function upToDate(unchanged: readonly string[]): Comparison {
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
