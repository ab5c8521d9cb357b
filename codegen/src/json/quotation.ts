const longestQuote = 80;

/** Characters of a text that are looked at: enough to see a whole URL before the cut. */
const longestLook = 4_096;

/**
 * Text of a document as a message shows it: quoted, on one line, cut where it is long. Control and bidirectional
 * characters are escaped, since on a terminal they would rewrite what the message says.
 */
export function quote(text: string): string {
  return escapeControls(JSON.stringify(cut(text)));
}

/** Text that is not ours inside a sentence of ours: {@link quote} without the quotation marks. */
export function inline(text: string): string {
  return escapeControls(cut(text));
}

/** Any value of a document as a message shows it: text quoted, other scalars as they are, collections by their kind. */
export function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  return String(value);
}

/** Masks before it cuts: half a URL does not show that what comes before an `@` is a password. */
function cut(whole: string): string {
  const text = maskUserInfo(whole.slice(0, longestLook));
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}

// Cc: control, Cf: format (bidirectional marks, zero-width), Zl and Zp: line ends, Cs: half of a surrogate pair.
const unsafeCharacters = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

function escapeControls(text: string): string {
  return text.replace(unsafeCharacters, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, "0")}`;
  });
}

const userInfo = /((?:\\?\/|~1|%2f|\\){2})[^\s/?#"\\]+@/gi;

/**
 * Masks the user information of URLs, `https://user:secret@host`, which holds a password or a token. Also where the
 * slashes are written as in JSON (`\/`), in a JSON pointer (`~1`) or in a URL (`%2F`).
 */
export function maskUserInfo(text: string): string {
  return text.includes("@") ? text.replace(userInfo, "$1***@") : text;
}

/** {@link maskUserInfo} with as many characters as before, so that columns stay where they are. */
export function maskUserInfoInPlace(text: string): string {
  if (!text.includes("@")) return text;
  return text.replace(
    userInfo,
    (found, slashes: string) => `${slashes}${"*".repeat(found.length - slashes.length - 1)}@`,
  );
}
