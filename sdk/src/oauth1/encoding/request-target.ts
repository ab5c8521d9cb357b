/** Parts of a request target. */
export interface Target {
  /** Scheme, host and port. `undefined` if the target is not an absolute URL. */
  readonly authority: string | undefined;
  readonly path: string;
  readonly query: string;
  /** Fragment without the `#`. Servers never receive it, and it is never signed. */
  readonly fragment: string | undefined;
}

/** Maximum length of a target or a header, in characters. Most servers have lower limits. */
export const LONGEST = 65_536;

/**
 * Splits a target without changing it. A URL parser would resolve `..`, but the signature covers the received text.
 * Returns `undefined` if the target is too long, or is not a URL or a path in printable ASCII.
 */
export function splitTarget(url: string): Target | undefined {
  const parts = url.length <= LONGEST && /^[!-~]*$/.test(url) && TARGET.exec(url);
  if (!parts) return undefined;
  const [, authority, path = "", query = "", fragment] = parts;
  return { authority, path, query, fragment };
}

const TARGET = /^(?:(https?:\/\/[^/?#]*)|(?=\/))([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/i;
