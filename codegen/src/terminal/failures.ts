import { CodegenError } from "../errors.js";
import { type Finding, SpecError } from "../findings.js";
import { readRegularFile } from "../regular-file.js";
import { frameFinding } from "./code-frame.js";
import { exitStatus } from "./exit-status.js";
import { colorsOf, type Streams } from "./streams.js";

/** Options for reports: streams and format. */
export interface ReportTarget {
  readonly streams: Streams;
  /** Print one JSON object instead of text. */
  readonly json: boolean;
}

/** Reports the error that ended a command. Returns the exit status. */
export async function reportFailure(error: unknown, { streams, json }: ReportTarget): Promise<number> {
  if (error instanceof SpecError) await reportFindings(error.findings, { streams, json });
  else if (error instanceof CodegenError) report(streams, json, error.message, { error: error.message });
  else reportBug(error, streams);
  return exitStatus.findings;
}

/** Reports findings: as text with source lines on stderr, or as one JSON object on stdout. */
export async function reportFindings(findings: readonly Finding[], { streams, json }: ReportTarget): Promise<void> {
  if (json) return report(streams, json, "", { findings: findings.map(flattenFinding) });
  const colors = colorsOf(streams.stderr);
  const files = new Map<string, readonly string[]>();
  for (const finding of findings) {
    const { file } = finding.position;
    const lines = files.get(file) ?? (await linesOf(file, findings));
    files.set(file, lines);
    streams.stderr.write(`${frameFinding(finding, lines, colors)}\n\n`);
  }
  const count = findings.length === 1 ? "1 finding" : `${findings.length} findings`;
  streams.stderr.write(`${colors.red(count)}.\n`);
}

/** Lines of a file up to the last finding. Empty if the file cannot be read or is too large. */
async function linesOf(file: string, findings: readonly Finding[]): Promise<readonly string[]> {
  const text = await textOf(file).catch(() => "");
  const last = findings.reduce(
    (line, { position }) => (position.file === file ? Math.max(line, position.line) : line),
    1,
  );
  return text.split(/\r?\n/, last);
}

/** Reads a file in any encoding, because a finding about the encoding also shows the affected line. */
async function textOf(file: string): Promise<string> {
  return new TextDecoder().decode(await readRegularFile(file));
}

function report(streams: Streams, json: boolean, message: string, result: object): void {
  if (json) streams.stdout.write(`${JSON.stringify({ ok: false, ...result })}\n`);
  else streams.stderr.write(`${message}\n`);
}

/** Flattens a finding for JSON output, with the position's fields at the top level. */
export function flattenFinding({ position, ...finding }: Finding): object {
  return { ...position, ...finding };
}

/** Reports an unexpected error as a bug in the generator, and how to get the stack for a bug report. */
function reportBug(error: unknown, { stderr }: Streams): void {
  const message = error instanceof Error ? error.message : String(error);
  stderr.write(`This is a bug in apsdirect-codegen. Please report it: ${message}\n`);
  if (process.env["APSDIRECT_DEBUG"] !== undefined && error instanceof Error) stderr.write(`${error.stack}\n`);
  else stderr.write("Run again with APSDIRECT_DEBUG=1 to print the stack.\n");
}
