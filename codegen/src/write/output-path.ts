import type { GeneratedFile } from "./generated-file.js";

/**
 * Returns true if a path stays inside its folder on every platform: it has no drive, no parent segment, no name that
 * Windows reserves, and no character that Unicode folds.
 */
export function isOutputPath(path: string): boolean {
  return path
    .split("/")
    .every((part) => /^[A-Za-z0-9_$.-]+$/.test(part) && !/^\.+$|\.$|^(?:con|nul|aux|prn)(?:\.|$)/i.test(part));
}

/** Name of the manifest file in the output folder. */
export const manifestName = ".apsdirect-codegen.json";

/**
 * Checks that paths are distinct and inside the output folder.
 *
 * @throws TypeError otherwise, which is a bug in an emitter.
 */
export function assertDistinctPaths(files: readonly GeneratedFile[]): void {
  const seen = new Set([manifestName]);
  for (const { path } of files) {
    if (!isOutputPath(path)) throw new TypeError(`Not a path inside the output folder: ${JSON.stringify(path)}`);
    // File systems that ignore case would keep only one of `Order.ts` and `order.ts`.
    const folded = path.toLowerCase();
    if (seen.has(folded)) throw new TypeError(`Two generated files have the path ${path}`);
    seen.add(folded);
  }
}
