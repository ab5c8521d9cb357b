/**
 * Finds the longest import chain in a source folder: the number of files that a reader may have to open, one after the
 * other, to follow a call to its end. `check:imports` forbids cycles, so every chain ends.
 *
 * Run:    node scripts/import-chains.mjs codegen/src [--max 20]
 * Prints: the longest chain, one file per line. Exit status 1 if it is longer than the limit.
 *
 * A chain passes through generated files without counting them, because readers do not open them to follow a call. Their
 * type imports end a chain: no call passes through a type.
 */
import { parseArgs } from "node:util";
import { cruise } from "dependency-cruiser";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { max: { type: "string" } } });
const [folder = ""] = positionals;
const { output } = await cruise([folder], {
  doNotFollow: { path: "node_modules|/dist/" },
  includeOnly: `^${folder}/`,
  tsPreCompilationDeps: true,
});
const imports = new Map(
  output.modules.map(({ source, dependencies }) => {
    const followed = isGenerated(source) ? dependencies.filter((each) => !isTypeImport(each)) : dependencies;
    return [source, followed.map(({ resolved }) => resolved)];
  }),
);

const chains = new Map();
function longestFrom(file) {
  const known = chains.get(file);
  if (known !== undefined) return known;
  const own = isGenerated(file) ? [] : [file];
  chains.set(file, own); // ends a cycle, if there is one
  const below = (imports.get(file) ?? []).map(longestFrom);
  const longest = below.reduce((best, chain) => (chain.length > best.length ? chain : best), []);
  const chain = [...own, ...longest];
  chains.set(file, chain);
  return chain;
}

function isGenerated(file) {
  return file.includes("/generated/");
}

function isTypeImport({ dependencyTypes }) {
  return dependencyTypes.includes("type-only");
}

const longest = [...imports.keys()]
  .map(longestFrom)
  .reduce((best, chain) => (chain.length > best.length ? chain : best));
console.log(`${folder}: longest import chain ${longest.length}\n${longest.map((file) => `  ${file}\n`).join("")}`);
if (values.max !== undefined && longest.length > Number(values.max)) process.exitCode = 1;
