/**
 * Bundles the generator with the libraries that it always needs, so that the command opens a few files instead of some
 * hundreds. The TypeScript compiler and openapi-typescript stay packages of their own: they are large, and loaded only
 * when they are needed.
 *
 * Run: node build.mjs, after `tsc --build` has written the declarations.
 */
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const root = import.meta.dirname;
const packages = join(root, "../node_modules");

/** Bundles to a folder: the public API, the command, and what else is asked for. */
export async function bundle(dir, furtherInput = {}) {
  const build = await rolldown({
    cwd: root,
    platform: "node",
    input: { index: "src/index.ts", cli: "src/cli/program.ts", ...furtherInput },
    external: ["openapi-typescript", "ts-morph", "typescript"],
  });
  const { output } = await build.write({ dir, format: "esm", chunkFileNames: "[name].js" });
  await writeFile(join(dir, "THIRD-PARTY-NOTICES.txt"), await notices(output));
}

/** Names, versions and licenses of the packages in a bundle. */
async function notices(chunks) {
  const modules = chunks.flatMap(({ moduleIds = [] }) => moduleIds).map((id) => relative(packages, id).split(sep));
  const names = modules
    .filter(([first]) => first !== "..")
    .map(([scope, name]) => (scope.startsWith("@") ? `${scope}/${name}` : scope));
  const texts = await Promise.all([...new Set(names)].sort().map(notice));
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}

async function notice(name) {
  const folder = join(packages, name);
  const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? "" : await readFile(join(folder, file), "utf8");
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}

/** Removes what an earlier bundle left: its chunks had other names. */
async function removeScripts(dir) {
  for (const path of await readdir(dir, { recursive: true })) {
    if (path.endsWith(".js")) await rm(join(dir, path));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = join(root, "dist");
  await removeScripts(dist);
  await bundle(dist);
}
