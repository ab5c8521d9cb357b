/**
 * Text that cannot be percent-encoded or decoded. To a caller who signs it is the `TypeError` it extends; a verifier
 * turns it into a refusal.
 */
export class EncodingError extends TypeError {}

/** RFC 5849 section 3.6: letters, digits and `-._~` stay, every other byte of the UTF-8 form becomes `%XX`. */
export function percentEncode(text: string): string {
  return replaced(text, once);
}

/** The same as encoding twice, in one pass: names and values enter a base string so (RFC 5849 section 3.4.1). */
export function percentEncodeTwice(text: string): string {
  return replaced(text, twice);
}

/** A lone surrogate has no UTF-8 form: `encodeURIComponent` throws a bare `URIError`, a URL parser puts U+FFFD. */
export function assertEncodable(text: string): void {
  if (!text.isWellFormed()) throw new EncodingError("a lone surrogate has no UTF-8 form and cannot be signed");
}

/** Undoes `%XX` once, and leaves `+` alone: for what is percent-encoded but not form-encoded. */
export function percentDecode(text: string): string {
  assertEncodable(text);
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return decodeBroken(text);
  }
}

/** Undoes the encoding of HTML forms, by which RFC 5849 section 3.4.1.3.1 reads queries: `+` is a space. */
function formDecode(text: string): string {
  return percentDecode(text.includes("+") ? text.replaceAll("+", " ") : text);
}

/** Replaces what is not unreserved. One pass, since encoding is most of what a signature costs beside its HMAC. */
function replaced(text: string, { ascii, other }: Escapes): string {
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
  /** By code; none for what stays. */
  readonly ascii: ReadonlyArray<string | undefined>;
  /** For a text that holds other characters. */
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

/** Bytes that are no UTF-8 become U+FFFD, as in oauthlib and Tomcat, so that both sides sign the same. */
function decodeBroken(text: string): string {
  const stray = text.search(STRAY_PERCENT);
  if (stray >= 0) throw new EncodingError(`a "%" that starts no "%XX", at offset ${stray} of a name or value`);
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (escapes) =>
    utf8.decode(Uint8Array.from(escapes.slice(1).split("%"), (byte) => Number.parseInt(byte, 16))),
  );
}

/** A decoded parameter. */
export type Pair = readonly [name: string, value: string];

/**
 * The parameters of a query or a form body, decoded, in order, repeats kept (RFC 5849 section 3.4.1.3.1).
 *
 * A part without `=` is a name with an empty value: a whole RQL query is usually one such name. Only the first `=`
 * of a part separates, so `name=like=*A*` is `name` with the value `like=*A*`; `;` separates nothing.
 */
export function parsePairs(text: string): Pair[] {
  return text
    .split("&")
    .filter((part) => part !== "")
    .map(parsePair);
}

/** Names that RFC 5849 keeps for itself. */
export function isProtocolName(name: string): boolean {
  return name.startsWith("oauth_");
}

/** Whether RFC 5849 section 3.4.1.3.1 lets the body enter the signature. */
export function isFormContentType(contentType: string | null | undefined): boolean {
  return contentType?.split(";", 1)[0]?.trim().toLowerCase() === "application/x-www-form-urlencoded";
}

function parsePair(part: string): Pair {
  const equals = part.indexOf("=");
  if (equals < 0) return [formDecode(part), ""];
  return [formDecode(part.slice(0, equals)), formDecode(part.slice(equals + 1))];
}
