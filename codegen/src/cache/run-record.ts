import { createHash } from "node:crypto";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { isJsonObject } from "../json/index.js";
import { readRegularFile } from "../regular-file.js";
import { readIntactFiles } from "../write/index.js";
import { cachePath } from "./cache-path.js";
import { generatorIdentity } from "./generator-identity.js";

/** Input of a run, except the text of the document. */
export interface Run {
  readonly document: string;
  readonly out: string;
  /** Other options that affect the output. */
  readonly options: object;
}

/** Output that is already up to date. */
export interface CachedRun {
  /** Paths of the generated files. */
  readonly unchanged: readonly string[];
  /** Paths of the source files. */
  readonly sources: readonly string[];
}

/** Record of the last run, as stored on disk. */
interface RunRecord {
  /** Hash of all inputs. */
  readonly inputs: string;
  /** Absolute paths of the document and of the files it references. */
  readonly sources: readonly string[];
  /** Hash of the manifest that the run wrote. */
  readonly manifest: string;
}

/**
 * Reads the result of the last run if nothing has changed since: same document, options, generator and output.
 * Otherwise returns `undefined`.
 *
 * The cache lives in `node_modules`, not in the output folder. A committed hash would prove nothing to a check of
 * committed files, and it would conflict on every merge.
 */
export async function read(run: Run): Promise<CachedRun | undefined> {
  const record = await readRecord(run);
  if (record === undefined) return undefined;
  const { sources, manifest } = record;
  if ((await hashOf(run, sources)) !== record.inputs) return undefined;
  const files = await readIntactFiles(run.out);
  return files?.manifest === manifest ? { unchanged: files.paths, sources } : undefined;
}

/** Stores a run that started at `began` and read these sources, unless a source has changed since. */
export async function write(run: Run, sources: readonly string[], began: number): Promise<void> {
  const [path, files] = [await cachePath(run.out, "run.json"), await readIntactFiles(run.out)];
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
    return undefined; // missing or truncated
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
    return undefined; // A source is missing or unreadable. The run itself reports it.
  }
}

function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}
