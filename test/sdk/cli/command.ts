import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "../../support/generated.js";
import { sourceEnvironment } from "../../support/sources/index.js";

/** Exit status and output of a command. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The program that npm links. */
export const program = join(root, "sdk/bin/apsdirect.js");

export const credentials = { consumerKey: "key-1", consumerSecret: "canary-Qx7/+ secret" };

/** Environment that is set up for one platform. */
export const environment = { PATH: process.env["PATH"] ?? "", APS_CONSUMER_SECRET: credentials.consumerSecret };

interface CommandIo {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
}

/** Runs `apsdirect` in its own process, without a terminal. */
export function apsdirect(
  args: readonly string[],
  { env = environment, stdin = "" }: CommandIo = {},
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
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    output.stdout += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    output.stderr += String(chunk);
  });
  // A command that does not read its input may end before any is written. This is not a failure.
  child.stdin.on("error", () => {});
  child.stdin.end(stdin);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => resolve({ status, ...output }));
  });
}
