import { createHash } from "node:crypto";
import { join } from "node:path";
import { isJsonObject } from "../json/index.js";
import { IrregularFileError, readRegularFile } from "../regular-file.js";
import type { GeneratedFile } from "./generated-file.js";
import { isOutputPath, manifestName } from "./output-path.js";
import { ifExists, WriteError } from "./write-error.js";

/**
 * List of the files that the generator wrote, in the output folder and under version control.
 *
 * While a run moves its files, the manifest is pending: it lists what was there and what comes, so that at any moment
 * each file can be recognised. A run that dies leaves a pending manifest, and the next one completes the output. What a
 * manifest lists may be replaced or removed. Nothing is ever written because of it, since it may come from a repository.
 */
export interface Manifest {
  /** SHA-256 of each content that the generator wrote to a path, the manifest's own included. */
  readonly hashes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether the run that wrote it did not finish. */
  readonly isPending: boolean;
}

/** Reads the manifest of an output folder; an empty one if there is none. @throws WriteError if it is damaged. */
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
    `${path} is damaged or of another version. Restore it from version control, or delete the output folder.`,
  );
}

/** Text of the manifest of a finished run. */
export function finalManifest(files: readonly GeneratedFile[]): string {
  return manifestText(files.map(entryOf), {});
}

/** Text of the manifest while a run moves these files into a folder that has the given manifest. */
export function pendingManifest({ hashes }: Manifest, files: readonly GeneratedFile[]): string {
  const entries = [...hashes].flatMap(([path, own]) => Array.from(own, (sha256): Entry => ({ path, sha256 })));
  return manifestText([...entries, ...files.map(entryOf)], { pending: true });
}

/** Hash of a text with its line ends as they are generated: a checkout with CRLF is not an edit. */
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

/** Sorted, one file a line, so that branches merge. */
function manifestText(entries: readonly Entry[], { pending = false }): string {
  const lines = entries.map(({ path, sha256 }) => JSON.stringify({ path, sha256 }));
  const flag = pending ? '  "pending": true,\n' : "";
  return `{\n  "formatVersion": 1,\n${flag}  "files": [\n    ${lines.sort().join(",\n    ")}\n  ]\n}\n`;
}

/** Checks by hand: loading zod takes longer than all the work for an output that has not changed. */
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

/** What is listed may be deleted, and a manifest comes from a repository: its paths cannot be trusted. */
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
