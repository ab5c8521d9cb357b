import { checkGenerated, type GenerateOptions, generate } from "../commands/index.js";
import { present } from "../json/index.js";
import {
  colorsOf,
  exitStatus,
  own,
  type ReportTarget,
  type RunTarget,
  reportComparison,
  reportFailure,
  reportRun,
  type Streams,
  summarizeDifference,
} from "../terminal/index.js";
import { repeatOnChange } from "../watch.js";
import { checkModuleType, systemCode, WriteError } from "../write/index.js";

/** Flags of `generate`. */
export interface GenerateFlags {
  readonly out?: string;
  readonly check?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly watch?: boolean;
  readonly timing?: boolean;
  readonly runtime?: string;
  readonly zod?: "mini" | "classic";
  readonly enums?: "open" | "closed";
  readonly dates?: "text" | "Date";
  readonly paths?: boolean;
}

/** Generates the client of a document, or all clients in the config file. Returns the exit status. */
export async function runGenerate(
  document: string | undefined,
  flags: GenerateFlags,
  streams: Streams,
): Promise<number> {
  const { check = false, json = false, watch = false, timing = false } = flags;
  const target: RunTarget = { streams, json, timing };
  try {
    const jobs = await jobsOf(document, flags);
    for (const { out } of jobs) await warnOfModuleType(out, streams);
    if (watch) return await watchDocuments(jobs, target);
    const statuses: number[] = [];
    for (const job of jobs) statuses.push(check ? await runCheck(job, target) : (await runJob(job, target)).status);
    return Math.max(...statuses);
  } catch (error) {
    return reportFailure(error, target);
  }
}

/** Maximum number of changes that a run lists. The rest are only counted. */
const SHOWN_CHANGES = 20;

/** Jobs from the command line or, without a document, from the config file. */
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
  const warning = await checkModuleType(out);
  if (warning !== undefined) stderr.write(`${colorsOf(stderr).yellow("Warning:")} ${warning}\n`);
}

async function runCheck(job: GenerateOptions, target: ReportTarget): Promise<number> {
  try {
    return reportComparison(await checkGenerated(job), job.out, target);
  } catch (error) {
    return reportFailure(error, target);
  }
}

/** Generates one client and reports the result. Returns the source files if they are known. */
async function runJob(
  job: GenerateOptions,
  target: RunTarget,
): Promise<{ readonly status: number; readonly sources?: readonly string[] }> {
  try {
    const report = await showProgress(() => generate(job), target.streams);
    reportRun(report, job.document, target, (changes) => {
      return summarizeDifference(changes, SHOWN_CHANGES, target.streams.stdout);
    });
    return { status: exitStatus.done, sources: report.sources };
  } catch (error) {
    return { status: await reportFailure(error, target) };
  }
}

/**
 * Regenerates on each change until the process receives SIGINT or SIGTERM. A broken document is reported and its old
 * output stays.
 */
async function watchDocuments(jobs: readonly GenerateOptions[], target: RunTarget): Promise<number> {
  const end = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end.abort());
  const sources = new Map(jobs.map((job): [GenerateOptions, readonly string[]] => [job, [job.document]]));
  const files = (): readonly string[] => [...sources.values()].flat();
  const documents = jobs.map(({ document }) => document).join(", ");
  const run = async (): Promise<readonly string[]> => {
    for (const job of jobs) {
      const outcome = await runJob(job, target);
      if (outcome.sources !== undefined) sources.set(job, outcome.sources);
    }
    if (!target.json) target.streams.stderr.write(`Watching ${documents}. Press Ctrl+C to stop.\n`);
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
  return code === undefined ? cause : new WriteError(`Cannot watch the folder of ${documents} (${code}).`, { cause });
}

/** Shows progress on a terminal. Writes nothing to a pipe. */
async function showProgress<Result>(work: () => Promise<Result>, { stderr }: Streams): Promise<Result> {
  if (stderr.isTTY !== true) return work();
  stderr.write("Generating…");
  try {
    return await work();
  } finally {
    stderr.write(own("\r\u001b[K"));
  }
}
