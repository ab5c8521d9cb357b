/**
 * Generators on GitHub's document (13 MB), each in turn in every round: CPU and wall time, memory, and what the output
 * costs the compiler. Only ratios count: other programs share the machine.
 *
 * Run:    npm run bench -- codegen [rounds]      (5 rounds unless told otherwise; build first)
 * Prints: one line per generator, medians, with the ratio of CPU to the peer's in the same round.
 *
 * `npm run bench -- codegen start` is another one: what a small document takes (start.mjs).
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { median, timed } from "./measure.mjs";
import { measureStart } from "./start.mjs";

if (process.argv[2] === "start") {
  measureStart(Number(process.argv[3] ?? 9));
  process.exit();
}

const here = import.meta.dirname;
const root = resolve(here, "../../..");
const rounds = Number(process.argv[2] ?? 5);
const folder = join(tmpdir(), `apsdirect-bench-${process.pid}`);
mkdirSync(folder, { recursive: true });
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

// hey-api needs a newer Node than ours does; all run on the same one.
const node = join(here, "node_modules/node/bin/node");
const document = join(here, "node_modules/@octokit/openapi/generated/api.github.com.json");
const heyConfig = join(folder, "hey.config.mjs");
writeFileSync(
  heyConfig,
  `export default { input: ${JSON.stringify(document)}, output: "hey-api", plugins: ["@hey-api/client-fetch", "zod", "@hey-api/sdk"] };`,
);

const generators = [
  {
    name: "apsdirect",
    args: [join(root, "codegen/bin/apsdirect-codegen.js"), "generate", document, "--out", "apsdirect"],
  },
  {
    name: "openapi-typescript",
    args: [join(here, "node_modules/openapi-typescript/bin/cli.js"), document, "-o", "openapi-typescript/types.ts"],
  },
  { name: "hey-api", args: [join(here, "node_modules/@hey-api/openapi-ts/bin/run.js"), "-f", heyConfig] },
];

// The output finds its packages here, and not its own versions of them.
mkdirSync(join(folder, "node_modules"));
symlinkSync(join(root, "sdk"), join(folder, "node_modules/apsdirect"));
symlinkSync(join(root, "node_modules/zod"), join(folder, "node_modules/zod"));
writeFileSync(join(folder, "package.json"), '{"type":"module"}');

const results = new Map(generators.map(({ name }) => [name, []]));
for (let round = 1; round <= rounds; round++) {
  for (const { name, args } of generators) {
    console.error(`Round ${round} of ${rounds}: ${name}`);
    rmSync(join(folder, name), { recursive: true, force: true });
    mkdirSync(join(folder, name));
    const generation = timed(node, args, { cwd: folder });
    const check = timed(process.execPath, [join(root, "node_modules/typescript-7/bin/tsc"), "-p", tsconfigFor(name)], {
      cwd: folder,
    });
    results.get(name).push({ ...generation, checkCpu: check.cpu, errors: check.output.split("error TS").length - 1 });
  }
}

const peer = results.get("hey-api");
console.table(
  Object.fromEntries(
    generators.map(({ name }) => {
      const runs = results.get(name);
      const middle = (field) => median(runs.map((run) => run[field]));
      return [
        name,
        {
          "CPU s": middle("cpu"),
          "CPU to hey-api": median(runs.map((run, index) => run.cpu / peer[index].cpu)),
          "wall s": middle("wall"),
          "peak MB": middle("peak"),
          "tsc 7 CPU s": middle("checkCpu"),
          "tsc 7 CPU to hey-api": median(runs.map((run, index) => run.checkCpu / peer[index].checkCpu)),
          "tsc 7 errors": middle("errors"),
          lines: linesOf(join(folder, name)),
        },
      ];
    }),
  ),
);

function tsconfigFor(name) {
  const path = join(folder, `tsconfig.${name}.json`);
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
  writeFileSync(path, JSON.stringify({ compilerOptions, include: [name] }));
  return path;
}

function linesOf(path) {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .reduce((sum, entry) => sum + readFileSync(join(entry.parentPath, entry.name), "utf8").split("\n").length, 0);
}
