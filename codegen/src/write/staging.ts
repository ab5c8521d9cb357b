import { randomBytes } from "node:crypto";
import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { ifExists, systemCode, WriteError } from "./write-error.js";

/**
 * The folder beside the output in which a run stages its files, and by which it keeps other runs out.
 *
 * Its one file `owner-<process>` names who holds it. Every change of hands is one rename, of which the file system lets
 * one process win: a prepared folder to the shared name to take it, the owner file to a new owner to inherit it from a
 * run that died, the folder to a private name to give it up. So there is no moment in which it belongs to nobody.
 */
export interface Staging {
  /** Absolute path of the folder. */
  readonly path: string;
  /** Gives the folder up and removes it with all that is in it. */
  release(): Promise<void>;
  /** Gives the folder up as it is, for the next run to inherit. */
  abandon(): Promise<void>;
}

/** Prefix of the file that names the owner of a staging folder. */
export const ownerPrefix = "owner-";
/** No process: the owner of a folder that its run has given up. */
const nobody = "0-0";

/** Where the runs on one output folder stage their files. */
export function stagingPath(out: string): string {
  return `${out}.apsdirect-staging`;
}

/** Takes the staging folder, from a dead run if need be. @throws WriteError while another run holds it. */
export async function takeStaging(out: string): Promise<Staging> {
  const path = stagingPath(out);
  const owner = `${await processIdentity(process.pid)}-${randomBytes(4).toString("hex")}`;
  // Each round lost is a round another run has won and finished; many in a row mean that something is wrong.
  for (let round = 0; round < 100; round++) {
    if ((await createdBy(owner, path)) || (await inheritedBy(owner, path))) {
      await removeOrphans(out);
      return heldStaging(path, owner);
    }
  }
  throw new WriteError(`${path} is taken again and again by other runs.`);
}

function heldStaging(path: string, owner: string): Staging {
  return {
    path,
    async release() {
      const own = privatePath(path, owner);
      await rename(path, own);
      await rm(own, { recursive: true, force: true });
    },
    async abandon() {
      await rename(join(path, ownerPrefix + owner), join(path, ownerPrefix + nobody));
    },
  };
}

async function createdBy(owner: string, path: string): Promise<boolean> {
  const own = privatePath(path, owner);
  await mkdir(own);
  try {
    await writeFile(join(own, ownerPrefix + owner), "");
    await rename(own, path); // fails where `path` exists, since it is never empty
    return true;
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    const code = systemCode(error);
    // These say that it was there, whether or not the run that held it has given it up since.
    if (code === "ENOTEMPTY" || code === "EEXIST" || code === "ENOTDIR") return false;
    if (code === "EPERM" && (await ifExists(readdir(path)))) return false;
    throw error;
  }
}

async function inheritedBy(owner: string, path: string): Promise<boolean> {
  const status = await ifExists(lstat(path));
  if (status === undefined) return false; // given up a moment ago
  if (!status.isDirectory()) throw new WriteError(`${path} is a link or a file, not a staging folder. Move it away.`);
  const names = await ifExists(readdir(path));
  if (names === undefined) return false;
  const previous = names.find((name) => name.startsWith(ownerPrefix))?.slice(ownerPrefix.length);
  if (previous === undefined) throw new WriteError(`${path} is not a folder of this generator. Move it away.`);
  if (await isRunning(previous)) {
    const [pid] = previous.split("-");
    throw new WriteError(`Another run (process ${pid}) is writing this output. Wait for it, then try again.`);
  }
  const inherited = rename(join(path, ownerPrefix + previous), join(path, ownerPrefix + owner));
  return (await ifExists(inherited.then(() => true))) ?? false;
}

/** Removes what runs left that died while they took or gave up the shared folder: no output depends on it. */
export async function removeOrphans(out: string): Promise<void> {
  for (const path of await orphans(out)) await rm(path, { recursive: true, force: true });
}

/** Private folders whose runs are dead. What cannot be looked for cannot be removed either, and is none. */
export async function orphans(out: string): Promise<readonly string[]> {
  const prefix = basename(privatePath(stagingPath(out), ""));
  const found: string[] = [];
  for (const name of await readdir(dirname(out)).catch(() => [])) {
    if (!name.startsWith(prefix) || (await isRunning(name.slice(prefix.length)))) continue;
    found.push(join(dirname(out), name));
  }
  return found;
}

function privatePath(path: string, owner: string): string {
  return `${path}-${owner}`;
}

async function isRunning(owner: string): Promise<boolean> {
  const [pid = "", start = ""] = owner.split("-");
  if (!/^[1-9]\d*$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    return systemCode(error) === "EPERM"; // it is there, and somebody else's
  }
  return (await processIdentity(Number(pid))) === `${pid}-${start}`;
}

/** A process by its number and, where the system tells, its start: numbers are used again. */
async function processIdentity(pid: number): Promise<string> {
  const status = await readFile(`/proc/${pid}/stat`, "latin1").catch(() => "");
  // proc_pid_stat(5): the name in parentheses may hold blanks. After it come the state and, 19 fields on, the start.
  const fields = status.slice(status.lastIndexOf(")") + 2).split(" ");
  const hasEnded = fields[0] === "Z" || fields[0] === "X"; // killed, and not yet waited for by its parent
  return hasEnded ? nobody : `${pid}-${fields[19] ?? "0"}`;
}
