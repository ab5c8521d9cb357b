import { collectCoverage } from "../encoding/index.js";
import type { Credentials } from "../signers/index.js";
import { appendToQuery, createNonce, createProtocolParameters } from "./protocol-parameters.js";
import { createRequestSigner, createSigningIdentity } from "./signing-key.js";

/** Options for {@link signUrl}. */
export interface SignUrlOptions {
  /** HTTP method with which the URL will be called. @defaultValue `"GET"` */
  readonly method?: string | undefined;
  /** Clock, in milliseconds since 1970. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined;
  /** Function that returns a unique text. @defaultValue 30 random hexadecimal digits */
  readonly nonce?: (() => string) | undefined;
}

/**
 * Signs a URL for another caller, such as a browser. The HMAC-SHA1 signature is added to the query (RFC 5849 section
 * 3.5.3). The rest of the URL is not changed. A fragment stays at the end and is not signed.
 *
 * Anyone who sees the result can use it once, so keep it out of logs. Check the host before you redirect a user: a
 * signature on someone else's URL makes an open redirect look trustworthy.
 *
 * @param url Absolute URL as it will be sent: printable ASCII, with percent-encoded values.
 * @throws TypeError if the URL is not absolute, contains white space, control characters or non-ASCII text, or already
 * has `oauth_*` parameters, or if a credential is empty
 */
export function signUrl(url: string | URL, credentials: Credentials, options: SignUrlOptions = {}): string {
  const { method = "GET", now = Date.now, nonce = createNonce } = options;
  const text = String(url);
  // A URL parser would drop tabs and line ends, and a Location header cannot contain the other characters.
  if (!/^[!-~]*$/.test(text))
    throw new TypeError("The URL to sign must be printable ASCII, with percent-encoded values");
  const signer = createRequestSigner(createSigningIdentity(credentials, "HMAC-SHA1"));
  const covered = collectCoverage({ method, url: text, oauth: [] });
  return appendToQuery(text, createProtocolParameters(signer, { now, nonce }, covered));
}
