import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The packages that have a say in what is written. */
const packages = ["js-yaml", "openapi-typescript", "ts-morph", "typescript", "yaml"];

/**
 * What tells one generator from another: its own code, not only its version, since who works on it never sees that
 * change; and the versions of what it stands on.
 */
export async function generatorIdentity(): Promise<string> {
  const folder = fileURLToPath(new URL("..", import.meta.url));
  const paths = (await readdir(folder, { recursive: true })).filter((path) => /(?<!\.d)\.[jt]s$/.test(path)).sort();
  const texts = await Promise.all(paths.map((path) => readFile(join(folder, path))));
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text);
  return hash.update((await Promise.all(packages.map(versionOf))).join()).digest("hex");
}

async function versionOf(name: string): Promise<string> {
  const path = createRequire(import.meta.url).resolve(`${name}/package.json`);
  return String(JSON.parse(await readFile(path, "utf8")).version);
}
