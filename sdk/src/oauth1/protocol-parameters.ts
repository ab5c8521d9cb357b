import type { Coverage } from "./base-string.js";
import { isProtocolName, type Pair } from "./form-pairs.js";
import { percentEncode } from "./percent-encoding.js";
import { type SigningKey, sign } from "./signing-key.js";

/** Where clock and randomness come from. */
export interface Freshness {
  readonly now: () => number;
  readonly nonce: () => string;
}

/** The `oauth_*` pairs of one request, its signature last (RFC 5849 section 3.1). */
export function protocolParameters(
  consumerKey: string,
  key: SigningKey,
  { now, nonce }: Freshness,
  request: Coverage,
): readonly Pair[] {
  assertNotSigned(request.pairs);
  const unsigned: readonly Pair[] = [
    ["oauth_consumer_key", consumerKey],
    ["oauth_nonce", nonce()],
    ["oauth_signature_method", key.method],
    ["oauth_timestamp", timestamp(now())],
    ["oauth_version", "1.0"],
  ];
  const signature = sign({ ...request, pairs: [...request.pairs, ...unsigned] }, key);
  return [...unsigned, ["oauth_signature", signature]];
}

/** Adds pairs to a URL behind its query, ahead of its fragment, and leaves the rest of its text as it is. */
export function appendToQuery(url: string, pairs: readonly Pair[]): string {
  const hash = url.indexOf("#");
  const end = hash < 0 ? url.length : hash;
  const head = url.slice(0, end);
  const added = pairs.map(([name, value]) => `${name}=${percentEncode(value)}`).join("&");
  return `${head}${joint(head)}${added}${url.slice(end)}`;
}

/** RFC 5849 section 3.5: all protocol parameters in one place, and each at most once. */
function assertNotSigned(pairs: readonly Pair[]): void {
  const found = pairs.find(([name]) => isProtocolName(name));
  if (found) throw new TypeError(`the request already carries ${found[0]}: it would be signed twice`);
}

function timestamp(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  if (!(seconds > 0)) throw new TypeError(`now() must give milliseconds since 1970, not ${milliseconds}`);
  return String(seconds);
}

function joint(head: string): string {
  if (!head.includes("?")) return "?";
  return head.endsWith("?") || head.endsWith("&") ? "" : "&";
}
