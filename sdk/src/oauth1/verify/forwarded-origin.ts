import { getHeaderValues, type Pair } from "../encoding/index.js";
import { createRefusal } from "./refusal.js";

/**
 * Reads the scheme, host and port of the URL with which the sender called a proxy, from `X-Forwarded-Proto` and
 * `X-Forwarded-Host`. If one is missing, uses the scheme or host of the target, or the `Host` header.
 *
 * Does not read `Forwarded` (RFC 7239): a proxy that sets the other headers passes on a `Forwarded` header that the
 * sender forged.
 *
 * @param authority Scheme and host of the target, if it has them.
 */
export function readForwardedOrigin(headers: readonly Pair[], authority: string | undefined): string {
  const [, ownScheme, ownHost] = /^(https?):\/\/(.*)$/i.exec(authority ?? "") ?? [];
  const scheme = readFirst(headers, "x-forwarded-proto") ?? ownScheme;
  const host = readFirst(headers, "x-forwarded-host") ?? ownHost ?? readFirst(headers, "host");
  if (scheme === undefined) throw createRefusal("parameter_rejected", "the proxy did not send X-Forwarded-Proto");
  if (!/^https?$/i.test(scheme))
    throw createRefusal("parameter_rejected", "X-Forwarded-Proto is neither http nor https");
  const origin = host !== undefined && HOST.test(host) ? `${scheme}://${host}` : "";
  if (!URL.canParse(origin)) throw createRefusal("parameter_rejected", "cannot read the host that the sender called");
  return new URL(origin).origin;
}

/** Name, IPv4 address, or IPv6 address in brackets, with an optional port, but no user, path or white space. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/** Reads the first value of a header. Proxies append values, so the first is from the proxy that was called. */
function readFirst(headers: readonly Pair[], wanted: string): string | undefined {
  const [value] = getHeaderValues(headers, wanted);
  return value?.split(",", 1)[0]?.trim();
}
