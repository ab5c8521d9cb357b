import { isUtf8 } from "node:buffer";
import { type Finding, SpecError } from "../findings.js";
import { IrregularFileError, readRegularFile } from "../regular-file.js";
import { countValues } from "./count-values.js";
import { maximumValues } from "./limits.js";

/**
 * Reads a file of a document as text.
 *
 * @throws SpecError if it cannot be read.
 */
export async function readSourceText(path: string, file: string): Promise<string> {
  const bytes = await readRegularFile(path).catch((cause: unknown) => {
    const isIrregular = cause instanceof IrregularFileError;
    throw isIrregular ? unreadableError(file, cause.message) : unreadableError(file, describeCause(cause), cause);
  });
  const text = decodeSourceText(bytes, file);
  // There are never more values than characters, so most files need no count.
  if (text.length > maximumValues && countValues(text) > maximumValues) {
    throw unreadableError(file, `The file has too many values; the limit (maximumValues) is ${maximumValues}.`);
  }
  return text;
}

/**
 * Decodes UTF-8, with or without a byte order mark.
 *
 * @throws SpecError for other encodings.
 */
function decodeSourceText(bytes: Uint8Array, file: string): string {
  if (isUtf16(bytes))
    throw new SpecError([findingAt(file, 1, 1, "The file is encoded as UTF-16.", "Save it as UTF-8.")]);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new SpecError([badUtf8(bytes, file)]);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "File not found.",
  ENOTDIR: "File not found: a part of its path is not a folder.",
  EISDIR: "This is a folder, not a document.",
  EACCES: "Cannot read the file: permission denied.",
  EPERM: "Cannot read the file: permission denied.",
  ELOOP: "The path contains a loop of symbolic links.",
};

function describeCause(cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown error";
  return reasons[code] ?? `Cannot read the file (${code}).`;
}

function unreadableError(file: string, message: string, cause?: unknown): SpecError {
  return new SpecError([findingAt(file, 1, 1, message)], { cause });
}

// Without a byte order mark, look for a zero byte: a document starts with an ASCII character, which UTF-16 encodes with
// one.
function isUtf16([first, second]: Uint8Array): boolean {
  if (first === undefined || second === undefined) return false;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || (first === 0) !== (second === 0);
}

function badUtf8(bytes: Uint8Array, file: string): Finding {
  let line = 1;
  let start = 0;
  for (;;) {
    const newline = bytes.indexOf(0x0a, start);
    const text = bytes.subarray(start, newline === -1 ? bytes.length : newline);
    if (!isUtf8(text) || newline === -1) {
      const column = new TextDecoder().decode(text).indexOf("\ufffd") + 1;
      return findingAt(file, line, Math.max(column, 1), "Invalid UTF-8.", "Save the file as UTF-8.");
    }
    line += 1;
    start = newline + 1;
  }
}

function findingAt(file: string, line: number, column: number, message: string, hint?: string): Finding {
  return { position: { file, line, column }, message, ...(hint !== undefined && { hint }) };
}
