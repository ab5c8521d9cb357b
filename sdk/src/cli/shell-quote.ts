import { hasControls } from "./guard-output.js";

/**
 * A word that a POSIX shell reads as exactly this text: nothing is special between single quotes but their end. Control
 * characters must not reach the terminal, so the shell is asked to print them: `"$(printf 'a\033b')"`.
 */
export function quoteForShell(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  return hasControls(text) ? printedByShell(text) : singleQuoted(text);
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The shell drops line feeds at the end of what is printed, so those are quoted as they are. */
function printedByShell(text: string): string {
  const end = /\n*$/.exec(text)?.[0] ?? "";
  const bytes = Buffer.from(text.slice(0, text.length - end.length));
  return `"$(printf '${Array.from(bytes, printfByte).join("")}')"${end === "" ? "" : singleQuoted(end)}`;
}

/** A byte as the format of printf has it: letters and digits as they are, all others in octal. */
function printfByte(byte: number): string {
  const character = String.fromCharCode(byte);
  return /[\w ./:,=-]/.test(character) ? character : `\\${byte.toString(8).padStart(3, "0")}`;
}
