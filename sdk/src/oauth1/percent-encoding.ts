import { rfc3986 } from "oauth-sign";

/**
 * Text that cannot be percent-encoded or decoded. To a caller who signs it is the `TypeError` it extends; a verifier
 * turns it into a refusal.
 */
export class EncodingError extends TypeError {}

/** RFC 5849 section 3.6: letters, digits and `-._~` stay, every other byte of the UTF-8 form becomes `%XX`. */
export function percentEncode(text: string): string {
  if (UNRESERVED.test(text)) return text; // most are: names, keys, nonces
  assertEncodable(text);
  return rfc3986(text);
}

/** A lone surrogate has no UTF-8 form: `encodeURIComponent` throws a bare `URIError`, a URL parser puts U+FFFD. */
export function assertEncodable(text: string): void {
  if (LONE_SURROGATE.test(text)) throw new EncodingError("a lone surrogate has no UTF-8 form and cannot be signed");
}

/** Undoes `%XX` once, and leaves `+` alone: for what is percent-encoded but not form-encoded. */
export function percentDecode(text: string): string {
  assertEncodable(text);
  const stray = text.search(STRAY_PERCENT);
  if (stray >= 0) throw new EncodingError(`a "%" that starts no "%XX", at offset ${stray} of a name or value`);
  try {
    return decodeURIComponent(text);
  } catch {
    return decodeBroken(text);
  }
}

/** Undoes the encoding of HTML forms, by which RFC 5849 section 3.4.1.3.1 reads queries: `+` is a space. */
export function formDecode(text: string): string {
  return percentDecode(text.replaceAll("+", " "));
}

const UNRESERVED = /^[A-Za-z0-9._~-]*$/;
const LONE_SURROGATE = /\p{Surrogate}/u;
const STRAY_PERCENT = /%(?![0-9A-Fa-f]{2})/;
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** Bytes that are no UTF-8 become U+FFFD, as in oauthlib and Tomcat, so that both sides sign the same. */
function decodeBroken(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (escapes) =>
    utf8.decode(Uint8Array.from(escapes.slice(1).split("%"), (byte) => Number.parseInt(byte, 16))),
  );
}
