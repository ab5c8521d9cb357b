import type { Difference, LocatedChange, Severity } from "../changes/index.js";
import { type DiffOptions, diff } from "../commands/index.js";
import { formatPosition } from "../findings.js";
import { colorsOf, exitStatus, type Streams, tellFailure } from "../terminal/index.js";

/** What `diff` may be told. */
export interface DiffFlags {
  readonly failOn?: "breaking";
  readonly project?: string;
  readonly client?: string;
  readonly json?: boolean;
}

/** Says what the step from one document to another means to callers. Returns the exit status. */
export async function runDiff(
  old: string,
  next: string,
  { failOn, project, client, json = false }: DiffFlags,
  streams: Streams,
): Promise<number> {
  const code = project === undefined || client === undefined ? {} : { code: { project, client } };
  const options: DiffOptions = { old, new: next, ...code };
  try {
    const difference = await diff(options);
    const failed = difference.changes.some(({ severity }) => severity === failOn);
    if (json) streams.stdout.write(`${JSON.stringify({ ok: !failed, ...difference })}\n`);
    else streams.stdout.write(describe(difference, options, streams));
    return failed ? exitStatus.findings : exitStatus.done;
  } catch (error) {
    return tellFailure(error, { streams, json });
  }
}

const titles: readonly (readonly [Severity, string])[] = [
  ["breaking", "Breaking"],
  ["addition", "Additions"],
  ["fix", "Fixes"],
];

function describe({ bump, changes }: Difference, { old, new: next }: DiffOptions, { stdout }: Streams): string {
  if (changes.length === 0) return `To those who call the client, ${old} and ${next} are the same.\n`;
  const colors = colorsOf(stdout);
  const paint = { breaking: colors.red, addition: colors.green, fix: colors.dim };
  const groups = titles.flatMap(([severity, title]) => {
    const lines = changes
      .filter((change) => change.severity === severity)
      .map((change) => describeChange(change, stdout));
    return lines.length === 0 ? [] : [`${paint[severity](`${title} (${lines.length})`)}\n${lines.join("")}`];
  });
  const version = bump === "none" ? "no new version" : `a ${bump} version`;
  return `${groups.join("\n")}\nA release asks for ${colors.bold(version)}.\n`;
}

function describeChange(
  { where, message, old, new: next, uses = [] }: LocatedChange,
  stdout: Streams["stdout"],
): string {
  const colors = colorsOf(stdout);
  const place = next ?? old;
  const line = `  ${colors.bold(where)}: ${message}${place === undefined ? "" : colors.dim(` (${formatPosition(place)})`)}\n`;
  return line + uses.map((use) => `    ${formatPosition(use)}\n`).join("");
}
