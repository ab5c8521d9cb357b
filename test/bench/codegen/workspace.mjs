import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../../..");

/** Temporary folder in which generated clients find the packages that they import. Removed when the process exits. */
export function createWorkspace() {
  const folder = join(tmpdir(), `apsdirect-bench-${process.pid}`);
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  symlinkSync(join(root, "sdk"), join(folder, "node_modules/apsdirect"));
  symlinkSync(join(root, "node_modules/zod"), join(folder, "node_modules/zod"));
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  return folder;
}

/** Empties the output folder of a program. */
export function emptyFolder(path) {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
}

/** Arguments of Node that type-check an output folder with TypeScript 7. */
export function checkArguments(output) {
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    skipLibCheck: true,
    module: "preserve",
    target: "es2022",
    lib: ["es2023", "dom", "dom.iterable"],
    types: [],
    noEmit: true,
  };
  const config = `${output}.tsconfig.json`;
  writeFileSync(config, JSON.stringify({ compilerOptions, include: [output] }));
  return [join(root, "node_modules/typescript-7/bin/tsc"), "-p", config];
}

/** Number of lines of TypeScript in a folder. */
export function countLines(path) {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .reduce((sum, entry) => sum + readFileSync(join(entry.parentPath, entry.name), "utf8").split("\n").length, 0);
}
