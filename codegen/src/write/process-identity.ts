import { readFile } from "node:fs/promises";
import { systemCode } from "./write-error.js";

/** Identifies a process by its pid and, if available, its start time, because systems reuse pids: `4711-90210`. */
export async function processIdentity(pid: number): Promise<string> {
  return `${pid}-${(await statusOf(pid)).start}`;
}

/** Returns true if the process is still running. Ignores anything after the identity. */
export async function isRunning(identity: string): Promise<boolean> {
  const [pid = "", start] = identity.split("-");
  if (!/^[1-9]\d*$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    return systemCode(error) === "EPERM"; // it exists but belongs to another user
  }
  const status = await statusOf(Number(pid));
  return !status.hasEnded && status.start === start;
}

async function statusOf(pid: number): Promise<{ readonly start: string; readonly hasEnded: boolean }> {
  const text = await readFile(`/proc/${pid}/stat`, "latin1").catch(() => "");
  // proc_pid_stat(5): the name in parentheses may contain spaces. The state follows it, and the start time 19 fields
  // later.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const hasEnded = fields[0] === "Z" || fields[0] === "X"; // killed, but its parent has not reaped it yet
  return { start: fields[19] ?? "0", hasEnded };
}
