/**
 * The path a reference within the document names, `#/components/schemas/Order` for example; `undefined` where it is no
 * well-formed pointer. RFC 6901, section 6: percent-decoded as a URI fragment first, then `~1` and `~0`.
 */
export function pointerPath(reference: string): readonly string[] | undefined {
  if (reference === "#") return [];
  if (!reference.startsWith("#/")) return undefined;
  const pointer = decoded(reference.slice(2));
  if (pointer === undefined || /~(?![01])/.test(pointer)) return undefined;
  return pointer.split("/").map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The reference that names a path: the inverse of {@link pointerPath}. */
export function pointerTo(path: readonly (string | number)[]): string {
  const tokens = path.map((key) => encodeURIComponent(String(key).replaceAll("~", "~0").replaceAll("/", "~1")));
  return ["#", ...tokens].join("/");
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // a `%` without two hexadecimal digits, or bytes that are no UTF-8
  }
}
