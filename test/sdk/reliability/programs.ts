import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** A program of this folder that runs beside the test, and ends with it. */
export interface RunningProgram {
  /** Exit status, or the signal that ended it; with what it printed. */
  readonly ended: Promise<{ readonly exit: number | string | null; readonly printed: string }>;
  kill(): void;
}

/** Starts a program in a process of its own. */
export function startProgram(name: string, ...args: readonly string[]): RunningProgram {
  const path = fileURLToPath(new URL(`programs/${name}.mjs`, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return { ended: endOf(child), kill: () => void child.kill("SIGKILL") };
}

async function endOf(child: ChildProcessByStdio<null, Readable, null>): ReturnType<typeof startProgram>["ended"] {
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  const [status, signal] = (await once(child, "close")) as [number | null, string | null];
  return { exit: status ?? signal, printed };
}
