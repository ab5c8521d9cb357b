import { createHash } from "node:crypto";
import { join } from "node:path";
import { isJsonObject } from "../json/index.js";
import type { GeneratedFile } from "../print/index.js";
import { IrregularFileError, readRegularFile } from "../regular-file.js";
import { isOutputPath, manifestName } from "./output-path.js";
import { ifExists, WriteError } from "./write-error.js";

/** Path to SHA-256 of each file as it was generated. */
export type Manifest = ReadonlyMap<string, string>;

/** The manifest of an output folder; empty where there is none. */
export async function readManifest(out: string): Promise<Manifest> {
  const path = join(out, manifestName);
  const bytes = await ifExists(readRegularFile(path)).catch(refuseIrregular);
  if (bytes === undefined) return new Map();
  const manifest = bytes === "irregular" ? undefined : manifestIn(parsed(new TextDecoder().decode(bytes)));
  if (manifest !== undefined) return manifest;
  throw new WriteError(
    `${path} is damaged or of another version. Restore it from version control, or delete the output folder.`,
  );
}

/** The text of the manifest for these files: sorted, one file a line, so that branches merge. */
export function manifestText(files: readonly GeneratedFile[]): string {
  const lines = files
    .map(({ path, text }) => JSON.stringify({ path, sha256: sha256(text) }))
    .sort()
    .join(",\n    ");
  return `{\n  "formatVersion": 1,\n  "files": [\n    ${lines}\n  ]\n}\n`;
}

/** Hash of a text with its line ends as they are generated: a checkout with CRLF is no edit. */
export function sha256(text: string): string {
  return createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex");
}

function refuseIrregular(error: unknown): "irregular" {
  if (error instanceof IrregularFileError) return "irregular";
  throw error;
}

/** Checked by hand: to load zod takes longer than all that is to be done for an output that has not changed. */
function manifestIn(value: unknown): Manifest | undefined {
  if (!isJsonObject(value) || value["formatVersion"] !== 1 || !Array.isArray(value["files"])) return undefined;
  const files: readonly unknown[] = value["files"];
  return files.every(isEntry) ? new Map(files.map(({ path, sha256 }) => [path, sha256])) : undefined;
}

/** What is listed may be deleted, and a manifest comes from a repository: its paths are not to be trusted. */
function isEntry(value: unknown): value is { readonly path: string; readonly sha256: string } {
  if (!isJsonObject(value)) return false;
  const { path, sha256 } = value;
  return typeof path === "string" && isOutputPath(path) && typeof sha256 === "string" && /^[0-9a-f]{64}$/.test(sha256);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
