import { type FileHandle, open } from "node:fs/promises";
import type { Change, ChangeLog } from "./change.js";
import { formatLine, header, parseContent } from "./change-lines.js";
import { DataFileError } from "./data-file-error.js";
import { acquireLock } from "./file-lock.js";

/**
 * Opens the data file of a sandbox, or creates it. Changes that arrive during a write go to disk together as the next
 * line.
 *
 * Only the owner may read the file, because it contains secrets and a private key.
 *
 * @throws {@link DataFileError} if another sandbox uses the file, or if it is not a data file of this version
 */
export async function openDataFile(path: string): Promise<ChangeLog> {
  const file = await openFile(path);
  try {
    return await createChangeLog(path, file);
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function createChangeLog(path: string, file: FileHandle): Promise<ChangeLog> {
  const { dev, ino } = await file.stat({ bigint: true });
  const release = await acquireLock(`${dev}:${ino}`); // the inode identifies the file under any name
  if (release === undefined) {
    throw new DataFileError(`${path} is in use by another sandbox. Stop that sandbox or choose another file.`);
  }
  try {
    const { changes, length } = parseContent(path, await file.readFile());
    await file.truncate(length);
    if (length === 0) await append(file, header);
    return { earlier: changes, ...createJournal(path, file, release) };
  } catch (error) {
    await release();
    throw error;
  }
}

function createJournal(path: string, file: FileHandle, release: () => Promise<void>): Omit<ChangeLog, "earlier"> {
  let pending: Change[] = [];
  let commit = Promise.resolve();

  async function writePending(): Promise<void> {
    const changes = pending;
    pending = [];
    try {
      await append(file, formatLine(changes));
    } catch (error) {
      throw new DataFileError(`Cannot write to ${path}: ${reasonOf(error)}. Restart the sandbox.`);
    }
  }

  return {
    add(change) {
      // The first change during a write schedules the next write; later changes join it.
      if (pending.push(change) > 1) return;
      commit = commit.then(writePending); // never again after a failure: a line after a partial one could not be parsed
      commit.catch(() => {}); // `written()` reports the failure
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

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, "a+", 0o600);
  } catch (error) {
    throw new DataFileError(`Cannot open ${path}: ${reasonOf(error)}.`);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
