import { formatPosition } from "../findings.js";
import { checkGenerated, type GenerateOptions, type GenerateReport, generate } from "../generate.js";
import { present } from "../model/present.js";
import type { SurfaceChanges } from "../surface/index.js";
import type { Comparison } from "../write/index.js";
import { systemCode, WriteError } from "../write/write-error.js";
import { exitStatus } from "./exit-status.js";
import { flat, type Telling, tellFailure } from "./failures.js";
import { moduleTypeWarning } from "./module-type.js";
import { colorsOf, own, type Streams } from "./terminal.js";
import { repeatOnChange } from "./watch.js";

/** What `generate` may be told. */
export interface GenerateFlags {
  readonly out?: string;
  readonly check?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly watch?: boolean;
  readonly runtime?: string;
  readonly zod?: "mini" | "classic";
  readonly enums?: "open" | "closed";
  readonly dates?: "text" | "Date";
  readonly paths?: boolean;
}

/** Writes the client of a document, or those of the config file. Returns the exit status. */
export async function runGenerate(
  document: string | undefined,
  flags: GenerateFlags,
  streams: Streams,
): Promise<number> {
  const { check = false, json = false, watch = false } = flags;
  const telling: Telling = { streams, json };
  try {
    const jobs = await jobsOf(document, flags);
    for (const { out } of jobs) await warnOfModuleType(out, streams);
    if (watch) return await watchDocuments(jobs, telling);
    const statuses: number[] = [];
    for (const job of jobs) statuses.push(check ? await runCheck(job, telling) : (await runJob(job, telling)).status);
    return Math.max(...statuses);
  } catch (error) {
    return tellFailure(error, telling);
  }
}

/** What the command line names, or else the config file. */
async function jobsOf(
  document: string | undefined,
  { out, runtime, zod, enums, dates, paths, force = false }: GenerateFlags,
): Promise<readonly GenerateOptions[]> {
  if (document !== undefined && out !== undefined)
    return [{ document, out, ...present({ runtime, zod, enums, dates, paths }), force }];
  const { loadConfig } = await import("../config/index.js");
  const { clients } = await loadConfig(process.cwd());
  return clients.map(({ document, out, runtime, zod, enums, dates, paths, force: always = false }) => {
    return { document, out, ...present({ runtime, zod, enums, dates, paths }), force: force || always };
  });
}

async function warnOfModuleType(out: string, { stderr }: Streams): Promise<void> {
  const warning = await moduleTypeWarning(out);
  if (warning !== undefined) stderr.write(`${colorsOf(stderr).yellow("Warning:")} ${warning}\n`);
}

async function runCheck(job: GenerateOptions, telling: Telling): Promise<number> {
  try {
    return tellComparison(await checkGenerated(job), job.out, telling);
  } catch (error) {
    return tellFailure(error, telling);
  }
}

/** One client: its outcome is told, and the files that it was made from are named where they are known. */
async function runJob(
  job: GenerateOptions,
  telling: Telling,
): Promise<{ readonly status: number; readonly sources?: readonly string[] }> {
  try {
    const report = await working(() => generate(job), telling.streams);
    tellReport(report, telling);
    return { status: exitStatus.done, sources: report.sources };
  } catch (error) {
    return { status: await tellFailure(error, telling) };
  }
}

/** Generates on each change until the process is asked to end. What is broken is told, and the old output stays. */
async function watchDocuments(jobs: readonly GenerateOptions[], telling: Telling): Promise<number> {
  const end = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end.abort());
  const sources = new Map(jobs.map((job): [GenerateOptions, readonly string[]] => [job, [job.document]]));
  const files = (): readonly string[] => [...sources.values()].flat();
  const documents = jobs.map(({ document }) => document).join(", ");
  const run = async (): Promise<readonly string[]> => {
    for (const job of jobs) {
      const outcome = await runJob(job, telling);
      if (outcome.sources !== undefined) sources.set(job, outcome.sources);
    }
    if (!telling.json) telling.streams.stderr.write(`Watching ${documents}. Ctrl+C ends.\n`);
    return files();
  };
  try {
    await repeatOnChange(run, files(), end.signal);
    return exitStatus.done;
  } catch (error) {
    throw watchFailure(documents, error);
  }
}

function watchFailure(documents: string, cause: unknown): unknown {
  const code = systemCode(cause);
  return code === undefined
    ? cause
    : new WriteError(`The folder of ${documents} cannot be watched (${code}).`, { cause });
}

/** Says on a terminal that something is going on, for as long as it does. A pipe hears nothing of it. */
async function working<Result>(work: () => Promise<Result>, { stderr }: Streams): Promise<Result> {
  if (stderr.isTTY !== true) return work();
  stderr.write("Generating…");
  try {
    return await work();
  } finally {
    stderr.write(own("\r\u001b[K"));
  }
}

function tellReport(report: GenerateReport, { streams, json }: Telling): void {
  const { written, removed, unchanged, changes, warnings } = report;
  if (json) {
    const result = {
      ok: true,
      written,
      removed,
      unchanged,
      warnings: warnings.map(flat),
      ...(changes === undefined ? {} : { changes }),
    };
    streams.stdout.write(`${JSON.stringify(result)}\n`);
    return;
  }
  const { yellow } = colorsOf(streams.stderr);
  for (const { position, message } of warnings) {
    streams.stderr.write(`${formatPosition(position)}: ${yellow("warning")}: ${message}\n`);
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
