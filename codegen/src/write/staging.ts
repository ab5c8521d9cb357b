import { randomBytes } from "node:crypto";
import { lstat, mkdir, readdir, rm, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isRunning, processIdentity } from "./process-identity.js";
import { ifExists, systemCode, WriteError } from "./write-error.js";

/**
 * Folder next to the output in which a run stages its files. It also serves as a lock against other runs.
 *
 * A run creates a file `owner-<process>` in the folder and then looks for other owners. If two runs start at once, the
 * one that looks last sees both files, so they never both consider themselves alone. A run that is not alone backs off.
 * Files of dead processes are ignored.
 */
export interface Staging {
  /** Absolute path of the folder. It contains only owner files. */
  readonly path: string;
  /** Removes the folder and its content. */
  release(): Promise<void>;
}

const ownerPrefix = "owner-";

/** Two runs that back off retry at different times. */
const attempts = 10;
const maxPause = 10;

/** Path of the staging folder, shared by all runs on an output folder. */
export function stagingPath(out: string): string {
  return `${out}.apsdirect-staging`;
}

/**
 * Acquires the staging folder.
 *
 * @throws WriteError while another run holds it.
 */
export async function acquireStaging(out: string): Promise<Staging> {
  const path = stagingPath(out);
  const owner = `${ownerPrefix}${await processIdentity(process.pid)}-${randomBytes(4).toString("hex")}`;
  let rival: string | undefined;
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (await enter(path, owner)) {
      rival = await findRival(path, owner);
      if (rival === undefined) return hold(path, owner);
      await leave(path, owner);
    }
    await pause(Math.random() * maxPause);
  }
  const pid = rival?.split("-")[1] ?? "unknown";
  throw new WriteError(
    `Another run (process ${pid}) is writing to this output folder. Wait for it to finish, then try again.`,
  );
}

/** Creates the owner file. Returns false if another run removes the folder at the same time. */
async function enter(path: string, owner: string): Promise<boolean> {
  await mkdir(path).catch(ignoreExisting);
  const status = await ifExists(lstat(path));
  if (status === undefined) return false;
  if (!status.isDirectory()) throw new WriteError(`${path} is a link or a file, not a staging folder. Move it away.`);
  const names = (await ifExists(readdir(path))) ?? [];
  if (names.length > 0 && !names.some(isOwner)) {
    throw new WriteError(`${path} was not created by this generator. Move it away.`);
  }
  return (await ifExists(writeFile(join(path, owner), "").then(() => true))) ?? false;
}

/** Owner file of another running process. */
async function findRival(path: string, owner: string): Promise<string | undefined> {
  for (const name of await readdir(path)) if (name !== owner && (await isAlive(name))) return name;
  return undefined;
}

/** Removes the leftovers of a dead run. Removes links, not their targets. */
async function hold(path: string, owner: string): Promise<Staging> {
  await removeFiles(path);
  return {
    path,
    async release() {
      await removeFiles(path);
      await leave(path, owner);
    },
  };
}

async function removeFiles(path: string): Promise<void> {
  for (const name of await readdir(path)) {
    if (!(await isAlive(name))) await rm(join(path, name), { recursive: true, force: true });
  }
}

/** Removes the owner file, and the folder if no other run has entered it. */
async function leave(path: string, owner: string): Promise<void> {
  await rm(join(path, owner), { force: true });
  await rmdir(path).catch(() => undefined);
}

function isOwner(name: string): boolean {
  return name.startsWith(ownerPrefix);
}

async function isAlive(name: string): Promise<boolean> {
  return isOwner(name) && isRunning(name.slice(ownerPrefix.length));
}

function ignoreExisting(error: unknown): void {
  if (systemCode(error) !== "EEXIST") throw error;
}
