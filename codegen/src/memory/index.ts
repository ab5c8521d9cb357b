import { createHash } from "node:crypto";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { isJsonObject } from "../load/json.js";
import { readRegularFile } from "../load/regular-file.js";
import { intactFiles, outputFolder } from "../write/index.js";
import { cacheFolder } from "./cache-folder.js";
import { generatorIdentity } from "./generator-identity.js";

/** From what a run makes its output, beside the text of the document. */
export interface Inputs {
  readonly document: string;
  readonly out: string;
  /** Everything else that the output depends on. */
  readonly options: Readonly<Record<string, string | boolean>>;
}

/** What is noted of a run. */
interface RunRecord {
  /** Hash of all that the output was made from. */
  readonly inputs: string;
  /** Absolute paths of the document and of the files that it refers to. */
  readonly sources: readonly string[];
  /** Hash of the manifest that the run left. */
  readonly manifest: string;
}

/** What is known of an output that is as it should be. */
export interface Memory {
  /** The files of the output. */
  readonly unchanged: readonly string[];
  /** What it was made from. */
  readonly sources: readonly string[];
}

/**
 * What the last run left, where a run would only make the same files again: the document, the options, the generator
 * and the output are those of the last run. `undefined` where that is not known, or not so.
 *
 * What is remembered lies with the packages that are installed, not with the output: a hash that is committed proves
 * nothing to a check of what is committed, and would differ wherever branches meet.
 */
export async function recall(inputs: Inputs): Promise<Memory | undefined> {
  const record = await readRecord(inputs);
  if (record === undefined) return undefined;
  const { sources, manifest } = record;
  if ((await hashOf(inputs, sources)) !== record.inputs) return undefined;
  const files = await intactFiles(inputs.out);
  return files?.manifest === manifest ? { unchanged: files.paths, sources } : undefined;
}

/** Notes what a run that began at a time made of these sources, unless one of them has changed in the meantime. */
export async function remember(inputs: Inputs, sources: readonly string[], began: number): Promise<void> {
  const path = await recordPath(inputs);
  const files = await intactFiles(inputs.out);
  if (path === undefined || files === undefined) return;
  const absolute = sources.map((source) => resolve(source));
  const times = await Promise.all(absolute.map(async (source) => (await stat(source)).mtimeMs));
  if (times.some((time) => time > began)) return;
  const record: RunRecord = {
    inputs: (await hashOf(inputs, absolute)) ?? "",
    sources: absolute,
    manifest: files.manifest,
  };
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify(record));
}

async function readRecord(inputs: Inputs): Promise<RunRecord | undefined> {
  const path = await recordPath(inputs);
  if (path === undefined) return undefined;
  try {
    const record: unknown = JSON.parse(await readFile(path, "utf8"));
    return isRunRecord(record) ? record : undefined;
  } catch {
    return undefined; // not there, or cut off: as good as never written
  }
}

function isRunRecord(value: unknown): value is RunRecord {
  if (!isJsonObject(value)) return false;
  const { inputs, sources, manifest } = value;
  const isList = Array.isArray(sources) && sources.every((source) => typeof source === "string");
  return isList && typeof inputs === "string" && typeof manifest === "string";
}

async function recordPath({ out }: Inputs): Promise<string | undefined> {
  const folder = await outputFolder(out);
  const cache = await cacheFolder(folder);
  return cache === undefined ? undefined : join(cache, `${sha256(folder).slice(0, 16)}.json`);
}

async function hashOf({ document, options }: Inputs, sources: readonly string[]): Promise<string | undefined> {
  try {
    const texts = await Promise.all(sources.map(async (source) => [source, sha256(await readRegularFile(source))]));
    return sha256(JSON.stringify([await generatorIdentity(), resolve(document), basename(document), options, texts]));
  } catch {
    return undefined; // a source is gone or unreadable: the run itself will say so
  }
}

function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}
