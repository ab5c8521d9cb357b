import { crc32 } from "node:zlib";
import type { Change } from "./change.js";
import { DataFileError } from "./data-file-error.js";

const title = "apsdirect-sandbox data, version ";

/** First line of a data file. If the format of the following lines changes, so does its version. */
export const header = `${title}1\n`;

/** Formats changes that are written together as one line: a checksum, then the changes as JSON. */
export function formatLine(changes: readonly Change[]): string {
  const json = JSON.stringify(changes);
  return `${checksum(json)} ${json}\n`;
}

/** Parsed content of a data file. */
export interface FileContent {
  readonly changes: readonly Change[];
  /** Length of the complete lines in bytes. Anything after them was cut off by a crash and never acknowledged. */
  readonly length: number;
}

/**
 * Parses a data file.
 *
 * @throws {@link DataFileError} if the file is of another kind or version, or damaged
 */
export function parseContent(path: string, bytes: Buffer): FileContent {
  if (header.startsWith(bytes.toString("latin1"))) return { changes: [], length: 0 };
  const length = bytes.lastIndexOf("\n") + 1;
  const [first = "", ...lines] = bytes.toString("utf8", 0, length).split("\n").slice(0, -1);
  checkHeader(path, first);
  return { changes: lines.flatMap((line, index) => parseLine(path, line, index + 2)), length };
}

function checkHeader(path: string, first: string): void {
  if (`${first}\n` === header) return;
  const reason = first.startsWith(title)
    ? `has version ${first.slice(title.length, title.length + 20)}, but this sandbox only reads version 1`
    : "is not a data file of a sandbox";
  throw new DataFileError(`${path} ${reason}. The file was not changed; choose another one.`);
}

function parseLine(path: string, line: string, number: number): readonly Change[] {
  const json = line.slice(9);
  if (line.slice(0, 9) !== `${checksum(json)} `) {
    throw new DataFileError(
      `${path} is damaged in line ${number}: the checksum does not match. The file was not changed; choose another one, ` +
        +"or restore a copy of it.",
    );
  }
  // The checksum proves that the line is unchanged, and the header states its version, so the shape is known.
  const changes: readonly Change[] = JSON.parse(json);
  return changes;
}

function checksum(json: string): string {
  return crc32(json).toString(16).padStart(8, "0");
}
