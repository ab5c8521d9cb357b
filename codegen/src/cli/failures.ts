import { ConfigError } from "../config/config-error.js";
import { type Finding, SpecError } from "../findings.js";
import { readRegularFile } from "../load/regular-file.js";
import { UsageError } from "../usage/usage-error.js";
import { WriteError } from "../write/write-error.js";
import { frameFinding } from "./code-frame.js";
import { exitStatus } from "./exit-status.js";
import { colorsOf, type Streams } from "./terminal.js";

/** How results are told: to a person, or as one JSON object to a program. */
export interface Telling {
  readonly streams: Streams;
  readonly json: boolean;
}

/** Tells what kept a command from its work, and returns the exit status. */
export async function tellFailure(error: unknown, { streams, json }: Telling): Promise<number> {
  if (error instanceof SpecError) await tellFindings(error.findings, { streams, json });
  else if (isExplained(error)) tell(streams, json, error.message, { error: error.message });
  else tellDefect(error, streams);
  return exitStatus.findings;
}

/** Whether the message of an error says all that its reader needs. */
function isExplained(error: unknown): error is Error {
  return [WriteError, UsageError, ConfigError].some((kind) => error instanceof kind);
}

/** Tells findings: each with its line of the document on stderr, or all in one object on stdout. */
export async function tellFindings(findings: readonly Finding[], { streams, json }: Telling): Promise<void> {
  if (json) return tell(streams, json, "", { findings: findings.map(flat) });
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

/** The lines of a file down to the last that a finding is about; none of one that cannot be read or is too large. */
async function linesOf(file: string, findings: readonly Finding[]): Promise<readonly string[]> {
  const text = await textOf(file).catch(() => "");
  const last = findings.reduce(
    (line, { position }) => (position.file === file ? Math.max(line, position.line) : line),
    1,
  );
  return text.split(/\r?\n/, last);
}

/** Also of a file in another encoding: the finding on that shows where it is broken. */
async function textOf(file: string): Promise<string> {
  return new TextDecoder().decode(await readRegularFile(file));
}

function tell(streams: Streams, json: boolean, message: string, result: object): void {
  if (json) streams.stdout.write(`${JSON.stringify({ ok: false, ...result })}\n`);
  else streams.stderr.write(`${message}\n`);
}

/** A finding as JSON has it: its position is not an object of its own. */
export function flat({ position, ...finding }: Finding): object {
  return { ...position, ...finding };
}

/** What nobody foresaw is our mistake and never the user's: the message says so, the stack is there for a report. */
function tellDefect(error: unknown, { stderr }: Streams): void {
  const message = error instanceof Error ? error.message : String(error);
  stderr.write(`This is a defect of apsdirect-codegen, please report it: ${message}\n`);
  if (process.env["APSDIRECT_DEBUG"] !== undefined && error instanceof Error) stderr.write(`${error.stack}\n`);
  else stderr.write("Run again with APSDIRECT_DEBUG=1 to see where it happened.\n");
}
