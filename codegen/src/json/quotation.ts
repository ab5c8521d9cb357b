const maxQuoteLength = 80;

/** Maximum number of characters to scan. Enough to see a whole URL before the cut. */
const maxScanLength = 4_096;

/**
 * Formats text from a document for a message: quoted, on one line, and truncated if long. Escapes control and
 * bidirectional characters, which could change what a terminal shows.
 */
export function quote(text: string): string {
  return escapeControls(JSON.stringify(truncate(text)));
}

/** Formats foreign text for use inside a sentence: {@link quote} without the quotation marks. */
export function inline(text: string): string {
  return escapeControls(truncate(text));
}

/**
 * Formats any value from a document for a message: text is quoted, other scalars are printed, and collections are named
 * by kind.
 */
export function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  return String(value);
}

/** Masks before truncating, because in a truncated URL the password may have lost its `@`. */
function truncate(whole: string): string {
  const text = maskUserInfo(whole.slice(0, maxScanLength));
  return text.length > maxQuoteLength ? `${text.slice(0, maxQuoteLength)}…` : text;
}

// Cc: control, Cf: format (bidirectional marks, zero-width), Zl and Zp: line ends, Cs: lone surrogate.
const unsafeCharacters = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

function escapeControls(text: string): string {
  return text.replace(unsafeCharacters, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, "0")}`;
  });
}

const userInfo = /((?:\\?\/|~1|%2f|\\){2})[^\s/?#"\\]+@/gi;

/**
 * Masks the user info of URLs (`https://user:secret@host`), which may contain a password or token. Also recognizes
 * slashes escaped for JSON (`\/`), a JSON pointer (`~1`) or a URL (`%2F`).
 */
export function maskUserInfo(text: string): string {
  return text.includes("@") ? text.replace(userInfo, "$1***@") : text;
}

/** Like {@link maskUserInfo}, but keeps the length, so that columns do not shift. */
export function maskUserInfoInPlace(text: string): string {
  if (!text.includes("@")) return text;
  return text.replace(
    userInfo,
    (found, slashes: string) => `${slashes}${"*".repeat(found.length - slashes.length - 1)}@`,
  );
}
