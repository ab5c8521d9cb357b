import { createHmac } from "node:crypto";

type Pairs = ReadonlyArray<readonly [name: string, value: string]>;

/** Small signer that shares no code with the SDK. A test can replace each step with a wrong one. */
export interface Signing {
  readonly method: string;
  readonly baseUri: string;
  /** Decoded parameters, including those of the protocol. */
  readonly pairs: Pairs;
  readonly encode: (text: string) => string;
  readonly normalize: (pairs: Pairs, encode: (text: string) => string) => string;
  readonly key: (secret: string) => string;
  readonly hash: string;
  readonly spell: (base64: string) => string;
}

export const credentials = { consumerKey: "key-1", consumerSecret: "s3cret/with+more ünd so" };
export const time = 1_717_200_000;
export const protocol: Pairs = [
  ["oauth_consumer_key", "key-1"],
  ["oauth_nonce", "n0nce"],
  ["oauth_signature_method", "HMAC-SHA1"],
  ["oauth_timestamp", String(time)],
  ["oauth_version", "1.0"],
];

/** Percent-encodes a text (RFC 5849 section 3.6). */
export function encode(text: string): string {
  const bytes = [...new TextEncoder().encode(text)];
  return bytes
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9._~-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
}

/** Sorts pairs as RFC 5849 requires. Joins each with a space, which sorts before all characters of encoded text. */
export function normalize(pairs: Pairs, encodeText: (text: string) => string): string {
  const lines = pairs.map(([name, value]) => `${encodeText(name)} ${encodeText(value)}`);
  return lines
    .sort((a, b) => (a < b ? -1 : Number(a > b)))
    .map((line) => line.replace(" ", "="))
    .join("&");
}

const right: Omit<Signing, "method" | "baseUri" | "pairs"> = {
  encode,
  normalize,
  key: (secret) => `${encode(secret)}&`,
  hash: "sha1",
  spell: (base64) => base64,
};

/** Builds the base string of a request. */
export function baseString({ method, baseUri, pairs, ...how }: Request & Partial<Signing>): string {
  const { encode: encodeText, normalize: normalizePairs } = { ...right, ...how };
  return [method, baseUri, normalizePairs(pairs, encodeText)].map(encodeText).join("&");
}

type Request = Pick<Signing, "method" | "baseUri" | "pairs">;

/** Computes the signature of a request. */
export function signature(signing: Request & Partial<Signing>, secret = credentials.consumerSecret): string {
  const { key, hash, spell } = { ...right, ...signing };
  return spell(createHmac(hash, key(secret)).update(baseString(signing)).digest("base64"));
}

/** Builds the Authorization header of a request. */
export function authorization(signing: Request & Partial<Signing>, sent: Pairs = protocol): string {
  const pairs = [...sent, ["oauth_signature", signature(signing)] as const];
  return `OAuth ${pairs.map(([name, value]) => `${name}="${encode(value)}"`).join(", ")}`;
}
