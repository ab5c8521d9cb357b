import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const manifest = require.resolve("@apsdirect/codegen/package.json");

/** Version of this package. */
export function packageVersion(): string {
  return versionIn(manifest);
}

/** Version of a dependency. */
export function versionOf(name: string): string {
  return versionIn(require.resolve(`${name}/package.json`));
}

/** Folder of the running code: the published bundle, or the sources. */
export function codeFolder(): string {
  const root = dirname(manifest);
  const [folder = ""] = relative(root, fileURLToPath(import.meta.url)).split(sep);
  return join(root, folder);
}

function versionIn(path: string): string {
  return String(JSON.parse(readFileSync(path, "utf8")).version);
}
