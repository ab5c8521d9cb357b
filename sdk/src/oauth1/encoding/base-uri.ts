/** Scheme, host, port and path of a URL as RFC 5849 section 3.4.1.2 signs them; the path stays as it is encoded. */
export function buildBaseUri(url: URL): string {
  // The URL parser has done the rest: lower case, no default port, "/" for an empty path.
  return url.origin + url.pathname;
}

/** Reads a URL that is to be signed: absolute, and of a scheme that OAuth 1.0a knows. `role` names it in the error. */
export function parseHttpUrl(url: string | URL, role = "the URL to sign"): URL {
  const parsed = typeof url === "string" ? parseUrl(url, role) : url;
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") {
    throw new TypeError(`only http: and https: URLs are signed, not ${parsed.protocol}`);
  }
  return parsed;
}

function parseUrl(text: string, role: string): URL {
  try {
    return new URL(text);
  } catch {
    // The text may carry a signature. It stays out of the message, and so does the parser's error, which holds it.
    throw new TypeError(`${role} is not an absolute URL`);
  }
}

/** A base that stands in for the origin a request shows, with a path that goes in front of the request's own. */
export interface PublicBase {
  readonly origin: string;
  /** Empty, or a path with a slash at its start and none at its end. */
  readonly prefix: string;
}

/** Reads the base by which the other side knows a server. `option` names it in the error. */
export function parsePublicBase(base: string | URL, option: string): PublicBase {
  const { origin, pathname, search, hash } = parseHttpUrl(base, option);
  if (search !== "" || hash !== "") throw new TypeError(`${option} takes no query and no fragment`);
  return { origin, prefix: pathname.replace(/\/$/, "") };
}
