import { generateBase } from "oauth-sign";
import { baseUri, parseHttpUrl } from "./base-uri.js";
import { type Pair, parsePairs } from "./form-pairs.js";
import { assertEncodable } from "./percent-encoding.js";

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
  return baseStringOf(coverageOf(options));
}

/** What enters the base string: parameters decoded, from wherever they are sent, the realm left out. */
export interface Coverage {
  readonly method: string;
  readonly baseUri: string;
  readonly pairs: readonly Pair[];
}

/** Collects what a request covers (RFC 5849 section 3.4.1.3.1). */
export function coverageOf({ method, url, formBody = "", oauth }: SignatureBaseStringOptions): Coverage {
  const parsed = parseHttpUrl(url);
  const protocol = oauth.filter(([name]) => name !== "realm");
  return {
    method,
    baseUri: baseUri(parsed),
    pairs: [...parsePairs(parsed.search.slice(1)), ...parsePairs(formBody), ...protocol],
  };
}

/** The base string of what is covered. */
export function baseStringOf({ method, baseUri, pairs }: Coverage): string {
  return generateBase(method, baseUri, toParameters(pairs));
}

/** Decoded names, each with its decoded values. */
export type Parameters = Readonly<Record<string, readonly string[]>>;

/**
 * The form that oauth-sign encodes and sorts: arrays, so that repeats count, and no prototype, so that `__proto__` is a
 * name like any other. `oauth_signature` is left out wherever it came from (RFC 5849 section 3.4.1.3.1).
 */
export function toParameters(pairs: readonly Pair[]): Parameters {
  const parameters: Record<string, string[]> = Object.create(null);
  for (const [name, value] of pairs) {
    if (name === "oauth_signature") continue;
    assertEncodable(name);
    assertEncodable(value);
    const values = parameters[name];
    if (values) values.push(value);
    else parameters[name] = [value];
  }
  return parameters;
}
