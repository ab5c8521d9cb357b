import { RqlError } from "../errors/index.js";

/** Strict RFC 3986: letters, digits and `-._~` stay. `encodeURIComponent` alone would leave `!'()*`. */
export function encode(text: string): string {
  if (!text.isWellFormed()) throw new RqlError("a lone surrogate has no UTF-8 form and cannot be sent");
  return encodeURIComponent(text).replace(/[!'()*]/g, percent);
}

/** An APS type id: as the platform's own examples print it, with `:` and `/` raw. */
export function encodeTypeId(id: string): string {
  return encode(id).replaceAll("%3A", ":").replaceAll("%2F", "/");
}

/** A pattern of `like`: `*` (any run) and `?` (one character) keep their meaning, all else is literal. */
export function encodePattern(pattern: string): string {
  return encode(pattern).replaceAll("%2A", "*").replaceAll("%3F", "?");
}

/** Undoes `%XX`. `undefined` for a `%` that starts no `%XX`, for bytes that are no UTF-8 and for lone surrogates. */
export function decode(text: string): string | undefined {
  if (!text.isWellFormed()) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/**
 * One spelling for a value that came as text. What stands raw and means itself stays raw; what a server or a URL parser
 * would not take raw is encoded.
 */
export function canonicalValue(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, upperCase).replace(/[^\w.~:/@*?+$%-]+/g, encode);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function upperCase(text: string): string {
  return text.toUpperCase();
}
