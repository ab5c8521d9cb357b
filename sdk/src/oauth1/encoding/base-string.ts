import { buildBaseUri, parseHttpUrl } from "./base-uri.js";
import { type Pair, parsePairs, percentEncode, percentEncodeTwice } from "./percent-encoding.js";

/** What a signature covers. */
export interface SignatureBaseStringOptions {
  /** HTTP method, in any case. */
  readonly method: string;
  /** Absolute URL with its query as it is sent. A fragment is not signed. */
  readonly url: string | URL;
  /** Raw text of an `application/x-www-form-urlencoded` body. Leave it out for any other body: that is not signed. */
  readonly formBody?: string | undefined;
  /**
   * The `oauth_*` pairs that are sent outside `url` and `formBody`, decoded. `oauth_signature` and `realm` may be among
   * them and are left out, as the standard says.
   */
  readonly oauth: ReadonlyArray<readonly [name: string, value: string]>;
}

/**
 * The text that is signed: method, base URI and sorted parameters (RFC 5849 section 3.4.1).
 *
 * To find out why a signature is refused, compare it with the one the other side computed.
 *
 * @throws TypeError when the URL is not absolute, or a parameter holds a `%` that starts no `%XX`, or a lone surrogate
 */
export function signatureBaseString(options: SignatureBaseStringOptions): string {
  return buildBaseString(collectCoverage(options));
}

/** What enters the base string: parameters decoded, from wherever they are sent, the realm left out. */
export interface Coverage {
  readonly method: string;
  readonly baseUri: string;
  readonly pairs: readonly Pair[];
}

/** Collects what a request covers (RFC 5849 section 3.4.1.3.1). */
export function collectCoverage({ method, url, formBody = "", oauth }: SignatureBaseStringOptions): Coverage {
  const parsed = parseHttpUrl(url);
  const protocol = oauth.filter(([name]) => name !== "realm");
  return {
    method,
    baseUri: buildBaseUri(parsed),
    pairs: [...parsePairs(parsed.search.slice(1)), ...parsePairs(formBody), ...protocol],
  };
}

/** The base string of what is covered. */
export function buildBaseString({ method, baseUri, pairs }: Coverage): string {
  return `${percentEncode(method.toUpperCase())}&${percentEncode(baseUri)}&${buildParameters(pairs)}`;
}

/**
 * The last part of the base string: parameters sorted, joined and encoded (RFC 5849 section 3.4.1.3.2), and encoded
 * once more (section 3.4.1.1). `oauth_signature` is left out wherever it came from (section 3.4.1.3.1).
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

/** Encoded twice, texts stand in the order in which they stand encoded once: every `%` became the same `%25`. */
function byNameThenValue(one: EncodedPair, other: EncodedPair): number {
  return compare(one.name, other.name) || compare(one.value, other.value);
}

/** By code units, which in encoded text are bytes: `localeCompare` would mix cases. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
