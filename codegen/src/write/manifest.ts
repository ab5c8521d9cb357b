import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { GeneratedFile } from "../print/index.js";
import { isOutputPath, manifestName } from "./output-path.js";
import { ifExists, WriteError } from "./write-error.js";

/** Path to SHA-256 of each file as it was generated. */
export type Manifest = ReadonlyMap<string, string>;

const manifestShape = z.object({
  formatVersion: z.literal(1),
  // What is listed may be deleted, and a manifest comes from a repository: its paths are not to be trusted.
  files: z.array(z.object({ path: z.string().refine(isOutputPath), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});

/** The manifest of an output folder; empty where there is none. */
export async function readManifest(out: string): Promise<Manifest> {
  const path = join(out, manifestName);
  const text = await ifExists(readFile(path, "utf8"));
  if (text === undefined) return new Map();
  const manifest = manifestShape.safeParse(parsed(text));
  if (manifest.success) return new Map(manifest.data.files.map(({ path, sha256 }) => [path, sha256]));
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
