import type { Output } from "./surroundings.js";

/**
 * Output through which all text of the command goes, and the one place that makes it safe to print.
 *
 * Names of files, arguments and what a vendor answers can contain escape sequences, which a terminal obeys, and bidirectional
 * controls, which reorder a line. They become visible, as `\u001b`, which JSON reads as the same character. The command
 * prints no such sequence of its own.
 */
export function guardOutput(output: Output): Output {
  return { write: (text) => output.write(showControls(text)) };
}

// Cc: control. Cf: format, bidirectional ones among them. Zl, Zp: line ends. Cs: lone surrogates.
const unsafe = /(?![\t\n]|\r\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Escapes by UTF-16 units: the form that JSON has as well. */
function showControls(text: string): string {
  return text.replace(unsafe, (character) =>
    Array.from({ length: character.length }, (_, unit) => hex(character.charCodeAt(unit))).join(""),
  );
}

function hex(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
