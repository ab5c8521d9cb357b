import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from "node:child_process";
import { root } from "./generated.js";

/** Runs npm, the one that runs the tests where there is one, and gives what it prints. */
export function npm(args: readonly string[], cwd: string): string {
  const script = process.env["npm_execpath"];
  const quiet: ExecFileSyncOptionsWithStringEncoding = { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] };
  return script === undefined
    ? execFileSync("npm", args, quiet)
    : execFileSync(process.execPath, [script, ...args], quiet);
}

/**
 * Packs packages of this repository and installs them in a project, as a user does.
 *
 * @param workspaces Folders of the packages.
 * @param others What is installed beside them, in versions that npm has met before: `typescript@7.0.2`.
 */
export function install(folder: string, workspaces: readonly string[], others: readonly string[] = []): void {
  const chosen = workspaces.flatMap((workspace) => ["--workspace", workspace]);
  const packed: readonly { readonly filename: string }[] = JSON.parse(
    npm(["pack", "--json", "--pack-destination", folder, ...chosen], root),
  );
  const files = packed.map(({ filename }) => `./${filename}`);
  npm(["install", "--no-audit", "--no-fund", "--prefer-offline", ...files, ...others], folder);
}
