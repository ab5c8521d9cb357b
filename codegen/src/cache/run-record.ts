import { createHash } from "node:crypto";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { isJsonObject } from "../json/index.js";
import { readRegularFile } from "../regular-file.js";
import { intactFiles } from "../write/index.js";
import { cachePath } from "./cache-path.js";
import { generatorIdentity } from "./generator-identity.js";

/** Input of a run, apart from the text of the document. */
export interface Run {
  readonly document: string;
  readonly out: string;
  /** Everything else that the output depends on. */
  readonly options: object;
}

/** Output that is what a run would make it. */
export interface CachedRun {
  /** Files of the output. */
  readonly unchanged: readonly string[];
  /** Files that it was made from. */
  readonly sources: readonly string[];
}

/** Record of the last run, as it is stored. */
interface RunRecord {
  /** Hash of everything that the output was made from. */
  readonly inputs: string;
  /** Absolute paths of the document and of the files that it refers to. */
  readonly sources: readonly string[];
  /** Hash of the manifest that the run wrote. */
  readonly manifest: string;
}

/**
 * Reads the result of the last run if this run would only repeat it: document, options, generator and output are those
 * of the last run. Otherwise `undefined`.
 *
 * The cache lies with the installed packages, not with the output: a committed hash proves nothing to a check of what
 * is committed, and would differ wherever branches meet.
 */
export async function read(run: Run): Promise<CachedRun | undefined> {
  const record = await readRecord(run);
  if (record === undefined) return undefined;
  const { sources, manifest } = record;
  if ((await hashOf(run, sources)) !== record.inputs) return undefined;
  const files = await intactFiles(run.out);
  return files?.manifest === manifest ? { unchanged: files.paths, sources } : undefined;
}

/** Stores a run that read these sources from `began` on, unless one of them has changed since. */
export async function write(run: Run, sources: readonly string[], began: number): Promise<void> {
  const [path, files] = [await cachePath(run.out, "run.json"), await intactFiles(run.out)];
  if (path === undefined || files === undefined) return;
  const absolute = sources.map((source) => resolve(source));
  const times = await Promise.all(absolute.map(async (source) => (await stat(source)).mtimeMs));
  if (times.some((time) => time > began)) return;
  const record: RunRecord = {
    inputs: (await hashOf(run, absolute)) ?? "",
    sources: absolute,
    manifest: files.manifest,
  };
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify(record));
}

async function readRecord(run: Run): Promise<RunRecord | undefined> {
  const path = await cachePath(run.out, "run.json");
  if (path === undefined) return undefined;
  try {
    const record: unknown = JSON.parse(await readFile(path, "utf8"));
    return isRunRecord(record) ? record : undefined;
  } catch {
    return undefined; // absent or cut off
  }
}

function isRunRecord(value: unknown): value is RunRecord {
  if (!isJsonObject(value)) return false;
  const { inputs, sources, manifest } = value;
  const isList = Array.isArray(sources) && sources.every((source) => typeof source === "string");
  return isList && typeof inputs === "string" && typeof manifest === "string";
}

async function hashOf({ document, options }: Run, sources: readonly string[]): Promise<string | undefined> {
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
