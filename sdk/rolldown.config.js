/**
 * Joins what was compiled into a few files for Node, which is slow to load many: an entry of the package for each of its
 * own, and what several of them need once, so that a class is the same class whichever entry it came from. Bundlers for
 * other places get the modules, as does everything that is meant to be looked into.
 */
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { defineConfig } from "rolldown";

const manifest = JSON.parse(readFileSync(join(import.meta.dirname, "package.json"), "utf8"));

/** What is installed beside the SDK stays there. */
const packages = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });

/** The joined file of each entry, by its name below `dist/joined`, and the module that it is made of. */
const entries = Object.values(manifest.exports)
  .filter((target) => target.node !== undefined)
  .map((target) => [target.node.replace("./dist/joined/", "").replace(".js", ""), target.default]);

/** Leads through the maps of the compiler back to what was written. */
const mapsOfTheCompiler = {
  name: "maps-of-the-compiler",
  async load(id) {
    const [code, map] = await Promise.all([readFile(id, "utf8"), readFile(`${id}.map`, "utf8")]);
    return { code, map: JSON.parse(map) };
  },
};

export default defineConfig({
  cwd: import.meta.dirname,
  input: Object.fromEntries(entries),
  external: [/^node:/, new RegExp(`^(?:${packages.join("|")})(?:/|$)`)],
  platform: "neutral",
  plugins: [mapsOfTheCompiler],
  preserveEntrySignatures: "strict",
  output: {
    dir: join(import.meta.dirname, "dist/joined"),
    cleanDir: true,
    minifyInternalExports: false,
    chunkFileNames: "shared/[name].js",
    sourcemap: true,
    sourcemapExcludeSources: true,
  },
});
