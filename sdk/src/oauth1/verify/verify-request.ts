import { createHash } from "node:crypto";
import {
  isProtocolName,
  type Pair,
  type Placement,
  type PublicBase,
  parsePublicBase,
  percentEncode,
  type RawRequest,
} from "../encoding/index.js";
import { nameOfMethod, type SignatureMethod, type SignatureMethodName } from "../sign/index.js";
import { type AddressMatcher, createAddressMatcher } from "./address-range.js";
import { type Claim, readClaim } from "./claim.js";
import { createDummySecret } from "./dummy-secrets.js";
import { decodeBase64, isSameBytes, matchesSignature } from "./match-signature.js";
import { createMemoryNonceStore, type NonceStore } from "./nonce-store.js";
import { parseRequest, type ReceivedRequest } from "./received-request.js";
import { createRefusal } from "./refusal.js";
import { readBody } from "./request-body.js";

/** How {@link verifyRequest} verifies. */
export interface VerifyRequestOptions {
  /**
   * The secret of a consumer key; for RSA-SHA1, the PEM of the sender's public key. `undefined` or `""` for a key that
   * is not known. Look it up exactly, in a `Map` or a database: a plain object would know the key `__proto__`. What it
   * throws, `verifyRequest` rejects with.
   */
  readonly secretFor: (
    consumerKey: string,
    signatureMethod: SignatureMethodName,
  ) => string | undefined | Promise<string | undefined>;
  /**
   * Where used nonces are remembered; one with more than 128 characters is refused. @defaultValue one store in memory, shared by all calls in this process: behind a
   * load balancer give one that all processes share, or a captured request can be replayed to the next of them
   */
  readonly nonceStore?: NonceStore | undefined;
  /** How far the timestamp may be from this machine's clock, either way, in seconds. @defaultValue 300 */
  readonly tolerance?: number | undefined;
  /**
   * The address by which the sender knows this server, for instance `https://vendor.example`. Its scheme, host and port
   * are verified in place of the received ones, so it is needed wherever a proxy ends TLS or rewrites the host. Only
   * where the proxy also strips a path prefix, give the prefix with it: a path goes in front of the received path.
   * Forwarded headers are then not read. @defaultValue what `trustedProxies` say, or else the URL of the request, which
   * then must be absolute; in that one the host is usually what the sender put into its `Host` header, so give
   * `publicUrl` in production
   */
  readonly publicUrl?: string | URL | undefined;
  /**
   * For a server with several public addresses, in place of `publicUrl`: the proxies in front of it, as IP addresses or
   * ranges such as `"10.0.0.0/8"` and `"fd00::/8"`. Where `remoteAddress` is one of them, `X-Forwarded-Proto` and
   * `X-Forwarded-Host` say by which address the sender called, the first value where there are several; from anyone
   * else they are ignored. The proxy must set both headers itself, whatever its client sent: it would otherwise hand on
   * what that made up. @defaultValue none: forwarded headers are never read
   */
  readonly trustedProxies?: readonly string[] | undefined;
  /**
   * Where the connection of the request comes from: Node's `request.socket.remoteAddress`, never an address out of a
   * header. Read only with `trustedProxies`. @defaultValue unknown, and so none of them
   */
  readonly remoteAddress?: string | undefined;
  /**
   * Methods that are accepted. To verify RSA-SHA1, its name is enough. PLAINTEXT is accepted over https only, even where
   * it is listed. @defaultValue HMAC-SHA1
   */
  readonly signatureMethods?: readonly (SignatureMethod | SignatureMethodName)[] | undefined;
  /** Clock, in milliseconds since 1970. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined;
}

/** A request whose sender is proven. */
export interface VerifiedRequest {
  /** Who sent it. */
  readonly consumerKey: string;
  /** When it was signed, in seconds since 1970. */
  readonly timestamp: number;
  /** Used up by now. */
  readonly nonce: string;
  /** Where the signature was. After `"query"`, redirect the browser to a clean URL: its history keeps this one. */
  readonly placement: Placement;
  /** What the signature covers of query and form body: decoded, in order, repeats kept, without `oauth_*`. */
  readonly parameters: ReadonlyArray<readonly [name: string, value: string]>;
}

/**
 * Verifies a signed request (RFC 5849 section 3.2), and uses up its nonce.
 *
 * **A JSON or XML body is not covered by OAuth 1.0a**: it proves nothing unless the sender also signed an
 * `oauth_body_hash`, which is verified where there is one. Timestamp and nonce are asked of PLAINTEXT, too.
 *
 * A `Request` can still be read afterwards. Bodies are looked at up to 1 MiB.
 *
 * @throws RequestVerificationError when the request is refused. Its `problem` is for your log; answer the sender 401
 * and nothing else
 * @throws TypeError when an option is wrong, the target has no host and there is neither `publicUrl` nor
 * `trustedProxies`, or the body of a `Request` was read before
 */
export async function verifyRequest(
  request: Request | RawRequest,
  options: VerifyRequestOptions,
): Promise<VerifiedRequest> {
  const settings = completeOptions(options);
  const { publicBase } = settings;
  const isFromProxy = settings.isTrustedProxy?.(options.remoteAddress);
  const received = await parseRequest(request, { publicBase, isFromProxy });
  const claim = readClaim(received);
  const method = acceptedMethod(claim, received, settings);
  const timestamp = acceptedTimestamp(claim, settings);
  await checkSignature(received, claim, method, settings);
  if (claim.bodyHash !== undefined) checkBodyHash(claim.bodyHash, await readBody(request), method);
  await useUpNonce(claim, settings); // last: otherwise anyone could burn the nonces of others, or fill the store
  const { placement, consumerKey, nonce } = claim;
  return { consumerKey, timestamp, nonce, placement, parameters: ownParameters(received) };
}

interface Settings {
  readonly secretFor: VerifyRequestOptions["secretFor"];
  readonly nonceStore: NonceStore;
  readonly tolerance: number;
  readonly publicBase: PublicBase | undefined;
  readonly isTrustedProxy: AddressMatcher | undefined;
  readonly signatureMethods: readonly SignatureMethodName[];
  readonly now: () => number;
}

const processNonceStore = createMemoryNonceStore();

function completeOptions(options: VerifyRequestOptions): Settings {
  const { secretFor, publicUrl, trustedProxies, nonceStore = processNonceStore } = options;
  const { tolerance = 300, now = Date.now } = options;
  const signatureMethods = methodNames(options.signatureMethods ?? ["HMAC-SHA1"]);
  if (typeof secretFor !== "function") throw new TypeError("secretFor must be a function");
  if (!Number.isFinite(tolerance) || tolerance < 0) throw new TypeError("tolerance must be a number of seconds");
  const publicBase = publicUrl === undefined ? undefined : parsePublicBase(publicUrl, "publicUrl");
  const isTrustedProxy = trustedProxies && createAddressMatcher(trustedProxies);
  return { secretFor, nonceStore, tolerance, publicBase, isTrustedProxy, signatureMethods, now };
}

function methodNames(methods: readonly unknown[]): readonly SignatureMethodName[] {
  return methods.map((method) => {
    const name = nameOfMethod(method);
    if (name === undefined) throw new TypeError("signatureMethods holds one that is not known");
    return name;
  });
}

function acceptedMethod(
  { signatureMethod }: Claim,
  { baseUri }: ReceivedRequest,
  settings: Settings,
): SignatureMethodName {
  const method = settings.signatureMethods.find((accepted) => accepted === signatureMethod);
  if (method === undefined)
    throw createRefusal("signature_method_rejected", "the signature method is none that is accepted");
  if (method === "PLAINTEXT" && !baseUri.startsWith("https:")) {
    throw createRefusal("signature_method_rejected", "PLAINTEXT came over plain http");
  }
  return method;
}

function acceptedTimestamp({ timestamp }: Claim, { tolerance, now }: Settings): number {
  if (!/^[1-9][0-9]{0,10}$/.test(timestamp))
    throw createRefusal("timestamp_refused", "oauth_timestamp is not in seconds");
  const age = Math.floor(now() / 1000) - Number(timestamp);
  if (!(Math.abs(age) <= tolerance)) {
    throw createRefusal(
      "timestamp_refused",
      `oauth_timestamp is ${age} s behind this clock; ${tolerance} s are tolerated`,
    );
  }
  return Number(timestamp);
}

async function checkSignature(
  { method: httpMethod, baseUri, parameters }: ReceivedRequest,
  { consumerKey, signature }: Claim,
  method: SignatureMethodName,
  { secretFor }: Settings,
): Promise<void> {
  const coverage = {
    method: httpMethod,
    baseUri,
    pairs: [...parameters.query, ...parameters.body, ...parameters.header],
  };
  const secret = await secretFor(consumerKey, method);
  const matches = matchesSignature(signature, coverage, method, secret || createDummySecret[method]);
  if (!secret) throw createRefusal("consumer_key_unknown", "the consumer key is not known");
  if (!matches) {
    throw createRefusal(
      "signature_invalid",
      `the signature does not fit the request as it came to ${baseUri}. If the sender is right, compare that with the ` +
        "URL it called (publicUrl), look for what changed its query, and compare the secrets",
    );
  }
}

/** OAuth Request Body Hash, a draft extension: a digest of the raw body, itself signed. */
function checkBodyHash(bodyHash: string, body: Uint8Array, method: SignatureMethodName): void {
  const digest = createHash(method === "HMAC-SHA256" ? "sha256" : "sha1")
    .update(body)
    .digest();
  if (!isSameBytes(decodeBase64(bodyHash) ?? new Uint8Array(), digest)) {
    throw createRefusal("signature_invalid", "oauth_body_hash does not fit the body");
  }
}

/** Most characters of a nonce, decoded: what one sender puts into the store that all share. Known clients use up to 64. */
const LONGEST_NONCE = 128;

async function useUpNonce(
  { consumerKey, timestamp, nonce }: Claim,
  { nonceStore, tolerance }: Settings,
): Promise<void> {
  if (nonce.length > LONGEST_NONCE) {
    throw createRefusal("parameter_rejected", `oauth_nonce has more than ${LONGEST_NONCE} characters`);
  }
  const key = [consumerKey, timestamp, nonce].map(percentEncode).join("&");
  // A timestamp as far ahead as tolerated stays good for twice the tolerance, and the rest of its second.
  const isFirst = await claimed(nonceStore, key, 2 * tolerance + 1);
  if (!isFirst)
    throw createRefusal("nonce_used", "the nonce was used before: a replay, or a sender that repeats nonces");
}

async function claimed(nonceStore: NonceStore, key: string, ttlSeconds: number): Promise<boolean> {
  try {
    return (await nonceStore.claim(key, ttlSeconds)) === true;
  } catch (cause) {
    throw createRefusal("nonce_store_unavailable", "the nonce store did not answer, so nothing is let through", {
      cause,
    });
  }
}

function ownParameters({ parameters }: ReceivedRequest): readonly Pair[] {
  return [...parameters.query, ...parameters.body].filter(([name]) => !isProtocolName(name));
}
