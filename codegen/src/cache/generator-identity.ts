import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Packages that the output depends on. */
const packages = ["js-yaml", "openapi-typescript", "ts-morph", "typescript", "yaml"];

let identity: Promise<string> | undefined;

/**
 * Identity of this generator: a hash of its code, because its version does not change while someone works on it, and the
 * versions of the packages that the output depends on.
 */
export function generatorIdentity(): Promise<string> {
  identity ??= computeIdentity();
  return identity;
}

async function computeIdentity(): Promise<string> {
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
