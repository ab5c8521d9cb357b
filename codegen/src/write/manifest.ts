import { createHash } from "node:crypto";
import { join } from "node:path";
import { isJsonObject } from "../json/index.js";
import { IrregularFileError, readRegularFile } from "../regular-file.js";
import type { GeneratedFile } from "./generated-file.js";
import { isOutputPath, manifestName } from "./output-path.js";
import { ifExists, WriteError } from "./write-error.js";

/**
 * List of generated files, kept in the output folder and under version control.
 *
 * While a run moves its files, the manifest is pending: it lists both old and new files, so that every file can be
 * recognized at any moment. If a run crashes, the pending manifest remains and the next run completes the output. Files
 * listed in a manifest may be replaced or removed. The manifest never causes a write, because it may come from an
 * untrusted repository.
 */
export interface Manifest {
  /** SHA-256 hashes of everything the generator wrote to each path, including the manifest itself. */
  readonly hashes: ReadonlyMap<string, ReadonlySet<string>>;
  /** True if the run that wrote it did not finish. */
  readonly isPending: boolean;
}

/**
 * Reads the manifest of an output folder. Returns an empty one if there is none.
 *
 * @throws WriteError if it is damaged.
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, manifestName);
  const bytes = await ifExists(readRegularFile(path)).catch((error: unknown) => {
    if (error instanceof IrregularFileError) return new Uint8Array();
    throw error;
  });
  if (bytes === undefined) return { hashes: new Map(), isPending: false };
  const manifest = parseManifest(new TextDecoder().decode(bytes));
  if (manifest !== undefined) return manifest;
  throw new WriteError(
    `${path} is damaged or has an unsupported version. Restore it from version control, or delete the output folder.`,
  );
}

/** Manifest text of a finished run. */
export function finalManifest(files: readonly GeneratedFile[]): string {
  return manifestText(files.map(entryOf), {});
}

/** Manifest text of a run that is moving these files into a folder with the given manifest. */
export function pendingManifest({ hashes }: Manifest, files: readonly GeneratedFile[]): string {
  const entries = [...hashes].flatMap(([path, own]) => Array.from(own, (sha256): Entry => ({ path, sha256 })));
  return manifestText([...entries, ...files.map(entryOf)], { pending: true });
}

/** Hash of text with normalized line endings, so that a checkout with CRLF does not count as an edit. */
export function sha256(text: string): string {
  return createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex");
}

interface Entry {
  readonly path: string;
  readonly sha256: string;
}

function entryOf({ path, text }: GeneratedFile): Entry {
  return { path, sha256: sha256(text) };
}

/** Sorted with one file per line, so that branches merge cleanly. */
function manifestText(entries: readonly Entry[], { pending = false }): string {
  const lines = entries.map(({ path, sha256 }) => JSON.stringify({ path, sha256 }));
  const flag = pending ? '  "pending": true,\n' : "";
  return `{\n  "formatVersion": 1,\n${flag}  "files": [\n    ${lines.sort().join(",\n    ")}\n  ]\n}\n`;
}

/** Validates without zod, because loading it takes longer than all the work for unchanged output. */
function parseManifest(text: string): Manifest | undefined {
  const value = parseJson(text);
  if (!isJsonObject(value) || value["formatVersion"] !== 1 || !Array.isArray(value["files"])) return undefined;
  const files: readonly unknown[] = value["files"];
  if (!files.every(isEntry)) return undefined;
  const hashes = new Map<string, Set<string>>();
  for (const { path, sha256 } of files) hashes.set(path, (hashes.get(path) ?? new Set()).add(sha256));
  hashes.set(manifestName, new Set([sha256(text)]));
  return { hashes, isPending: value["pending"] === true };
}

/** Listed files may be deleted, and a manifest may come from an untrusted repository, so its paths must be checked. */
function isEntry(value: unknown): value is Entry {
  if (!isJsonObject(value)) return false;
  const { path, sha256 } = value;
  return typeof path === "string" && isOutputPath(path) && typeof sha256 === "string" && /^[0-9a-f]{64}$/.test(sha256);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
