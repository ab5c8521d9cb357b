import * as cache from "../cache/index.js";
import { type Comparison, compare } from "../write/index.js";
import { type GenerateOptions, pickClientOptions } from "./options.js";

/**
 * Compares the output folder with the files that {@link generate} would write. Changes nothing.
 *
 * @throws SpecError
 */
export async function checkGenerated({
  document,
  out,
  ...others
}: Omit<GenerateOptions, "force">): Promise<Comparison> {
  const options = pickClientOptions(others);
  const cached = await cache.read({ document, out, options });
  if (cached !== undefined) return createUpToDateComparison(cached.unchanged);
  const { buildClientFiles, loadModel } = await import("./client-files.js");
  const { files } = await buildClientFiles(await loadModel(document, options), options);
  return compare(out, files);
}

function createUpToDateComparison(unchanged: readonly string[]): Comparison {
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
