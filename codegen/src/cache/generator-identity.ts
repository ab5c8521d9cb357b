import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { codeFolder, versionOf } from "../package.js";

/** Packages that affect the output but are not part of the bundle. */
const packages = ["openapi-typescript", "ts-morph", "typescript"];

let identity: Promise<string> | undefined;

/**
 * Identifies this generator: a hash of its code and of the versions of the packages that affect the output. The
 * generator's own version is not enough, because it stays the same while someone works on the code.
 */
export function generatorIdentity(): Promise<string> {
  identity ??= computeIdentity();
  return identity;
}

async function computeIdentity(): Promise<string> {
  const folder = codeFolder();
  const paths = (await readdir(folder, { recursive: true })).filter((path) => /(?<!\.d)\.[jt]s$/.test(path)).sort();
  const texts = await Promise.all(paths.map((path) => readFile(join(folder, path))));
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text);
  return hash.update(packages.map(versionOf).join()).digest("hex");
}
