import type { Output } from "./process-io.js";

/**
 * Makes all output of the command safe for a terminal.
 *
 * File names, arguments and vendors' responses can contain escape sequences, which a terminal executes, and
 * bidirectional controls, which reorder text. These are printed visibly as `\u001b`, which JSON parses back to the same
 * character. The command itself prints no control sequences.
 */
export function guardOutput(output: Output): Output {
  return { write: (text) => output.write(escapeControls(text)) };
}

// Cc: control. Cf: format, including bidirectional controls. Zl, Zp: line ends. Cs: lone surrogates.
const unsafe = /(?![\t\n]|\r\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Escapes by UTF-16 code unit, as JSON does. */
function escapeControls(text: string): string {
  return text.replace(unsafe, (character) =>
    Array.from({ length: character.length }, (_, unit) => escapeUnit(character.charCodeAt(unit))).join(""),
  );
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
