import { buildBaseUri, parseHttpUrl } from "./base-uri.js";
import { type Pair, parsePairs, percentEncode, percentEncodeTwice } from "./percent-encoding.js";

/** Options for {@link signatureBaseString}: the parts of a request that a signature covers. */
export interface SignatureBaseStringOptions {
  /** HTTP method, in any case. */
  readonly method: string;
  /** Absolute URL, with its query as sent. A fragment is not signed. */
  readonly url: string | URL;
  /** Raw text of an `application/x-www-form-urlencoded` body. Leave it out for any other body, which is not signed. */
  readonly formBody?: string | undefined;
  /**
   * Decoded `oauth_*` pairs that are sent outside `url` and `formBody`. `oauth_signature` and `realm` are ignored, as
   * the standard requires.
   */
  readonly oauth: ReadonlyArray<readonly [name: string, value: string]>;
}

/**
 * Returns the signed text: method, base URI and sorted parameters (RFC 5849 section 3.4.1).
 *
 * To find out why a signature is refused, compare this text with the one that the other side computed.
 *
 * @throws TypeError if the URL is not absolute, or a parameter contains a lone surrogate or a `%` without two
 * hexadecimal digits
 */
export function signatureBaseString(options: SignatureBaseStringOptions): string {
  return buildBaseString(collectCoverage(options));
}

/** Parts of a base string, with decoded parameters from all places, without the realm. */
export interface Coverage {
  readonly method: string;
  readonly baseUri: string;
  readonly pairs: readonly Pair[];
}

/** Collects the parts of a request that a signature covers (RFC 5849 section 3.4.1.3.1). */
export function collectCoverage({ method, url, formBody = "", oauth }: SignatureBaseStringOptions): Coverage {
  const parsed = parseHttpUrl(url);
  const protocol = oauth.filter(([name]) => name !== "realm");
  return {
    method,
    baseUri: buildBaseUri(parsed),
    pairs: [...parsePairs(parsed.search.slice(1)), ...parsePairs(formBody), ...protocol],
  };
}

/** Builds the base string from its parts. */
export function buildBaseString({ method, baseUri, pairs }: Coverage): string {
  return `${percentEncode(method.toUpperCase())}&${percentEncode(baseUri)}&${buildParameters(pairs)}`;
}

/**
 * Builds the last part of the base string: parameters encoded, sorted and joined (RFC 5849 section 3.4.1.3.2), and
 * encoded once more (section 3.4.1.1). Leaves out `oauth_signature`, wherever it was sent (section 3.4.1.3.1).
 */
function buildParameters(pairs: readonly Pair[]): string {
  const encoded = pairs
    .filter(([name]) => name !== "oauth_signature")
    .map(([name, value]) => ({ name: percentEncodeTwice(name), value: percentEncodeTwice(value) }))
    .sort(byNameThenValue);
  let part = "";
  for (const { name, value } of encoded) part += `${part === "" ? "" : "%26"}${name}%3D${value}`;
  return part;
}

interface EncodedPair {
  readonly name: string;
  readonly value: string;
}

/** Compares texts that are encoded twice. Their order is the same as when encoded once: each `%` has become `%25`. */
function byNameThenValue(one: EncodedPair, other: EncodedPair): number {
  return compare(one.name, other.name) || compare(one.value, other.value);
}

/** Compares by code units, which are bytes in encoded text. `localeCompare` would mix cases. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
