import type { GeneratedFile } from "./generated-file.js";

/**
 * Whether a path, joined to a folder, stays inside it on every platform: no drive, no parent, no name that Windows
 * reserves or Unicode folds.
 */
export function isOutputPath(path: string): boolean {
  return path
    .split("/")
    .every((part) => /^[A-Za-z0-9_$.-]+$/.test(part) && !/^\.+$|\.$|^(?:con|nul|aux|prn)(?:\.|$)/i.test(part));
}

/** Name of the manifest in the output folder. */
export const manifestName = ".apsdirect-codegen.json";

/** Checks paths of files. @throws TypeError if two are the same or one leaves the output folder: a defect of an emitter. */
export function assertDistinctPaths(files: readonly GeneratedFile[]): void {
  const seen = new Set([manifestName]);
  for (const { path } of files) {
    if (!isOutputPath(path)) throw new TypeError(`Not a path inside the output folder: ${JSON.stringify(path)}`);
    // File systems that ignore case would keep one of `Order.ts` and `order.ts`.
    const folded = path.toLowerCase();
    if (seen.has(folded)) throw new TypeError(`Two generated files have the path ${path}`);
    seen.add(folded);
  }
}
