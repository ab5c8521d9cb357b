/**
 * Controls, bidirectional and zero-width characters, the byte order mark, line and paragraph separators: what makes a
 * text read differently from what it is. The tab is none of them.
 */
const INVISIBLE = /(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text without such characters, as nearly all is: a cheaper question than where they are. */
const VISIBLE = /^[\t -~]*$/;

/** Shows characters that a reader cannot see as the escapes that ECMAScript strings have for them. */
export function escapeInvisible(text: string): string {
  if (VISIBLE.test(text)) return text;
  return text.replace(INVISIBLE, (character) => {
    const hex = (character.codePointAt(0) ?? 0).toString(16);
    return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, "0")}`;
  });
}
