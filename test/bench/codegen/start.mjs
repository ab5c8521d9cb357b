/**
 * What a generation costs before and beside the work: the document of the APS bus from a cold start and unchanged, each
 * in turn in every round with the floors that nothing gets below. Only ratios count: other programs share the machine.
 *
 * Run:    npm run bench -- codegen start [rounds]      (9 rounds unless told otherwise; build first)
 * Prints: one line per program, medians, with the ratio to the import of ts-morph in the same round.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { median, timed } from "./measure.mjs";

const root = resolve(import.meta.dirname, "../../..");
const folder = join(tmpdir(), `apsdirect-start-${process.pid}`);
const out = join(folder, "client");
const generate = [
  join(root, "codegen/bin/apsdirect-codegen.js"),
  ...["generate", join(root, "spec/aps.yaml"), "--out", out],
];

const FLOOR = 'import "ts-morph"';
const programs = {
  "node -e 0": { args: ["-e", "0"] },
  [FLOOR]: { args: ["--input-type=module", "-e", FLOOR] },
  "nothing remembered, by Node neither": { args: generate, before: forgetAll },
  "nothing remembered": { args: generate, before: forgetOutput },
  "unchanged document": { args: generate },
};

/** Measures all programs. The folder that Node keeps compiled code in, where it does, is the benchmark's own. */
export function measureStart(rounds) {
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  forgetAll();
  const results = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    console.error(`Round ${round} of ${rounds}, Node ${process.version}`);
    for (const [name, { args, before }] of Object.entries(programs)) {
      before?.();
      const run = timed(process.execPath, args, {
        cwd: join(root, "codegen"),
        env: { ...process.env, TMPDIR: folder },
      });
      if (run.status !== 0) throw new Error(`${name} failed`);
      results[name].push(run);
    }
  }
  console.table(Object.fromEntries(Object.entries(results).map(([name, runs]) => [name, line(runs, results[FLOOR])])));
}

function line(runs, floor) {
  const middle = (field) => median(runs.map((run) => run[field]));
  const ratio = (field) => median(runs.map((run, index) => run[field] / floor[index][field]));
  return { "CPU s": middle("cpu"), "CPU ratio": ratio("cpu"), "wall s": middle("wall"), "wall ratio": ratio("wall") };
}

function forgetAll() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  forgetOutput();
}

/** What the generator remembers of an output lies in the nearest `node_modules`. */
function forgetOutput() {
  for (const name of ["client", "node_modules"]) rmSync(join(folder, name), { recursive: true, force: true });
  mkdirSync(join(folder, "node_modules"));
}
