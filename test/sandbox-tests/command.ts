import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { SandboxCredentials } from "@apsdirect/sandbox";
import { sourceEnvironment } from "../support/sources/index.js";
import type { ReachableSandbox } from "./signed-request.js";

/** The program that npm links. */
export const program = fileURLToPath(new URL("../sandbox/bin/apsdirect-sandbox.js", import.meta.url));

/** `apsdirect-sandbox` as a process of its own. */
export interface RunningCommand {
  readonly process: ChildProcess;
  /** What it printed until it was up: its first words. */
  readonly printed: string;
  /** Milliseconds from its start to its first words. */
  readonly startTime: number;
  /** Ends it, and says how it ended. */
  end(signal: NodeJS.Signals): Promise<Ending>;
}

/** How the command ended, and what it said. */
export interface Ending {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The sandbox of a command that was started with `--json`. */
export async function sandboxOf({ printed }: RunningCommand): Promise<ReachableSandbox> {
  const { aps, appdirect, certificate } = JSON.parse(printed);
  return { aps: platformOf(aps), appdirect: platformOf(appdirect), certificate: await readFile(certificate, "utf8") };
}

function platformOf({ baseUrl, ...credentials }: SandboxCredentials & { readonly baseUrl: string }) {
  return { baseUrl, credentials };
}

/** Nothing of what the shell of whoever runs the tests may hold. */
export const cleanEnvironment = { ...sourceEnvironment, PATH: process.env["PATH"] ?? "" };

/** Runs the command until it is up. Rejects where it ends before. */
export async function startCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<RunningCommand> {
  const start = performance.now();
  const child = spawn(process.execPath, [program, ...args], { env: { ...cleanEnvironment, ...env } });
  const ended = ending(child);
  const [printed] = await Promise.race([
    once(child.stdout, "data"),
    ended.then(({ stderr }) => Promise.reject(new Error(`It ended: ${stderr}`))),
  ]);
  return {
    process: child,
    printed: String(printed),
    startTime: performance.now() - start,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Runs the command to its end. */
export function runCommand(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ending> {
  return ending(spawn(process.execPath, [program, ...args], { env: { ...cleanEnvironment, ...env } }));
}

function ending(child: ChildProcess): Promise<Ending> {
  const said = { stdout: "", stderr: "" };
  child.stdout?.on("data", (chunk) => {
    said.stdout += String(chunk);
  });
  child.stderr?.on("data", (chunk) => {
    said.stderr += String(chunk);
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status, signal) => resolve({ status, signal, ...said }));
  });
}
