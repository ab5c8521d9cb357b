import { readFile } from "node:fs/promises";
import type { SandboxSeed } from "../aps/seed-document.js";
import { UsageError } from "./usage-error.js";

/** Reads a seed file. The sandbox validates its content. */
export async function readSeedFile(path: string): Promise<SandboxSeed> {
  const text = await readFile(path, "utf8").catch((error: Error) => {
    throw new UsageError(`Cannot read the seed: ${error.message}.`);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`The seed in ${path} is not JSON: ${error instanceof Error ? error.message : error}.`);
  }
}
