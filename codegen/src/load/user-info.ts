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
