/**
 * Parses JSON without rounding integers. An integer beyond 2^53 becomes text, `"9007199254740993"`, because JavaScript
 * cannot represent it. An id that is off by one belongs to someone else.
 *
 * @throws SyntaxError if the text is not JSON
 */
export function parseExactly(text: string): unknown {
  const value: unknown = JSON.parse(text);
  // Hardly any text has a run of digits that long, so parsing twice is rare.
  return /\d{16}/.test(text) ? JSON.parse(quoteRounded(text)) : value;
}

/**
 * Puts integers that would be rounded in quotation marks. Scans the text, because a regular expression that matches
 * whole strings overflows the stack on a long one.
 */
function quoteRounded(text: string): string {
  const parts: string[] = [];
  const start = /["\d-]/g;
  let done = 0;
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const end = match[0] === '"' ? findStringEnd(text, match.index) : findNumberEnd(text, match.index);
    const token = text.slice(match.index, end);
    if (isRounded(token)) {
      parts.push(text.slice(done, match.index), `"${token}"`);
      done = end;
    }
    start.lastIndex = end;
  }
  return parts.join("") + text.slice(done);
}

/**
 * Returns the offset after the string that begins at an offset. The text is valid JSON, so the string is terminated.
 */
function findStringEnd(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); ; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (text[quote - 1 - backslashes] === "\\") backslashes += 1;
    if (backslashes % 2 === 0) return quote + 1;
  }
}

function findNumberEnd(text: string, start: number): number {
  let end = start + 1;
  while (NUMBER_CHARACTERS.includes(text.charAt(end)) && end < text.length) end += 1;
  return end;
}

const NUMBER_CHARACTERS = "0123456789.eE+-";

function isRounded(token: string): boolean {
  return /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token));
}
