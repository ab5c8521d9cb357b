/** The target of a request, cut into its parts. */
export interface Target {
  /** Scheme, host and port; only where the target is an absolute URL. */
  readonly authority: string | undefined;
  readonly path: string;
  readonly query: string;
  /** Without its `#`. A server never gets one, and it is never signed. */
  readonly fragment: string | undefined;
}

/** In characters. Servers stop earlier; this bounds the work where none is in front. */
export const LONGEST = 65_536;

/**
 * Cuts the text and changes nothing of it: a URL parser would resolve `..`, and what was signed is what came.
 * `undefined` where it is too long, or no URL or path in printable ASCII.
 */
export function splitTarget(url: string): Target | undefined {
  const parts = url.length <= LONGEST && /^[!-~]*$/.test(url) && TARGET.exec(url);
  if (!parts) return undefined;
  const [, authority, path = "", query = "", fragment] = parts;
  return { authority, path, query, fragment };
}

const TARGET = /^(?:(https?:\/\/[^/?#]*)|(?=\/))([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/i;
