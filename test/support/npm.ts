import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from "node:child_process";

/** Runs npm, the one that runs the tests where there is one, and gives what it prints. */
export function npm(args: readonly string[], cwd: string): string {
  const script = process.env["npm_execpath"];
  const quiet: ExecFileSyncOptionsWithStringEncoding = { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] };
  return script === undefined
    ? execFileSync("npm", args, quiet)
    : execFileSync(process.execPath, [script, ...args], quiet);
}
