import { readFile } from "node:fs/promises";
import { systemCode } from "./write-error.js";

/** Number of a process and, if the system tells, the time of its start, because numbers are used again: `4711-90210`. */
export async function processIdentity(pid: number): Promise<string> {
  return `${pid}-${(await statusOf(pid)).start}`;
}

/** Whether the process of an identity is running. Anything after the identity is ignored. */
export async function isRunning(identity: string): Promise<boolean> {
  const [pid = "", start] = identity.split("-");
  if (!/^[1-9]\d*$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    return systemCode(error) === "EPERM"; // it exists and belongs to another user
  }
  const status = await statusOf(Number(pid));
  return !status.hasEnded && status.start === start;
}

async function statusOf(pid: number): Promise<{ readonly start: string; readonly hasEnded: boolean }> {
  const text = await readFile(`/proc/${pid}/stat`, "latin1").catch(() => "");
  // proc_pid_stat(5): the name in parentheses may hold blanks. The state follows it, and 19 fields later the start.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const hasEnded = fields[0] === "Z" || fields[0] === "X"; // killed, and its parent has not waited for it yet
  return { start: fields[19] ?? "0", hasEnded };
}
