import { createParseError } from "../events/index.js";

/**
 * Decodes the text of an event.
 *
 * @param maxBytes Maximum size in UTF-8, in bytes. Larger bodies are rejected before decoding.
 * @throws EventParseError if the body is larger, or not UTF-8
 */
export function decodeEvent(body: string | Uint8Array, maxBytes: number): string {
  if (isLargerThan(maxBytes, body)) throw createParseError(`expected at most ${maxBytes} bytes, found more`);
  const head = typeof body === "string" ? body : new TextDecoder().decode(body.subarray(0, LONGEST_DECLARATION));
  const encoding = /^\uFEFF?<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']{0,60})/i.exec(head)?.[1];
  if (encoding !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(encoding)) {
    throw createParseError(`expected UTF-8, but the XML declares ${encoding}`);
  }
  return typeof body === "string" ? body.replace(/^\uFEFF/, "") : decode(body);
}

/** Detects the format of a text from its content type, or otherwise from its first character. */
export function detectForm(text: string, contentType: string | undefined): "json" | "xml" {
  const type = (contentType?.split(";", 1)[0] ?? "").trim().toLowerCase();
  const start = text.trimStart();
  if (type === "text/html" || /^<(?:!doctype\s+)?html\b/i.test(start)) {
    throw createParseError(
      "expected JSON or XML, found HTML: a web server in front of the marketplace sent the response",
    );
  }
  if (/^application\/json$|\+json$/.test(type)) return "json";
  if (/^(?:application|text)\/xml$|\+xml$/.test(type)) return "xml";
  if (start.startsWith("{")) return "json";
  if (start.startsWith("<")) return "xml";
  throw createParseError(
    `expected JSON or XML, found ${start === "" ? "an empty body" : type.slice(0, 60) || "another format"}`,
  );
}

/** Maximum length of an XML declaration, in characters. */
const LONGEST_DECLARATION = 256;

function isLargerThan(maxBytes: number, body: string | Uint8Array): boolean {
  // A character has at least one byte, so a text that is far too long need not be encoded.
  if (body.length > maxBytes || typeof body !== "string") return body.length > maxBytes;
  return new TextEncoder().encode(body).length > maxBytes;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw createParseError("expected UTF-8, found bytes that are not valid UTF-8", { cause });
  }
}
