import { spawn } from "node:child_process";
import { join } from "node:path";
import { builtEnvironment } from "../../support/sources/index.js";

/** How a command ended, and what it said. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command of a built generator in a folder, by a Node with options of its own. */
export function runCommand(
  codegen: string,
  cwd: string,
  args: readonly string[],
  nodeOptions: readonly string[] = [],
): Promise<Outcome> {
  const command = [...nodeOptions, join(codegen, "bin/apsdirect-codegen.js"), ...args];
  const child = spawn(process.execPath, command, { cwd, env: builtEnvironment() });
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    said.stdout += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    said.stderr += String(chunk);
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => resolve({ status, ...said }));
  });
}
