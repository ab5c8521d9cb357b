import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { isJsonObject } from "../json/index.js";
import type { Model } from "../model/index.js";
import { readManifestHash } from "../write/index.js";
import { cachePath } from "./cache-path.js";
import { generatorIdentity } from "./generator-identity.js";

/**
 * Reads the model that produced the output in a folder. Returns `undefined` if the model is not cached, or if another
 * generator or a later run wrote the output.
 */
export async function readModel(out: string): Promise<Model | undefined> {
  const [path, key] = [await cachePath(out, "model.json"), await keyOf(out)];
  if (path === undefined || key === undefined) return undefined;
  try {
    const stored: unknown = JSON.parse(await readFile(path, "utf8"));
    // The key proves that this generator wrote the file, so the shape is known.
    return isJsonObject(stored) && stored["key"] === key ? (stored["model"] as unknown as Model) : undefined;
  } catch {
    return undefined; // missing or truncated
  }
}

/** Stores the model that produced the output in a folder. */
export async function writeModel(out: string, model: Model): Promise<void> {
  const [path, key] = [await cachePath(out, "model.json"), await keyOf(out)];
  if (path === undefined || key === undefined) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify({ key, model }));
}

/** Cache key of a model: the generator and the output it wrote. */
async function keyOf(out: string): Promise<string | undefined> {
  const manifest = await readManifestHash(out);
  if (manifest === undefined) return undefined;
  return createHash("sha256")
    .update(`${await generatorIdentity()} ${manifest}`)
    .digest("hex");
}
