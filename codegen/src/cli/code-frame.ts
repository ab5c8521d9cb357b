import { type Finding, formatPosition, type Position } from "../findings.js";
import type { colorsOf } from "./terminal.js";

const longestLine = 100;

/** A finding as people read it: place and message, the line it is about with a caret below, and what to do. */
export function frameFinding(
  { position, message, hint }: Finding,
  lines: readonly string[],
  colors: ReturnType<typeof colorsOf>,
): string {
  const frame = codeFrame(position, lines);
  return [
    `${colors.bold(formatPosition(position))}: ${message}`,
    ...(frame === undefined ? [] : [colors.dim(frame.line), colors.red(frame.caret)]),
    ...(hint === undefined ? [] : [`  ${hint}`]),
  ].join("\n");
}

function codeFrame({ line, column }: Position, lines: readonly string[]): { line: string; caret: string } | undefined {
  const source = lines[line - 1];
  if (source === undefined || source.trim() === "") return undefined;
  // A document of one long line, as JSON may be, is shown around the place.
  const start = column > longestLine ? column - longestLine / 2 : 0;
  const shown = visible(source.slice(start, start + longestLine));
  const gutter = `${line} | `;
  return { line: `  ${gutter}${shown}`, caret: `  ${" ".repeat(gutter.length + column - 1 - start)}^` };
}

/** One column for each character that would not take one, or would speak to the terminal. */
function visible(source: string): string {
  return source.replace(/\t/g, " ").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, "\u00b7");
}
