import { createHash } from "node:crypto";
import { isSameBytes } from "./match-signature.js";

/** Parses the token of an `Authorization` header with the scheme Bearer (RFC 6750 section 2.1). */
export function parseBearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization ?? "")?.[1];
}

/** Parses user name and password of an `Authorization` header, scheme Basic (RFC 7617 section 2), in UTF-8. */
export function parseBasicCredentials(
  authorization: string | undefined,
): { readonly username: string; readonly password: string } | undefined {
  const [, encoded] = /^Basic +([\w+/-]+=*)$/i.exec(authorization ?? "") ?? [];
  const text = encoded === undefined ? "" : Buffer.from(encoded, "base64").toString();
  const colon = text.indexOf(":");
  return colon < 0 ? undefined : { username: text.slice(0, colon), password: text.slice(colon + 1) };
}

/** Compares two texts in a time that reveals neither where they differ nor the length of the expected text. */
export function isSameText(given: string, expected: string): boolean {
  return isSameBytes(hash(given), hash(expected));
}

function hash(text: string): Uint8Array {
  return createHash("sha256").update(text).digest();
}
