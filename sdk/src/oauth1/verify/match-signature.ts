import { createPublicKey, createVerify, type KeyObject, timingSafeEqual } from "node:crypto";
import { buildBaseString, type Coverage } from "../encoding/index.js";
import { createSigningKey, type SignatureMethodName, sign } from "../sign/index.js";

/**
 * Returns true if a signature matches the received request.
 *
 * @param secret Consumer secret. For RSA-SHA1, the sender's public key in PEM.
 */
export function matchesSignature(
  signature: string,
  coverage: Coverage,
  method: SignatureMethodName,
  secret: string,
): boolean {
  if (method === "RSA-SHA1") return matchesRsaSignature(signature, coverage, parsePublicKey(secret));
  // Otherwise, anyone with a public key could use it as an HMAC secret and impersonate its owner.
  if (secret.includes("-----BEGIN")) return false;
  const expected = sign(coverage, createSigningKey(method, { consumerSecret: secret }));
  if (method === "PLAINTEXT") return isSameBytes(Buffer.from(signature), Buffer.from(expected));
  const given = decodeBase64(signature);
  return given !== undefined && isSameBytes(given, Buffer.from(expected, "base64"));
}

/** Compares bytes in constant time. Their length may leak. */
export function isSameBytes(given: Uint8Array, expected: Uint8Array): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Decodes only canonical Base64. Node skips invalid characters, so that many texts would give the same bytes. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : undefined;
}

function matchesRsaSignature(signature: string, coverage: Coverage, key: KeyObject): boolean {
  const given = decodeBase64(signature);
  return given !== undefined && createVerify("RSA-SHA1").update(buildBaseString(coverage)).verify(key, given);
}

function parsePublicKey(pem: string): KeyObject {
  try {
    return createPublicKey(pem);
  } catch (cause) {
    throw new TypeError("secretFor must return a public key in PEM for RSA-SHA1", { cause });
  }
}
