import { type Finding, formatPosition, type Position } from "../findings.js";
import { maskUserInfoInPlace } from "../json/index.js";
import type { Colors } from "./streams.js";

const maxLineLength = 100;

/** Number of characters on each side of the displayed text to search for a URL. */
const maxScanLength = 4_096;

/** Formats a finding for people: position and message, the line with a caret below it, and the hint. */
export function frameFinding({ position, message, hint }: Finding, lines: readonly string[], colors: Colors): string {
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
  // A document may be a single long line, as in minified JSON. Show only the part around the position.
  const start = column > maxLineLength ? column - maxLineLength / 2 : 0;
  // The text around the displayed part may reveal that it contains a password.
  const left = Math.max(0, start - maxScanLength);
  const masked = maskUserInfoInPlace(source.slice(left, start + maxLineLength + maxScanLength)).slice(start - left);
  const shown = showInvisible(masked.slice(0, maxLineLength));
  const gutter = `${line} | `;
  return { line: `  ${gutter}${shown}`, caret: `  ${" ".repeat(gutter.length + column - 1 - start)}^` };
}

/** Replaces control characters and characters without width by visible ones, so that columns line up. */
function showInvisible(source: string): string {
  return source.replace(/\t/g, " ").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, "\u00b7");
}
