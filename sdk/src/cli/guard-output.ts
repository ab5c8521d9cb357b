import type { Output } from "./process-io.js";

/**
 * Wraps an output so that text is safe to print. All text of the command goes through it.
 *
 * Messages of the platform, names and arguments can contain escape sequences, which a terminal obeys, and
 * bidirectional controls, which reorder a line. They become visible as escapes such as `\u001b`, which JSON reads as
 * the same character. The command does not print such sequences itself. Bytes, such as a file that a call returns,
 * are unchanged.
 */
export function guardOutput(output: Output): Output {
  return {
    ...(output.isTTY !== undefined && { isTTY: output.isTTY }),
    write: (chunk) => output.write(typeof chunk === "string" ? showControls(chunk) : chunk),
  };
}

// Cc: control. Cf: format, bidirectional ones among them. Zl, Zp: line ends. Cs: lone surrogates.
const unsafe = /(?![\t\n]|\r\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Returns true if a text contains characters that a terminal would obey. */
export function hasControls(text: string): boolean {
  return text.search(unsafe) >= 0;
}

/** Escapes control characters by UTF-16 units, as JSON does. */
function showControls(text: string): string {
  return text.replace(unsafe, (character) =>
    Array.from({ length: character.length }, (_, unit) => escapeUnit(character.charCodeAt(unit))).join(""),
  );
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
