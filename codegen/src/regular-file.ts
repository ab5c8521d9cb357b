import { constants, type Stats } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";

/** Maximum file size in bytes. The largest public documents are a quarter of this. */
export const maximumBytes = 64 * 1024 * 1024;

/** Error thrown when a path is not a regular file, or the file exceeds the limit. */
export class IrregularFileError extends Error {}

/**
 * Reads a regular file of at most {@link maximumBytes}.
 *
 * Checks the type before opening, because opening a FIFO waits for a writer and opening a device can have side effects.
 * The path may change in the meantime, so it is opened in non-blocking mode and checked again.
 *
 * @throws IrregularFileError or a system error.
 */
export async function readRegularFile(path: string): Promise<Uint8Array> {
  assertRegular(await stat(path));
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0));
  try {
    const status = await handle.stat();
    assertRegular(status);
    return await readAtMost(handle, status.size, maximumBytes);
  } finally {
    await handle.close();
  }
}

function assertRegular(status: Stats): void {
  if (!status.isFile()) throw new IrregularFileError(kindOf(status));
  if (status.size > maximumBytes) throw tooLarge(`${status.size} bytes`);
}

function kindOf(status: Stats): string {
  if (status.isDirectory()) return "This is a folder, not a document.";
  if (status.isFIFO()) return "This is a FIFO, not a regular file.";
  if (status.isSocket()) return "This is a socket, not a regular file.";
  return "This is a device, not a regular file.";
}

/** Reads to the end, because some files, such as those in /proc, are larger than their reported size. */
async function readAtMost(handle: FileHandle, expected: number, limit: number): Promise<Uint8Array> {
  let bytes = Buffer.allocUnsafe(expected + 1);
  for (let size = 0; ; ) {
    const { bytesRead } = await handle.read(bytes, size, bytes.length - size);
    if (bytesRead === 0) return bytes.subarray(0, size);
    size += bytesRead;
    if (size > limit) throw tooLarge("more bytes than reported");
    if (size === bytes.length) bytes = Buffer.concat([bytes], size * 2);
  }
}

function tooLarge(found: string): IrregularFileError {
  return new IrregularFileError(`The file has ${found}; the limit (maximumBytes) is ${maximumBytes}.`);
}
