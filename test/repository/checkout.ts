import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readdir, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { root } from "../support/generated.js";
import { builtEnvironment } from "../support/sources/index.js";

/** Copies the repository's files without anything built, and links the installed packages. Returns the folder. */
export async function checkout(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "apsdirect-checkout-"));
  for (const file of repositoryFiles()) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(join(root, file), join(folder, file));
  }
  await linkPackages(folder);
  return folder;
}

/** Files that git tracks or would add. A file that was deleted but not committed is left out. */
function repositoryFiles(): readonly string[] {
  const list = (...options: string[]): string[] =>
    spawnSync("git", ["ls-files", "-z", ...options], { cwd: root, encoding: "utf8" })
      .stdout.split("\0")
      .filter(Boolean);
  const deleted = new Set(list("--deleted"));
  return list("--cached", "--others", "--exclude-standard").filter((file) => !deleted.has(file));
}

/** Links each installed package. npm links the packages of this repository relatively, so the copy links its own. */
async function linkPackages(folder: string): Promise<void> {
  const modules = join(root, "node_modules");
  const scoped = join("node_modules", "@apsdirect");
  await mkdir(join(folder, scoped), { recursive: true });
  for (const name of await readdir(modules)) {
    if (name !== "@apsdirect" && name !== "apsdirect")
      await symlink(join(modules, name), join(folder, "node_modules", name));
  }
  await symlink("../sdk", join(folder, "node_modules/apsdirect"));
  for (const [name, path] of Object.entries(workspaces)) await symlink(`../../${path}`, join(folder, scoped, name));
}

const workspaces = { codegen: "codegen", examples: "examples", sandbox: "test/sandbox", spec: "spec" };

/** Result of a test run. */
export interface TestRun {
  readonly status: number | null;
  readonly output: string;
}

/** Runs tests in a checkout, as an engineer would after an edit. */
export async function runTests(folder: string, options: readonly string[]): Promise<TestRun> {
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", "--project", "sources", ...options];
  const child = spawn(process.execPath, args, { cwd: folder, env: { ...builtEnvironment(), NO_COLOR: "1" } });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { status: child.exitCode, output: stdout + stderr };
}
