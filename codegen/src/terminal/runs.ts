import { type Finding, formatPosition } from "../findings.js";
import { present } from "../json/index.js";
import type { Timing } from "../stopwatch.js";
import type { Comparison, WriteReport } from "../write/index.js";
import { exitStatus } from "./exit-status.js";
import { flattenFinding, type ReportTarget } from "./failures.js";
import { colorsOf, type Streams } from "./streams.js";

/** Options for reporting a run of `generate`. */
export interface RunTarget extends ReportTarget {
  /** Report the duration of each step. */
  readonly timing: boolean;
}

/** Result of a run of `generate`. */
interface Run<Changes> extends WriteReport {
  readonly isFirst: boolean;
  readonly changes?: Changes;
  readonly timing: Timing;
  readonly warnings: readonly Finding[];
  readonly safetyByMethod?: number;
}

/**
 * Reports a run: the number of files, the changes for callers, and the duration of each step.
 *
 * @param summarize Formats the changes.
 */
export function reportRun<Changes>(
  report: Run<Changes>,
  document: string,
  { streams, json, timing }: RunTarget,
  summarize: (changes: Changes) => string,
): void {
  const { written, removed, unchanged, changes, safetyByMethod } = report;
  if (json) {
    const warnings = report.warnings.map(flattenFinding);
    const result = { ok: true, written, removed, unchanged, warnings, ...present({ safetyByMethod, changes }) };
    streams.stdout.write(`${JSON.stringify(timing ? { ...result, timing: report.timing } : result)}\n`);
    return;
  }
  for (const warning of report.warnings) streams.stderr.write(`${describeWarning(warning, streams)}\n`);
  const counts = `${written.length} written, ${removed.length} removed, ${unchanged.length} unchanged`;
  streams.stdout.write(`${counts}\n${describeSafety(report)}${describeChanges(report, document, summarize)}`);
  if (timing) streams.stderr.write(timingTable(report.timing));
}

function describeWarning({ position, message }: Finding, { stderr }: Streams): string {
  return `${formatPosition(position)}: ${colorsOf(stderr).yellow("warning")}: ${message}`;
}

/** Describes which operations the client retries by HTTP method, because the document does not state their safety. */
function describeSafety({ written, safetyByMethod = 0 }: Run<unknown>): string {
  if (written.length === 0 || safetyByMethod === 0) return "";
  const operations = safetyByMethod === 1 ? "1 operation has" : `${safetyByMethod} operations have`;
  return `${operations} no \`x-safety\`: the client decides by HTTP method whether to retry a call.\n`;
}

function describeChanges<Changes>(
  report: Run<Changes>,
  document: string,
  summarize: (changes: Changes) => string,
): string {
  const { written, removed, isFirst, changes } = report;
  if (changes !== undefined) return summarize(changes);
  if (isFirst || written.length + removed.length === 0) return "";
  return `To see the changes for callers, run \`apsdirect-codegen diff <old> ${document}\`.\n`;
}

function timingTable(timing: Timing): string {
  return Object.entries(timing)
    .map(([step, milliseconds]) => `${step.padEnd(10)}${milliseconds.toFixed(1).padStart(9)} ms\n`)
    .join("");
}

/** Reports the result of `--check`. Returns the exit status. */
export function reportComparison(comparison: Comparison, out: string, { streams, json }: ReportTarget): number {
  const { upToDate, interrupted, ...paths } = comparison;
  if (json) streams.stdout.write(`${JSON.stringify({ ok: upToDate, upToDate, interrupted, ...paths })}\n`);
  else if (upToDate) streams.stdout.write(`${out} is up to date.\n`);
  else streams.stderr.write(`${describePaths(comparison)}Run \`apsdirect-codegen generate\` to update ${out}.\n`);
  return upToDate ? exitStatus.done : exitStatus.findings;
}

function describePaths({ missing, outdated, stale, edited, foreign, interrupted }: Comparison): string {
  const states = { missing, outdated, stale, "edited by hand": edited, "not generated, but in the way": foreign };
  const lines = Object.entries(states).flatMap(([state, paths]) => paths.map((path) => `${path}: ${state}\n`));
  return lines.join("") + (interrupted ? "The last run was interrupted.\n" : "");
}
