import { type ChildProcess, spawn } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { GeneratedFile } from "../../../codegen/src/write/index.js";
import { builtEnvironment } from "../../support/sources/index.js";
import { buildCodegen } from "../cli/built-codegen.js";

/** The write step as a program of its own, so that it can be killed, held back or run twice at once. */
export interface Writer {
  /** Starts it on files that {@link store} has put down. It prints a line when it begins to write. */
  start(out: string, files: string, options?: WriterOptions): ChildProcess;
  /** Puts files down for a writer and returns where. */
  store(name: string, files: readonly GeneratedFile[]): Promise<string>;
  remove(): Promise<void>;
}

/** Restrictions under which a writer runs. */
export interface WriterOptions {
  /** Largest file it may write, in blocks of 512 bytes or 1 KiB, as the shell counts. */
  readonly maximumBlocks?: number;
  /** Whether it runs as a user who owns nothing. Needs a test run as root. */
  readonly nobody?: boolean;
}

const program = `
import { readFile } from "node:fs/promises";
import { write } from "./dist/write.js";
const [out, files, identity] = process.argv.slice(2);
const parsed = JSON.parse(await readFile(files, "utf8"));
// Not by starting as that user: Node itself may lie where only its owner may run it.
if (identity === "nobody") {
  process.setgid(65534);
  process.setuid(65534);
}
process.stdout.write("writing\\n");
await write(out, parsed).catch((error) => {
  process.stderr.write(error.name + ": " + error.message);
  process.exitCode = 1;
});
`;

/** Makes the writer from the sources as they are now. */
export async function makeWriter(): Promise<Writer> {
  const folder = await buildCodegen({ write: "src/write/index.ts" });
  await writeFile(join(folder, "main.js"), program);
  return {
    start(out, files, { maximumBlocks, nobody = false } = {}) {
      const env = builtEnvironment();
      const args = [join(folder, "main.js"), out, files, ...(nobody ? ["nobody"] : [])];
      return maximumBlocks === undefined
        ? spawn(process.execPath, args, { env })
        : spawn("sh", ["-c", `ulimit -f ${maximumBlocks}; exec "$@"`, "sh", process.execPath, ...args], { env });
    },
    async store(name, files) {
      const path = join(folder, `${name}.json`);
      await writeFile(path, JSON.stringify(files));
      return path;
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

/** How a process ended, and what it said. */
export interface Ending {
  readonly status: number | null;
  readonly signal: string | null;
  readonly errors: string;
}

/** Waits for a process to end. */
export function ended(child: ChildProcess): Promise<Ending> {
  let errors = "";
  child.stderr?.on("data", (chunk) => {
    errors += String(chunk);
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status, signal) => resolve({ status, signal, errors }));
  });
}
