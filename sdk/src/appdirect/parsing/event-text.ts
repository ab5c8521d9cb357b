import { createParseError } from "../events/index.js";

/**
 * The text of an event.
 *
 * @param maxBytes Bytes that it may have in UTF-8; more are refused before they are read.
 * @throws EventParseError where it has more, or is not UTF-8
 */
export function decodeEvent(body: string | Uint8Array, maxBytes: number): string {
  if (isLargerThan(maxBytes, body)) throw createParseError(`expected at most ${maxBytes} bytes, and there are more`);
  const head = typeof body === "string" ? body : new TextDecoder().decode(body.subarray(0, LONGEST_DECLARATION));
  const encoding = /^\uFEFF?<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']{0,60})/i.exec(head)?.[1];
  if (encoding !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(encoding)) {
    throw createParseError(`expected UTF-8, and the XML says that it is ${encoding}`);
  }
  return typeof body === "string" ? body.replace(/^\uFEFF/, "") : decoded(body);
}

/** Which form a text has: by its content type, else by its first character. */
export function detectForm(text: string, contentType: string | undefined): "json" | "xml" {
  const type = (contentType?.split(";", 1)[0] ?? "").trim().toLowerCase();
  const start = text.trimStart();
  if (type === "text/html" || /^<(?:!doctype\s+)?html\b/i.test(start)) {
    throw createParseError(
      "expected JSON or XML, and HTML came: a web server in front of the marketplace answered in its place",
    );
  }
  if (/^application\/json$|\+json$/.test(type)) return "json";
  if (/^(?:application|text)\/xml$|\+xml$/.test(type)) return "xml";
  if (start.startsWith("{")) return "json";
  if (start.startsWith("<")) return "xml";
  throw createParseError(
    `expected JSON or XML, and ${start === "" ? "nothing" : type.slice(0, 60) || "something else"} came`,
  );
}

/** Characters in which a declaration of XML surely ends. */
const LONGEST_DECLARATION = 256;

function isLargerThan(maxBytes: number, body: string | Uint8Array): boolean {
  // A character has one byte or more, so that a text which is far too long is not encoded.
  if (body.length > maxBytes || typeof body !== "string") return body.length > maxBytes;
  return new TextEncoder().encode(body).length > maxBytes;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw createParseError("expected UTF-8, and the bytes are something else", { cause });
  }
}
