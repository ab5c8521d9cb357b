import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./generated.js";

/** How a program ended, and what it said. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program of the examples, in a process of its own, since it may talk to a server in this one. */
export function program(name: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, `examples/${name}.ts`), ...args], {
    env: { ...process.env, ...env },
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output.stderr += chunk;
  });
  return new Promise((resolve) => child.on("close", (status) => resolve({ status, ...output })));
}

/** Runs a lesson as `npm run example` does. */
export function lesson(name: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return program("run", [name, ...args], env);
}
