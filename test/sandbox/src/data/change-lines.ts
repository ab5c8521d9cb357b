import { crc32 } from "node:zlib";
import type { Change } from "./change.js";
import { DataFileError } from "./data-file-error.js";

const title = "apsdirect-sandbox data, version ";

/** First line of a data file. Another layout of the lines below it gets another number. */
export const header = `${title}1\n`;

/** Changes that go to the disk together, as one line: a checksum, and the changes as JSON. */
export function lineOf(changes: readonly Change[]): string {
  const json = JSON.stringify(changes);
  return `${checksum(json)} ${json}\n`;
}

/** What a data file holds. */
export interface FileContent {
  readonly changes: readonly Change[];
  /** Bytes that are whole lines. What comes after them was torn off by a kill, and nobody was ever told of it. */
  readonly length: number;
}

/**
 * Reads a data file.
 *
 * @throws {@link DataFileError} for a file that is something else, of another version, or damaged
 */
export function readContent(path: string, bytes: Buffer): FileContent {
  if (header.startsWith(bytes.toString("latin1"))) return { changes: [], length: 0 };
  const length = bytes.lastIndexOf("\n") + 1;
  const [first = "", ...lines] = bytes.toString("utf8", 0, length).split("\n").slice(0, -1);
  checkHeader(path, first);
  return { changes: lines.flatMap((line, index) => changesOf(path, line, index + 2)), length };
}

function checkHeader(path: string, first: string): void {
  if (`${first}\n` === header) return;
  const reason = first.startsWith(title)
    ? `is of version ${first.slice(title.length, title.length + 20)}, and this sandbox reads version 1 alone`
    : "is no data file of a sandbox";
  throw new DataFileError(`${path} ${reason}. It is left as it is: name another file.`);
}

function changesOf(path: string, line: string, number: number): readonly Change[] {
  const json = line.slice(9);
  if (line.slice(0, 9) !== `${checksum(json)} `) {
    throw new DataFileError(
      `${path} is damaged in line ${number}: the line and its checksum differ. It is left as it is: name another file, ` +
        "or bring back a copy of this one.",
    );
  }
  // Of the shape it was written in: the checksum says that nobody has touched it, the header by which version.
  const changes: readonly Change[] = JSON.parse(json);
  return changes;
}

function checksum(json: string): string {
  return crc32(json).toString(16).padStart(8, "0");
}
