import { checkGenerated, type GenerateOptions, type GenerateReport, generate } from "../generate.js";
import type { SurfaceChanges } from "../surface/index.js";
import type { Comparison } from "../write/index.js";
import { systemCode, WriteError } from "../write/write-error.js";
import { exitStatus } from "./exit-status.js";
import { type Telling, tellFailure } from "./failures.js";
import { moduleTypeWarning } from "./module-type.js";
import { colorsOf, type Streams } from "./terminal.js";
import { repeatOnChange } from "./watch.js";

/** What `generate` may be told. */
export interface GenerateFlags {
  readonly out: string;
  readonly check?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly watch?: boolean;
  readonly runtime: string;
  readonly zod: "mini" | "classic";
}

/** Writes the client of a document. Returns the exit status. */
export async function runGenerate(
  document: string,
  { check = false, force = false, json = false, watch = false, out, runtime, zod }: GenerateFlags,
  streams: Streams,
): Promise<number> {
  const options: GenerateOptions = { document, out, runtime, zod };
  const telling: Telling = { streams, json };
  const warning = await moduleTypeWarning(out);
  if (warning !== undefined) streams.stderr.write(`${colorsOf(streams.stderr).yellow("Warning:")} ${warning}\n`);
  if (watch) return watchDocument({ ...options, force }, telling);
  try {
    if (check) return tellComparison(await checkGenerated(options), out, telling);
    tellReport(await working(() => generate({ ...options, force }), streams), telling);
    return exitStatus.done;
  } catch (error) {
    return tellFailure(error, telling);
  }
}

/** Generates on each change until the process is asked to end. What is broken is told, and the old output stays. */
async function watchDocument(options: GenerateOptions, telling: Telling): Promise<number> {
  const end = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end.abort());
  let sources: readonly string[] = [options.document];
  const run = async (): Promise<readonly string[]> => {
    try {
      const report = await working(() => generate(options), telling.streams);
      sources = report.sources;
      tellReport(report, telling);
    } catch (error) {
      await tellFailure(error, telling);
    }
    if (!telling.json) telling.streams.stderr.write(`Watching ${options.document}. Ctrl+C ends.\n`);
    return sources;
  };
  try {
    await repeatOnChange(run, sources, end.signal);
    return exitStatus.done;
  } catch (error) {
    return tellFailure(watchFailure(options.document, error), telling);
  }
}

function watchFailure(document: string, cause: unknown): unknown {
  const code = systemCode(cause);
  return code === undefined
    ? cause
    : new WriteError(`The folder of ${document} cannot be watched (${code}).`, { cause });
}

/** Says on a terminal that something is going on, for as long as it does. A pipe hears nothing of it. */
async function working<Result>(work: () => Promise<Result>, { stderr }: Streams): Promise<Result> {
  if (stderr.isTTY !== true) return work();
  stderr.write("Generating…");
  try {
    return await work();
  } finally {
    stderr.write("\r\u001b[K");
  }
}

function tellReport({ written, removed, unchanged, changes }: GenerateReport, { streams, json }: Telling): void {
  if (json) {
    const result = { ok: true, written, removed, unchanged, ...(changes === undefined ? {} : { changes }) };
    streams.stdout.write(`${JSON.stringify(result)}\n`);
    return;
  }
  const counts = `written ${written.length}, removed ${removed.length}, unchanged ${unchanged.length}`;
  streams.stdout.write(`${counts}\n${changes === undefined ? "" : describeChanges(changes)}`);
}

const shownChanges = 20;

/** The short form: which names came, went, or are declared otherwise. What that means is for `diff` to say. */
function describeChanges({ added, removed, changed }: SurfaceChanges): string {
  const lines = [
    ...removed.map((name) => `  - ${name}\n`),
    ...changed.map(({ name }) => `  ~ ${name}\n`),
    ...added.map((name) => `  + ${name}\n`),
  ];
  const rest = lines.length - shownChanges;
  return lines.slice(0, shownChanges).join("") + (rest > 0 ? `  and ${rest} more\n` : "");
}

function tellComparison(comparison: Comparison, out: string, { streams, json }: Telling): number {
  const { upToDate, interrupted, ...paths } = comparison;
  if (json) streams.stdout.write(`${JSON.stringify({ ok: upToDate, upToDate, interrupted, ...paths })}\n`);
  else if (upToDate) streams.stdout.write(`${out} is up to date.\n`);
  else streams.stderr.write(`${describeDifferences(comparison)}Run \`apsdirect-codegen generate\` to renew ${out}.\n`);
  return upToDate ? exitStatus.done : exitStatus.findings;
}

function describeDifferences({ missing, outdated, stale, edited, foreign, interrupted }: Comparison): string {
  const kinds = { missing, differs: outdated, stale, "edited by hand": edited, "not ours": foreign };
  const lines = Object.entries(kinds).flatMap(([kind, paths]) => paths.map((path) => `${path}: ${kind}\n`));
  return lines.join("") + (interrupted ? "An earlier run was interrupted.\n" : "");
}
