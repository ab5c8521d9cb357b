import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "../../support/generated.js";
import { sourceEnvironment } from "../../support/sources/index.js";

/** How the command ended, and what it said. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The program that npm links. */
export const program = join(root, "sdk/bin/apsdirect.js");

export const credentials = { consumerKey: "key-1", consumerSecret: "canary-Qx7/+ secret" };

/** What a shell of someone who works with one platform holds. */
export const environment = { PATH: process.env["PATH"] ?? "", APS_CONSUMER_SECRET: credentials.consumerSecret };

interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
}

/** Runs `apsdirect` as a process of its own, without a terminal. */
export function apsdirect(
  args: readonly string[],
  { env = environment, stdin = "" }: Surroundings = {},
): Promise<Outcome> {
  return runProcess(process.execPath, [program, ...args], env, stdin);
}

/** Runs a line in the POSIX shell. */
export function sh(line: string): Promise<Outcome> {
  return runProcess("sh", ["-c", line], environment, "");
}

function runProcess(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  stdin: string,
): Promise<Outcome> {
  const child = spawn(command, args, { env: { ...sourceEnvironment, ...env } });
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    said.stdout += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    said.stderr += String(chunk);
  });
  // A command that reads no input may end before any is written to it: that is no failure of its.
  child.stdin.on("error", () => {});
  child.stdin.end(stdin);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => resolve({ status, ...said }));
  });
}
