import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { isJsonObject } from "../json/index.js";
import type { Model } from "../model/index.js";
import { manifestHash } from "../write/index.js";
import { cachePath } from "./cache-path.js";
import { generatorIdentity } from "./generator-identity.js";

/**
 * Reads the model that the output in a folder was made from. `undefined` if it is not in the cache, or if another
 * generator or another run wrote the output since.
 */
export async function readModel(out: string): Promise<Model | undefined> {
  const [path, key] = [await cachePath(out, "model.json"), await keyOf(out)];
  if (path === undefined || key === undefined) return undefined;
  try {
    const stored: unknown = JSON.parse(await readFile(path, "utf8"));
    // The key says that this same generator wrote it, so it has the shape that this generator expects.
    return isJsonObject(stored) && stored["key"] === key ? (stored["model"] as unknown as Model) : undefined;
  } catch {
    return undefined; // absent or cut off
  }
}

/** Stores the model that the output in a folder was made from. */
export async function writeModel(out: string, model: Model): Promise<void> {
  const [path, key] = [await cachePath(out, "model.json"), await keyOf(out)];
  if (path === undefined || key === undefined) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify({ key, model }));
}

/** Key under which a model is stored: the generator, and the output that it wrote. */
async function keyOf(out: string): Promise<string | undefined> {
  const manifest = await manifestHash(out);
  if (manifest === undefined) return undefined;
  return createHash("sha256")
    .update(`${await generatorIdentity()} ${manifest}`)
    .digest("hex");
}
