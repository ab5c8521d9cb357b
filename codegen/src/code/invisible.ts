/**
 * Characters that make text read differently from its content: controls, bidirectional and zero-width characters, the
 * byte order mark, and line and paragraph separators. Excludes the tab.
 */
const INVISIBLE = /(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Printable ASCII. A cheap test that spares most texts the search for invisible characters. */
const VISIBLE = /^[\t -~]*$/;

/** Replaces invisible characters with their ECMAScript escapes. */
export function escapeInvisible(text: string): string {
  if (VISIBLE.test(text)) return text;
  return text.replace(INVISIBLE, (character) => {
    const hex = (character.codePointAt(0) ?? 0).toString(16);
    return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, "0")}`;
  });
}
