import { getHeaderValues, type Pair } from "../encoding/index.js";
import { createRefusal } from "./refusal.js";

/**
 * Scheme, host and port by which the sender called a proxy, as that proxy says in `X-Forwarded-Proto` and
 * `X-Forwarded-Host`. For what it does not say, the scheme of the target, the host of the target or the `Host` header
 * counts.
 *
 * `Forwarded` (RFC 7239) is not read beside them: a proxy that sets the one kind of header lets the other through as a
 * sender forged it.
 *
 * @param authority Scheme and host of the target, where it has them.
 */
export function readForwardedOrigin(headers: readonly Pair[], authority: string | undefined): string {
  const [, ownScheme, ownHost] = /^(https?):\/\/(.*)$/i.exec(authority ?? "") ?? [];
  const scheme = firstOf(headers, "x-forwarded-proto") ?? ownScheme;
  const host = firstOf(headers, "x-forwarded-host") ?? ownHost ?? firstOf(headers, "host");
  if (scheme === undefined) throw createRefusal("parameter_rejected", "the proxy sends no X-Forwarded-Proto");
  if (!/^https?$/i.test(scheme))
    throw createRefusal("parameter_rejected", "X-Forwarded-Proto is neither http nor https");
  const origin = host !== undefined && HOST.test(host) ? `${scheme}://${host}` : "";
  if (!URL.canParse(origin)) throw createRefusal("parameter_rejected", "the host that was called cannot be read");
  return new URL(origin).origin;
}

/** A name, an IPv4 address or an IPv6 address in brackets, and maybe a port: no user, no path, no white space. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/** Each proxy adds its own at the end: the first value is that of the proxy that the sender called. */
function firstOf(headers: readonly Pair[], wanted: string): string | undefined {
  const [value] = getHeaderValues(headers, wanted);
  return value?.split(",", 1)[0]?.trim();
}
