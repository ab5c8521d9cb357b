/** Returns scheme, host, port and encoded path of a URL for the base string (RFC 5849 section 3.4.1.2). */
export function buildBaseUri(url: URL): string {
  // The URL parser normalizes the rest: lower case, no default port, "/" for an empty path.
  return url.origin + url.pathname;
}

/** Parses an absolute http: or https: URL for signing. `role` describes the URL in errors. */
export function parseHttpUrl(url: string | URL, role = "The URL to sign"): URL {
  const parsed = typeof url === "string" ? parseUrl(url, role) : url;
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") {
    throw new TypeError(`Only http: and https: URLs can be signed, not ${parsed.protocol}`);
  }
  return parsed;
}

function parseUrl(text: string, role: string): URL {
  try {
    return new URL(text);
  } catch {
    // The text may contain a signature, so neither the message nor the cause shows it. The parser's error contains it.
    throw new TypeError(`${role} is not an absolute URL`);
  }
}

/** Public base URL that replaces the origin of a request and is prepended to its path. */
export interface PublicBase {
  readonly origin: string;
  /** Path with a leading slash and no trailing slash, or empty. */
  readonly prefix: string;
}

/** Parses the base URL under which the other side sees a server. `option` is the name of the option, for errors. */
export function parsePublicBase(base: string | URL, option: string): PublicBase {
  const { origin, pathname, search, hash } = parseHttpUrl(base, option);
  if (search !== "" || hash !== "") throw new TypeError(`${option} must not have a query or a fragment`);
  return { origin, prefix: pathname.replace(/\/$/, "") };
}
