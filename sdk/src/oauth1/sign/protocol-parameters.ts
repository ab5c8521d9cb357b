import { type Coverage, isProtocolName, type Pair, percentEncode } from "../encoding/index.js";

/** Clock and source of nonces. */
export interface Freshness {
  readonly now: () => number;
  readonly nonce: () => string;
}

/** Creates the `oauth_*` pairs of a request, with the signature at the end (RFC 5849 section 3.1). */
export function createProtocolParameters(
  { consumerKey, method, sign }: RequestSigner,
  { now, nonce }: Freshness,
  request: Coverage,
): readonly Pair[] {
  assertNotSigned(request.pairs);
  const unsigned: readonly Pair[] = [
    ["oauth_consumer_key", consumerKey],
    ["oauth_nonce", nonce()],
    ["oauth_signature_method", method],
    ["oauth_timestamp", toTimestamp(now())],
    ["oauth_version", "1.0"],
  ];
  const signature = sign({ ...request, pairs: [...request.pairs, ...unsigned] });
  return [...unsigned, ["oauth_signature", signature]];
}

/** Appends pairs to the query of a URL, before its fragment. The rest of the text is not changed. */
export function appendToQuery(url: string, pairs: readonly Pair[]): string {
  const hash = url.indexOf("#");
  const end = hash < 0 ? url.length : hash;
  const head = url.slice(0, end);
  const added = pairs.map(([name, value]) => `${name}=${percentEncode(value)}`).join("&");
  return `${head}${findSeparator(head)}${added}${url.slice(end)}`;
}

/** Refuses signed requests: RFC 5849 section 3.5 allows each protocol parameter once, in one place. */
function assertNotSigned(pairs: readonly Pair[]): void {
  const found = pairs.find(([name]) => isProtocolName(name));
  if (found) throw new TypeError(`The request already has ${found[0]}: it would be signed twice`);
}

function toTimestamp(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  if (!(seconds > 0)) throw new TypeError(`now() must return milliseconds since 1970, not ${milliseconds}`);
  return String(seconds);
}

function findSeparator(head: string): string {
  if (!head.includes("?")) return "?";
  return head.endsWith("?") || head.endsWith("&") ? "" : "&";
}

/**
 * Creates a nonce of thirty random hexadecimal digits: 120 bits from the system's generator.
 *
 * A version 4 UUID (RFC 9562 section 5.4) is the cheapest source, because the runtime generates random bytes in
 * advance. Its hyphens and its two digits that are not random (version and variant) are left out.
 */
export function createNonce(): string {
  const uuid = crypto.randomUUID(); // xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx
  return uuid.slice(0, 8) + uuid.slice(9, 13) + uuid.slice(15, 18) + uuid.slice(20, 23) + uuid.slice(24);
}

/** Function that signs requests, with its consumer key and signature method. */
export interface RequestSigner {
  readonly consumerKey: string;
  readonly method: string;
  readonly sign: (coverage: Coverage) => string;
}
