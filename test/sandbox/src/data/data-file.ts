import { type FileHandle, open } from "node:fs/promises";
import type { Change, ChangeLog } from "./change.js";
import { header, lineOf, readContent } from "./change-lines.js";
import { DataFileError } from "./data-file-error.js";
import { takeLock } from "./file-lock.js";

/**
 * Opens the file in which a sandbox keeps its changes, and makes it where there is none. Whatever is asked to be
 * written while the disk is at work goes there together, with the next line.
 *
 * Only its owner may read the file: it holds secrets and a private key.
 *
 * @throws {@link DataFileError} where another sandbox has the file, or it is none of a sandbox of this version
 */
export async function openDataFile(path: string): Promise<ChangeLog> {
  const file = await opened(path);
  try {
    return await changeLog(path, file);
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function changeLog(path: string, file: FileHandle): Promise<ChangeLog> {
  const { dev, ino } = await file.stat({ bigint: true });
  const release = await takeLock(`${dev}:${ino}`); // by any name that the file has
  if (release === undefined) {
    throw new DataFileError(`${path} is in use by another sandbox: stop that one, or name another file.`);
  }
  try {
    const { changes, length } = readContent(path, await file.readFile());
    await file.truncate(length);
    if (length === 0) await append(file, header);
    return { earlier: changes, ...journal(path, file, release) };
  } catch (error) {
    await release();
    throw error;
  }
}

function journal(path: string, file: FileHandle, release: () => Promise<void>): Omit<ChangeLog, "earlier"> {
  let pending: Change[] = [];
  let commit = Promise.resolve();

  async function writePending(): Promise<void> {
    const changes = pending;
    pending = [];
    try {
      await append(file, lineOf(changes));
    } catch (error) {
      throw new DataFileError(`${path} cannot be written: ${reasonOf(error)}. Start the sandbox again.`);
    }
  }

  return {
    add(change) {
      // The first one that comes while the disk is at work asks for the next turn, the others come along.
      if (pending.push(change) > 1) return;
      commit = commit.then(writePending); // after a failure, never: a line behind half a line could not be read
      commit.catch(() => {}); // whoever waits is told
    },
    written: () => commit,
    async close() {
      await commit.catch(() => {});
      await file.close();
      await release();
    },
  };
}

async function append(file: FileHandle, text: string): Promise<void> {
  await file.appendFile(text);
  await file.datasync();
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path, "a+", 0o600);
  } catch (error) {
    throw new DataFileError(`${path} cannot be opened: ${reasonOf(error)}.`);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
