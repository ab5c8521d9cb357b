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

/** How {@link oauth1Signer} signs. */
export interface OAuth1SignerOptions {
  /** Method that signs requests. @defaultValue `"HMAC-SHA1"`, the method of both platforms */
  readonly signatureMethod?: SignatureMethod | undefined;
  /** PEM of the private key. Needed by RSA-SHA1 only: `signatureMethod: rsaSha1()`. */
  readonly privateKey?: string | undefined;
  /**
   * Where the protocol parameters go: the Authorization header (RFC 5849 section 3.5.1) or the query (section 3.5.3).
   * Query placement reads the body into memory. @defaultValue `"header"`
   */
  readonly placement?: "header" | "query" | undefined;
  /**
   * Realm of the Authorization header, in printable ASCII. It is not signed, and some servers refuse one they do not
   * expect. @defaultValue none
   */
  readonly realm?: string | undefined;
  /**
   * What the platform believes it was called by, where that is not the URL of the request: behind a tunnel, or at the
   * address of a lab. A URL replaces scheme, host and port; where it has a path other than `/`, that goes in front of
   * the path of the request. A function is given the URL of the request and returns the one to sign. The request itself
   * goes where it was going. @defaultValue the URL of the request
   */
  readonly signatureBaseUrl?: string | URL | ((url: URL) => URL) | undefined;
  /** Clock, in milliseconds since 1970. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined;
  /** Gives a text that was never used before. @defaultValue 30 random hexadecimal digits */
  readonly nonce?: (() => string) | undefined;
}

/**
 * Two-legged OAuth 1.0a (RFC 5849): signs method, URL, query and form body. **A JSON body is not covered.**
 *
 * Signs what `Request` will really send, so give it the request that goes to `fetch`, not one that is changed later. An
 * Authorization header that is already there is replaced.
 *
 * After a 401 it gives a call one more chance where there is something to change: credentials that a function has new
 * ones of; or the time, where the platform says that the timestamp was refused, or its `Date` is more than a minute off
 * this machine's clock. What the clock is wrong by is then kept. A `Date` out of a cache, or more than a day off, counts
 * for nothing.
 *
 * Signing rejects with a `TypeError` when the request already carries `oauth_*` parameters, when PLAINTEXT would leave
 * over plain http, or when the query holds a `%` that starts no `%XX`.
 *
 * @throws TypeError when the consumer key, the secret or the private key is missing, a key or a secret has a line end, or
 * an option is wrong. With a function for credentials, signing rejects with it instead
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

/** What a request was signed with, beside a nonce. */
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
    if (realm !== undefined) throw new TypeError('realm belongs to the Authorization header, not to placement "query"');
    return async (request, protocol) => {
      const { method, headers, signal, redirect } = request;
      // Handed on as a stream, a body would lose its length and be sent in chunks, which not every server takes.
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
  if (!url.startsWith("https:")) throw new TypeError("PLAINTEXT sends the secret itself: it is for https only");
}

/** The inside of a quoted string (RFC 9110 section 5.6.4). */
function escapeQuotes(realm: string): string {
  if (!/^[ -~]*$/.test(realm)) throw new TypeError("realm must be printable ASCII");
  return realm.replace(/["\\]/g, "\\$&");
}
