import { RqlError } from "../errors/index.js";

/** Encodes all but letters, digits and `-._~` (RFC 3986). `encodeURIComponent` alone would keep `!'()*`. */
export function encode(text: string): string {
  if (!text.isWellFormed()) throw new RqlError("Text with a lone surrogate has no UTF-8 form and cannot be sent");
  return encodeURIComponent(text).replace(/[!'()*]/g, percentEncode);
}

/** Encodes an APS type id, with `:` and `/` raw as in the platform's own examples. */
export function encodeTypeId(id: string): string {
  return encode(id).replaceAll("%3A", ":").replaceAll("%2F", "/");
}

/** Encodes a pattern of `like`. `*` (any characters) and `?` (one character) stay wildcards; all else is literal. */
export function encodePattern(pattern: string): string {
  return encode(pattern).replaceAll("%2A", "*").replaceAll("%3F", "?");
}

/** Decodes `%XX`. Returns `undefined` for a `%` without two hexadecimal digits, invalid UTF-8 and lone surrogates. */
export function decode(text: string): string | undefined {
  if (!text.isWellFormed()) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/**
 * Returns the canonical spelling of an encoded value. Keeps characters that are safe unencoded, and encodes those that
 * a server or a URL parser would not accept.
 */
export function canonicalValue(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, upperCase).replace(/[^\w.~:/@*?+$%-]+/g, encode);
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function upperCase(text: string): string {
  return text.toUpperCase();
}
