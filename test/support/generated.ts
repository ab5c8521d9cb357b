import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
import { onTestFinished } from "vitest";

/** The repository. */
export const root = resolve(import.meta.dirname, "../..");

/** Every strict flag that a user of generated code may have set. */
export const strictFlags = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  erasableSyntaxOnly: true,
  skipLibCheck: true,
};

/**
 * A folder that goes away with the test, a project of its own.
 *
 * @param options.linked Whether what is installed in the repository can be imported by name. @defaultValue true
 */
export async function project({ linked = true } = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "apsdirect-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  if (linked) await symlink(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  return folder;
}

/** All files of a folder and their texts, by path with `/`. */
export async function filesOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    paths
      .sort()
      .map(async (path) => [relative(folder, path).split(sep).join("/"), await readFile(path, "utf8")] as const),
  );
  return new Map(texts);
}

/** Writes files, with the folders that they need. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** The compilers that generated code must pass. */
export const compilers = ["typescript", "typescript-7"] as const;

/** What a compiler says to a project under every strict flag; empty for nothing. */
export async function typeErrors(
  compiler: (typeof compilers)[number],
  folder: string,
  flags: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const compilerOptions = {
    ...strictFlags,
    target: "ES2022",
    module: "NodeNext",
    moduleResolution: "NodeNext",
    lib: ["ES2023", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
    types: [],
    noEmit: true,
    ...flags,
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["**/*.ts"] }));
  return runNode(join(root, "node_modules", compiler, "bin", "tsc"), ["-p", folder]).output;
}

/** Runs a script with this Node and tells how it ended. */
export function runNode(
  script: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: "utf8", ...options });
  return { status, output: stdout + stderr };
}

/** The generator's command, as built. */
export const codegenCommand = join(root, "codegen/bin/apsdirect-codegen.js");
