import { checkGenerated, type GenerateOptions, generate } from "../generate.js";
import type { Comparison, WriteReport } from "../write/index.js";
import { exitStatus } from "./exit-status.js";
import { type Telling, tellFailure } from "./failures.js";
import { moduleTypeWarning } from "./module-type.js";
import { colorsOf, type Streams } from "./terminal.js";

/** What `generate` may be told. */
export interface GenerateFlags {
  readonly out: string;
  readonly check?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly runtime: string;
  readonly zod: "mini" | "classic";
}

/** Writes the client of a document. Returns the exit status. */
export async function runGenerate(
  document: string,
  { check = false, force = false, json = false, out, runtime, zod }: GenerateFlags,
  streams: Streams,
): Promise<number> {
  const options: GenerateOptions = { document, out, runtime, zod };
  const telling: Telling = { streams, json };
  try {
    const warning = await moduleTypeWarning(out);
    if (warning !== undefined) streams.stderr.write(`${colorsOf(streams.stderr).yellow("Warning:")} ${warning}\n`);
    if (check) return tellComparison(await checkGenerated(options), out, telling);
    tellReport(await generate({ ...options, force }), telling);
    return exitStatus.done;
  } catch (error) {
    return tellFailure(error, telling);
  }
}

function tellReport({ written, removed, unchanged }: WriteReport, { streams, json }: Telling): void {
  const counts = `written ${written.length}, removed ${removed.length}, unchanged ${unchanged.length}`;
  streams.stdout.write(json ? `${JSON.stringify({ ok: true, written, removed, unchanged })}\n` : `${counts}\n`);
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
