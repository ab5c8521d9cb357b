/** A word that a POSIX shell reads as exactly this text: nothing is special between single quotes but their end. */
export function shellQuote(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  return `'${text.replaceAll("'", "'\\''")}'`;
}
