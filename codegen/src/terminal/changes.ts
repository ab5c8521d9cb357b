import type { Bump, Difference, LocatedChange, Severity } from "../changes/index.js";
import { formatPosition } from "../findings.js";
import { type Colors, colorsOf, type Stream } from "./streams.js";

/** Appearance of severities on a terminal, most severe first. */
const appearances: readonly (readonly [Severity, { title: string; sign: string; color: keyof Colors }])[] = [
  ["breaking", { title: "Breaking", sign: "!", color: "red" }],
  ["addition", { title: "Additions", sign: "+", color: "green" }],
  ["fix", { title: "Fixes", sign: "~", color: "dim" }],
];

/** Formats all changes grouped by severity, each with the affected positions in the caller's code. */
export function describeDifference({ bump, changes }: Difference, stream: Stream): string {
  const colors = colorsOf(stream);
  const groups = appearances.flatMap(([severity, { title, color }]) => {
    const group = changes.filter((change) => change.severity === severity);
    if (group.length === 0) return [];
    const lines = group.map((change) => `  ${describeChange(change, colors)}\n${describeUses(change)}`);
    return [`${colors[color](`${title} (${group.length})`)}\n${lines.join("")}`];
  });
  return `${groups.join("\n")}\n${describeBump(bump, colors)}`;
}

/** Formats the most severe changes, one per line with a sign for the severity, and the number of the others. */
export function summarizeDifference({ bump, changes }: Difference, most: number, stream: Stream): string {
  if (changes.length === 0) return "No changes for callers.\n";
  const colors = colorsOf(stream);
  const lines = appearances.flatMap(([severity, { sign, color }]) => {
    const group = changes.filter((change) => change.severity === severity);
    return group.map((change) => `  ${colors[color](sign)} ${describeChange(change, colors)}\n`);
  });
  const rest = lines.length - most;
  return lines.slice(0, most).join("") + (rest > 0 ? `  and ${rest} more\n` : "") + describeBump(bump, colors);
}

function describeChange({ where, message, old, new: next }: LocatedChange, colors: Colors): string {
  const place = next ?? old;
  return `${colors.bold(where)}: ${message}${place === undefined ? "" : colors.dim(` (${formatPosition(place)})`)}`;
}

function describeUses({ uses = [] }: LocatedChange): string {
  return uses.map((use) => `    ${formatPosition(use)}\n`).join("");
}

function describeBump(bump: Bump, colors: Colors): string {
  const version = bump === "none" ? "no new version" : `a ${bump} version`;
  return `These changes require ${colors.bold(version)}.\n`;
}
