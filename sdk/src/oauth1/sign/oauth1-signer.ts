import {
  buildBaseUri,
  isFormContentType,
  type Pair,
  parseHttpUrl,
  parsePairs,
  parsePublicBase,
  percentEncode,
} from "../encoding/index.js";
import { type CredentialsSource, PlatformClock, type Signer, saveSecrets } from "../signers/index.js";
import { appendToQuery, createNonce, createProtocolParameters } from "./protocol-parameters.js";
import type { SignatureMethod } from "./signature-method.js";
import { createIdentitySource, createRequestSigner, getSharedSecrets, type SigningIdentity } from "./signing-key.js";

/** Options for {@link oauth1Signer}. */
export interface OAuth1SignerOptions {
  /** Signature method. @defaultValue `"HMAC-SHA1"`, the method of both platforms */
  readonly signatureMethod?: SignatureMethod | undefined;
  /** Private key in PEM. Required only by `signatureMethod: rsaSha1()`. */
  readonly privateKey?: string | undefined;
  /**
   * Place of the protocol parameters: the Authorization header (RFC 5849 section 3.5.1) or the query (section 3.5.3).
   * `"query"` reads the body into memory. @defaultValue `"header"`
   */
  readonly placement?: "header" | "query" | undefined;
  /**
   * Realm of the Authorization header, in printable ASCII. It is not signed, and some servers refuse an unexpected
   * realm.
   * @defaultValue none
   */
  readonly realm?: string | undefined;
  /**
   * URL that the platform sees, if it differs from the URL of the request, for example behind a tunnel or in a lab. A
   * URL replaces scheme, host and port. If it has a path other than `/`, that is prepended to the path of the request.
   * A function gets the URL of the request and returns the URL to sign. The request is still sent to its own URL.
   * @defaultValue the URL of the request
   */
  readonly signatureBaseUrl?: string | URL | ((url: URL) => URL) | undefined;
  /** Clock, in milliseconds since 1970. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined;
  /** Function that returns a unique text. @defaultValue 30 random hexadecimal digits */
  readonly nonce?: (() => string) | undefined;
}

/**
 * Creates a signer for two-legged OAuth 1.0a (RFC 5849). It signs method, URL, query and form body. **The signature
 * does not cover a JSON body.**
 *
 * Pass the exact request that goes to `fetch`, not one that is changed later. The signer replaces an existing
 * Authorization header.
 *
 * After a 401, the signer allows one retry if a new signature can help: if a function returns new credentials, if the
 * platform says that it refused the timestamp, or if its `Date` differs from this machine's clock by more than a
 * minute. The signer keeps the corrected time for later requests. It ignores a `Date` from a cache, or more than a day
 * off.
 *
 * Signing rejects with a `TypeError` if the request already has `oauth_*` parameters, if PLAINTEXT would be sent over
 * http, or if the query contains a `%` without two hexadecimal digits.
 *
 * @throws TypeError if the consumer key, the secret or the private key is missing, a key or a secret contains a line
 * end, or an option is invalid. If the credentials are a function, signing rejects with the error instead
 */
export function oauth1Signer(credentials: CredentialsSource, options: OAuth1SignerOptions = {}): Signer {
  const { signatureMethod = "HMAC-SHA1", placement = "header", nonce = createNonce } = options;
  const clock = new PlatformClock(options.now ?? Date.now);
  const identities = createIdentitySource(credentials, signatureMethod, options);
  const signedUrl = createUrlMapper(options.signatureBaseUrl);
  const place = placements[placement](options.realm);
  const stamps = new WeakMap<Request, Stamp>();
  return {
    async sign(request, mayMutate = false) {
      const { offset } = clock;
      const identity = await identities.current();
      const { key } = identity;
      if (key.method === "PLAINTEXT") assertHttps(request.url);
      const url = signedUrl(parseHttpUrl(request.url));
      const form = isFormContentType(request.headers.get("content-type")) ? await request.clone().text() : "";
      const pairs = [...parsePairs(url.search.slice(1)), ...parsePairs(form)];
      const covered = { method: request.method, baseUri: buildBaseUri(url), pairs };
      const now = () => clock.now();
      const protocol = createProtocolParameters(createRequestSigner(identity), { now, nonce }, covered);
      const signed = await place(request, protocol, mayMutate);
      stamps.set(signed, { identity, offset });
      saveSecrets(signed, getSharedSecrets(key));
      return signed;
    },
    async renew(refused, refusal) {
      const stamp = stamps.get(refused);
      if (stamp === undefined) return false;
      if (clock.correct(stamp.offset, refusal) || (await identities.hasRotated(stamp.identity))) return true;
      clock.doubt(stamp.offset, refusal);
      return false;
    },
  };
}

/** Identity and clock offset with which a request was signed. */
interface Stamp {
  readonly identity: SigningIdentity;
  readonly offset: number;
}

type Place = (request: Request, protocol: readonly Pair[], mayMutate: boolean) => Request | Promise<Request>;

const placements: { readonly [P in "header" | "query"]: (realm: string | undefined) => Place } = {
  header(realm) {
    const start = realm === undefined ? [] : [`realm="${escapeQuotes(realm)}"`];
    return (request, protocol, mayMutate) => {
      const parameters = protocol.map(([name, value]) => `${name}="${percentEncode(value)}"`);
      const signed = mayMutate ? request : new Request(request);
      signed.headers.set("authorization", `OAuth ${[...start, ...parameters].join(", ")}`);
      return signed;
    };
  },
  query(realm) {
    if (realm !== undefined) throw new TypeError('realm requires placement "header": the query has no realm');
    return async (request, protocol) => {
      const { method, headers, signal, redirect } = request;
      // A stream would lose its length and be sent in chunks, which not every server accepts.
      const body = request.body && (await request.arrayBuffer());
      return new Request(appendToQuery(request.url, protocol), { method, headers, signal, redirect, body });
    };
  },
};

function createUrlMapper(base: OAuth1SignerOptions["signatureBaseUrl"]): (url: URL) => URL {
  if (base === undefined) return (url) => url;
  if (typeof base === "function") return base;
  const { origin, prefix } = parsePublicBase(base, "signatureBaseUrl");
  return ({ pathname, search }) => new URL(origin + prefix + pathname + search);
}

function assertHttps(url: string): void {
  if (!url.startsWith("https:")) throw new TypeError("PLAINTEXT sends the secret itself, so it requires https");
}

/** Escapes text for a quoted string (RFC 9110 section 5.6.4). */
function escapeQuotes(realm: string): string {
  if (!/^[ -~]*$/.test(realm)) throw new TypeError("realm must be printable ASCII");
  return realm.replace(/["\\]/g, "\\$&");
}
