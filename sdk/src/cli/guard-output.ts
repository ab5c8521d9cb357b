import type { Output } from "./process-io.js";

/**
 * Output through which all text of the command goes, and the one place that makes it safe to print.
 *
 * Messages of the platform, names and arguments can contain escape sequences, which a terminal obeys, and bidirectional
 * controls, which reorder a line. They become visible, as `\u001b`, which JSON reads as the same character. The command
 * prints no such sequence of its own. Bytes pass as they are: those of a file that a call returns.
 */
export function guardOutput(output: Output): Output {
  return {
    ...(output.isTTY !== undefined && { isTTY: output.isTTY }),
    write: (chunk) => output.write(typeof chunk === "string" ? showControls(chunk) : chunk),
  };
}

// Cc: control. Cf: format, bidirectional ones among them. Zl, Zp: line ends. Cs: lone surrogates.
const unsafe = /(?![\t\n]|\r\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Whether a terminal would obey a part of a text. */
export function hasControls(text: string): boolean {
  return text.search(unsafe) >= 0;
}

/** Escapes by UTF-16 units: the form that JSON has as well. */
function showControls(text: string): string {
  return text.replace(unsafe, (character) =>
    Array.from({ length: character.length }, (_, unit) => hex(character.charCodeAt(unit))).join(""),
  );
}

function hex(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
