/**
 * Generators on three documents: CPU and wall time, memory, and what the output costs the compiler. In every round each
 * program runs once. Only ratios count: other programs share the machine.
 *
 * Run:    npm run bench -- codegen [rounds]      (5 rounds by default; build first)
 * Prints: a table per document with one line per generator. All numbers are medians. A ratio compares the CPU time with
 *         the peer's in the same round; below 1 is faster than the peer.
 *
 * `npm run bench -- codegen start` measures the start of our generator instead (start.mjs).
 */
import { join } from "node:path";
import { median, timed } from "./measure.mjs";
import { documents, environment, programs } from "./programs.mjs";
import { measureStart } from "./start.mjs";
import { checkArguments, countLines, createWorkspace, emptyFolder } from "./workspace.mjs";

if (process.argv[2] === "start") {
  measureStart(Number(process.argv[3] ?? 9));
  process.exit();
}

const rounds = Number(process.argv[2] ?? 5);
const workspace = createWorkspace();
for (const document of documents) {
  const runs = measure(document);
  console.log(`${document.name}, ${rounds} rounds, Node ${process.version}, ratios to ${document.peer}`);
  console.table(tableOf(runs, runs[document.peer]));
}

/** Runs of each program on a document, by round. */
function measure(document) {
  const runs = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const name of Object.keys(programs)) {
      console.error(`${document.name}, round ${round} of ${rounds}: ${name}`);
      runs[name].push(runOnce(name, document));
    }
  }
  return runs;
}

function runOnce(name, document) {
  const output = join(workspace, name.replaceAll(" ", "-"));
  emptyFolder(output);
  const generation = run(programs[name](document.path, output));
  if (generation.status !== 0) throw new Error(`${name} failed on ${document.name}`);
  const check = run(checkArguments(output));
  const errors = check.output.split("error TS").length - 1;
  return { ...generation, checkCpu: check.cpu, errors, lines: countLines(output) };
}

function run(args) {
  return timed(process.execPath, args, { cwd: workspace, env: environment });
}

function tableOf(runs, peer) {
  return Object.fromEntries(
    Object.entries(runs).map(([name, own]) => {
      const middle = (field) => median(own.map((each) => each[field]));
      const ratio = (field) => median(own.map((each, round) => each[field] / peer[round][field]));
      const line = {
        "CPU s": middle("cpu"),
        "CPU ratio": ratio("cpu"),
        "wall s": middle("wall"),
        "peak MB": middle("peak"),
        "tsc 7 CPU s": middle("checkCpu"),
        "tsc 7 ratio": ratio("checkCpu"),
        "tsc 7 errors": middle("errors"),
        lines: middle("lines"),
      };
      return [name, line];
    }),
  );
}
