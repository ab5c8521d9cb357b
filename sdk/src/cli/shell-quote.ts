import { hasControls } from "./guard-output.js";

/**
 * Quotes a text as one word for a POSIX shell, usually in single quotes. Control characters must not reach the
 * terminal, so the quoted word contains a command that prints them: `"$(printf 'a\033b')"`.
 */
export function quoteForShell(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  return hasControls(text) ? quoteWithPrintf(text) : quoteWithQuotes(text);
}

function quoteWithQuotes(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * Quotes control characters with printf. The shell drops trailing line feeds of a command, so these are quoted
 * directly.
 */
function quoteWithPrintf(text: string): string {
  const end = /\n*$/.exec(text)?.[0] ?? "";
  const bytes = Buffer.from(text.slice(0, text.length - end.length));
  return `"$(printf '${Array.from(bytes, formatByte).join("")}')"${end === "" ? "" : quoteWithQuotes(end)}`;
}

/** Formats a byte for printf: as itself if it is harmless, otherwise in octal. */
function formatByte(byte: number): string {
  const character = String.fromCharCode(byte);
  return /[\w ./:,=-]/.test(character) ? character : `\\${byte.toString(8).padStart(3, "0")}`;
}
