/**
 * JSON in which no integer is rounded: one beyond 2^53 comes as its text, `"9007199254740993"`, since the number that
 * JavaScript has for it is another one. An id that is off by one is somebody else's.
 *
 * @throws SyntaxError where the text is no JSON
 */
export function parseExactly(text: string): unknown {
  const value: unknown = JSON.parse(text);
  // Nearly no text has a run of digits that long; where one has, it is read once more.
  if (!/\d{16}/.test(text)) return value;
  return JSON.parse(text.replace(TEXT_OR_NUMBER, (token) => (isRounded(token) ? `"${token}"` : token)));
}

/** Texts are matched to be passed over. Unrolled: nothing in it can be matched in two ways. */
const TEXT_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

function isRounded(token: string): boolean {
  return /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token));
}
