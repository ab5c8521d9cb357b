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
import { getMethodName, type SignatureMethod, type SignatureMethodName } from "../sign/index.js";
import { type AddressMatcher, createAddressMatcher } from "./address-range.js";
import { type Claim, readClaim } from "./claim.js";
import { dummySecrets } from "./dummy-secrets.js";
import { decodeBase64, isSameBytes, matchesSignature } from "./match-signature.js";
import { createMemoryNonceStore, type NonceStore } from "./nonce-store.js";
import { parseRequest, type ReceivedRequest } from "./received-request.js";
import { createRefusal } from "./refusal.js";
import { readBody } from "./request-body.js";

/** Options for {@link verifyRequest}. */
export interface VerifyRequestOptions {
  /**
   * Function that returns the secret of a consumer key (for RSA-SHA1, the sender's public key in PEM), or `undefined`
   * or `""` if the key is unknown. Use a `Map` or a database with exact matching: a plain object would find the key
   * `__proto__`. If the function throws, `verifyRequest` rejects with that error.
   */
  readonly secretFor: (
    consumerKey: string,
    signatureMethod: SignatureMethodName,
  ) => string | undefined | Promise<string | undefined>;
  /**
   * Store of used nonces. Nonces with more than 128 characters are refused. Behind a load balancer, use a store that
   * all processes share; otherwise, a captured request can be replayed to another process. @defaultValue one store in
   * memory, shared by all calls in this process
   */
  readonly nonceStore?: NonceStore | undefined;
  /** Maximum difference between the timestamp and this machine's clock, in seconds. @defaultValue 300 */
  readonly tolerance?: number | undefined;
  /**
   * Base URL with which senders call this server, such as `https://vendor.example`. Its scheme, host and port are
   * verified instead of the received ones, so it is required if a proxy terminates TLS or rewrites the host. Its path
   * is prepended to the received path, so add a path only if the proxy strips one. With `publicUrl`, forwarded headers
   * are not read.
   * @defaultValue the headers of `trustedProxies`, or else the URL of the request, which must then be absolute. Its
   * host usually comes from the sender's `Host` header, so set `publicUrl` in production
   */
  readonly publicUrl?: string | URL | undefined;
  /**
   * Proxies in front of a server with several public URLs, as IP addresses or ranges such as `"10.0.0.0/8"` and
   * `"fd00::/8"`. Alternative to `publicUrl`. If `remoteAddress` is one of them, the first values of
   * `X-Forwarded-Proto` and `X-Forwarded-Host` are the scheme and host that the sender called. From other addresses,
   * these headers are ignored. The proxy must overwrite both headers; otherwise, senders can forge them. @defaultValue
   * none: forwarded headers are never read
   */
  readonly trustedProxies?: readonly string[] | undefined;
  /**
   * Remote address of the connection: Node's `request.socket.remoteAddress`, never an address from a header. Only used
   * with `trustedProxies`. @defaultValue unknown, which is not a trusted proxy
   */
  readonly remoteAddress?: string | undefined;
  /**
   * Accepted signature methods. For RSA-SHA1, the name is sufficient. PLAINTEXT is only accepted over https, even if it
   * is listed. @defaultValue HMAC-SHA1
   */
  readonly signatureMethods?: readonly (SignatureMethod | SignatureMethodName)[] | undefined;
  /** Clock, in milliseconds since 1970. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined;
}

/** Request whose sender is verified. */
export interface VerifiedRequest {
  /** Consumer key of the sender. */
  readonly consumerKey: string;
  /** Time of the signature, in seconds since 1970. */
  readonly timestamp: number;
  /** Nonce, which cannot be used again. */
  readonly nonce: string;
  /** Place of the signature. After `"query"`, redirect the browser to a clean URL: its history keeps this one. */
  readonly placement: Placement;
  /** Signed parameters of query and form body: decoded, in order, with repeats, without `oauth_*`. */
  readonly parameters: ReadonlyArray<readonly [name: string, value: string]>;
}

/**
 * Verifies a signed request (RFC 5849 section 3.2) and uses up its nonce.
 *
 * **OAuth 1.0a does not cover a JSON or XML body.** Such a body proves nothing, unless the sender also signs an
 * `oauth_body_hash`, which is verified if present. PLAINTEXT also requires a timestamp and a nonce.
 *
 * A `Request` can still be read afterwards. Reads bodies up to 1 MiB.
 *
 * @throws RequestVerificationError if the request is refused. Log its `problem`, but respond to the sender with only a
 * 401
 * @throws TypeError if an option is invalid, the target has no host and neither `publicUrl` nor `trustedProxies` is
 * set, or the body of a `Request` was already read
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
  const method = checkMethod(claim, received, settings);
  const timestamp = checkTimestamp(claim, settings);
  await checkSignature(received, claim, method, settings);
  if (claim.bodyHash !== undefined) checkBodyHash(claim.bodyHash, await readBody(request), method);
  await useUpNonce(claim, settings); // last: otherwise, anyone could use up the nonces of others or fill the store
  const { placement, consumerKey, nonce } = claim;
  return { consumerKey, timestamp, nonce, placement, parameters: listOwnParameters(received) };
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
  const signatureMethods = getMethodNames(options.signatureMethods ?? ["HMAC-SHA1"]);
  if (typeof secretFor !== "function") throw new TypeError("secretFor must be a function");
  if (!Number.isFinite(tolerance) || tolerance < 0) throw new TypeError("tolerance must be a number of seconds");
  const publicBase = publicUrl === undefined ? undefined : parsePublicBase(publicUrl, "publicUrl");
  const isTrustedProxy = trustedProxies && createAddressMatcher(trustedProxies);
  return { secretFor, nonceStore, tolerance, publicBase, isTrustedProxy, signatureMethods, now };
}

function getMethodNames(methods: readonly unknown[]): readonly SignatureMethodName[] {
  return methods.map((method) => {
    const name = getMethodName(method);
    if (name === undefined) throw new TypeError("signatureMethods contains an unknown method");
    return name;
  });
}

function checkMethod(
  { signatureMethod }: Claim,
  { baseUri }: ReceivedRequest,
  settings: Settings,
): SignatureMethodName {
  const method = settings.signatureMethods.find((accepted) => accepted === signatureMethod);
  if (method === undefined) throw createRefusal("signature_method_rejected", "the signature method is not accepted");
  if (method === "PLAINTEXT" && !baseUri.startsWith("https:")) {
    throw createRefusal("signature_method_rejected", "PLAINTEXT was sent over http");
  }
  return method;
}

function checkTimestamp({ timestamp }: Claim, { tolerance, now }: Settings): number {
  if (!/^[1-9][0-9]{0,10}$/.test(timestamp))
    throw createRefusal("timestamp_refused", "oauth_timestamp is not a number of seconds");
  const age = Math.floor(now() / 1000) - Number(timestamp);
  if (!(Math.abs(age) <= tolerance)) {
    throw createRefusal(
      "timestamp_refused",
      `oauth_timestamp is ${age} s behind this machine's clock; the tolerance is ${tolerance} s`,
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
  const matches = matchesSignature(signature, coverage, method, secret || dummySecrets[method]);
  if (!secret) throw createRefusal("consumer_key_unknown", "the consumer key is unknown");
  if (!matches) {
    throw createRefusal(
      "signature_invalid",
      `the signature does not match the request received at ${baseUri}. Compare this URL with the one that the sender ` +
        "called (publicUrl), check whether a proxy changed the query, and compare the secrets",
    );
  }
}

/** Checks the signed digest of the raw body (OAuth Request Body Hash, a draft extension). */
function checkBodyHash(bodyHash: string, body: Uint8Array, method: SignatureMethodName): void {
  const digest = createHash(method === "HMAC-SHA256" ? "sha256" : "sha1")
    .update(body)
    .digest();
  if (!isSameBytes(decodeBase64(bodyHash) ?? new Uint8Array(), digest)) {
    throw createRefusal("signature_invalid", "oauth_body_hash does not match the body");
  }
}

/** Maximum length of a decoded nonce, in characters, because senders share the store. Known clients use up to 64. */
const LONGEST_NONCE = 128;

async function useUpNonce(
  { consumerKey, timestamp, nonce }: Claim,
  { nonceStore, tolerance }: Settings,
): Promise<void> {
  if (nonce.length > LONGEST_NONCE) {
    throw createRefusal("parameter_rejected", `oauth_nonce has more than ${LONGEST_NONCE} characters`);
  }
  const key = [consumerKey, timestamp, nonce].map(percentEncode).join("&");
  // A timestamp that is ahead by the tolerance stays valid for twice the tolerance and the rest of its second.
  const isFirst = await claimNonce(nonceStore, key, 2 * tolerance + 1);
  if (!isFirst)
    throw createRefusal("nonce_used", "the nonce was already used: a replay, or a sender that repeats nonces");
}

async function claimNonce(nonceStore: NonceStore, key: string, ttlSeconds: number): Promise<boolean> {
  try {
    return (await nonceStore.claim(key, ttlSeconds)) === true;
  } catch (cause) {
    throw createRefusal("nonce_store_unavailable", "the nonce store failed, so no request is accepted", {
      cause,
    });
  }
}

function listOwnParameters({ parameters }: ReceivedRequest): readonly Pair[] {
  return [...parameters.query, ...parameters.body].filter(([name]) => !isProtocolName(name));
}
