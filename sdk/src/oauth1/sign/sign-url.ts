import { collectCoverage } from "../encoding/index.js";
import type { Credentials } from "../signers/index.js";
import { appendToQuery, createNonce, createProtocolParameters } from "./protocol-parameters.js";
import { createRequestSigner, createSigningIdentity } from "./signing-key.js";

/** How {@link signUrl} signs. */
export interface SignUrlOptions {
  /** HTTP method the URL will be called by. @defaultValue `"GET"` */
  readonly method?: string | undefined;
  /** Clock, in milliseconds since 1970. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined;
  /** Gives a text that was never used before. @defaultValue 30 random hexadecimal digits */
  readonly nonce?: (() => string) | undefined;
}

/**
 * Signs a URL for someone else to call, a browser for instance: the HMAC-SHA1 signature goes into the query (RFC 5849
 * section 3.5.3). The text of the URL stays as it is; a fragment stays last and is not signed.
 *
 * Whoever sees the result can use it once, so keep it out of logs. To which hosts users may be sent is for the caller
 * to check: a signature on a foreign URL makes an open redirect look trustworthy.
 *
 * @param url Absolute URL as it goes over the wire: printable ASCII, values percent-encoded.
 * @throws TypeError when the URL is not absolute, holds white space, control characters or non-ASCII text, or carries
 * `oauth_*` parameters already; when a credential is empty
 */
export function signUrl(url: string | URL, credentials: Credentials, options: SignUrlOptions = {}): string {
  const { method = "GET", now = Date.now, nonce = createNonce } = options;
  const text = String(url);
  // A URL parser would drop tabs and line ends, and a Location header could not carry the rest.
  if (!/^[!-~]*$/.test(text)) throw new TypeError("the URL to sign must be printable ASCII, values percent-encoded");
  const signer = createRequestSigner(createSigningIdentity(credentials, "HMAC-SHA1"));
  const covered = collectCoverage({ method, url: text, oauth: [] });
  return appendToQuery(text, createProtocolParameters(signer, { now, nonce }, covered));
}
