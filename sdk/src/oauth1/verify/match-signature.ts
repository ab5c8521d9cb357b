import { createPublicKey, createVerify, type KeyObject, timingSafeEqual } from "node:crypto";
import { buildBaseString, type Coverage } from "../encoding/index.js";
import { createSigningKey, type SignatureMethodName, sign } from "../sign/index.js";

/**
 * Whether a signature is the one that belongs to what was received.
 *
 * @param secret Consumer secret; for RSA-SHA1 the PEM of the sender's public key.
 */
export function matchesSignature(
  signature: string,
  coverage: Coverage,
  method: SignatureMethodName,
  secret: string,
): boolean {
  if (method === "RSA-SHA1") return rsaMatches(signature, coverage, parsePublicKey(secret));
  // Or else whoever has a public key could use it as the secret of an HMAC, and pass for its owner.
  if (secret.includes("-----BEGIN")) return false;
  const expected = sign(coverage, createSigningKey(method, { consumerSecret: secret }));
  if (method === "PLAINTEXT") return isSameBytes(Buffer.from(signature), Buffer.from(expected));
  const given = decodeBase64(signature);
  return given !== undefined && isSameBytes(given, Buffer.from(expected, "base64"));
}

/** In constant time, for two texts of which the length is no secret. */
export function isSameBytes(given: Uint8Array, expected: Uint8Array): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Node skips what is no Base64, so that many texts give the same bytes: only the canonical one is taken. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : undefined;
}

function rsaMatches(signature: string, coverage: Coverage, key: KeyObject): boolean {
  const given = decodeBase64(signature);
  return given !== undefined && createVerify("RSA-SHA1").update(buildBaseString(coverage)).verify(key, given);
}

function parsePublicKey(pem: string): KeyObject {
  try {
    return createPublicKey(pem);
  } catch (cause) {
    throw new TypeError("secretFor must give the PEM of a public key for RSA-SHA1", { cause });
  }
}
