/**
 * Parses a reference within the document, such as `#/components/schemas/Order`, into a path. Returns `undefined` if it
 * is not a well-formed pointer. RFC 6901, section 6: percent-decode the URI fragment first, then decode `~1` and `~0`.
 */
export function pointerPath(reference: string): readonly string[] | undefined {
  if (reference === "#") return [];
  if (!reference.startsWith("#/")) return undefined;
  const pointer = decode(reference.slice(2));
  if (pointer === undefined || /~(?![01])/.test(pointer)) return undefined;
  return pointer.split("/").map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Builds the reference for a path: the inverse of {@link pointerPath}. */
export function pointerTo(path: readonly (string | number)[]): string {
  const tokens = path.map((key) => encodeURIComponent(String(key).replaceAll("~", "~0").replaceAll("/", "~1")));
  return ["#", ...tokens].join("/");
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // a `%` without two hexadecimal digits, or invalid UTF-8
  }
}
