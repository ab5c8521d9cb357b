/**
 * Error for text that cannot be percent-encoded or decoded. For signing, it is a `TypeError`; verification turns it
 * into a refusal.
 */
export class EncodingError extends TypeError {}

/** Encodes all UTF-8 bytes as `%XX`, except letters, digits and `-._~` (RFC 5849 section 3.6). */
export function percentEncode(text: string): string {
  return escapeText(text, once);
}

/** Encodes twice in one pass, as base strings require for names and values (RFC 5849 section 3.4.1). */
export function percentEncodeTwice(text: string): string {
  return escapeText(text, twice);
}

/** Refuses lone surrogates: `encodeURIComponent` throws a plain `URIError`, and a URL parser inserts U+FFFD. */
export function assertEncodable(text: string): void {
  if (!text.isWellFormed()) throw new EncodingError("a lone surrogate has no UTF-8 form and cannot be signed");
}

/** Decodes `%XX` once. Does not decode `+`, because the text is not form-encoded. */
export function percentDecode(text: string): string {
  assertEncodable(text);
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return decodeInvalid(text);
  }
}

/** Decodes text of an HTML form, in which `+` is a space. RFC 5849 section 3.4.1.3.1 reads queries in this way. */
function formDecode(text: string): string {
  return percentDecode(text.includes("+") ? text.replaceAll("+", " ") : text);
}

/** Escapes reserved characters in one pass, because encoding takes most of the time of a signature besides its HMAC. */
function escapeText(text: string, { ascii, other }: Escapes): string {
  let escaped = "";
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= ascii.length) return other(text);
    const replacement = ascii[code];
    if (replacement === undefined) continue;
    escaped += text.slice(start, index) + replacement;
    start = index + 1;
  }
  return start === 0 ? text : escaped + text.slice(start);
}

interface Escapes {
  /** Escapes of ASCII characters, by code. `undefined` for a character that is kept. */
  readonly ascii: ReadonlyArray<string | undefined>;
  /** Function that encodes text with other characters. */
  readonly other: (text: string) => string;
}

const UNRESERVED = /[\w.~-]/;

const once: Escapes = {
  ascii: Array.from({ length: 128 }, (_, code) =>
    UNRESERVED.test(String.fromCharCode(code)) ? undefined : percent(code),
  ),
  other(text) {
    assertEncodable(text);
    return encodeURIComponent(text).replace(/[!'()*]/g, (left) => percent(left.charCodeAt(0)));
  },
};

const twice: Escapes = {
  ascii: once.ascii.map((escaped) => escaped?.replace("%", "%25")),
  other: (text) => once.other(text).replaceAll("%", "%25"),
};

function percent(code: number): string {
  return `%${code.toString(16).toUpperCase().padStart(2, "0")}`;
}

const STRAY_PERCENT = /%(?![0-9A-Fa-f]{2})/;
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** Decodes invalid UTF-8 to U+FFFD, like oauthlib and Tomcat, so that both sides sign the same text. */
function decodeInvalid(text: string): string {
  const stray = text.search(STRAY_PERCENT);
  if (stray >= 0)
    throw new EncodingError(`a "%" that is not part of a "%XX" escape, at offset ${stray} of a name or value`);
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (escapes) =>
    utf8.decode(Uint8Array.from(escapes.slice(1).split("%"), (byte) => Number.parseInt(byte, 16))),
  );
}

/** Decoded parameter. */
export type Pair = readonly [name: string, value: string];

/**
 * Parses and decodes the parameters of a query or a form body. Keeps their order and repeats (RFC 5849 section
 * 3.4.1.3.1).
 *
 * A part without `=` is a name with an empty value; a whole RQL query is usually one such name. Only the first `=` of a
 * part is a separator, so `name=like=*A*` is `name` with the value `like=*A*`. `;` is not a separator.
 */
export function parsePairs(text: string): Pair[] {
  return text
    .split("&")
    .filter((part) => part !== "")
    .map(parsePair);
}

/** Returns true for a name that RFC 5849 reserves. */
export function isProtocolName(name: string): boolean {
  return name.startsWith("oauth_");
}

/** Returns true if the signature covers a body of this type (RFC 5849 section 3.4.1.3.1). */
export function isFormContentType(contentType: string | null | undefined): boolean {
  return contentType?.split(";", 1)[0]?.trim().toLowerCase() === "application/x-www-form-urlencoded";
}

function parsePair(part: string): Pair {
  const equals = part.indexOf("=");
  if (equals < 0) return [formDecode(part), ""];
  return [formDecode(part.slice(0, equals)), formDecode(part.slice(equals + 1))];
}
