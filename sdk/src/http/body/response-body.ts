import type { Bytes } from "./http-response.js";

/** Maximum size of a decoded response body: 10 MiB. Lists are paged, so no valid response comes close. */
const LARGEST_BODY = 10 * 1024 * 1024;

/** Error thrown when a response exceeds the maximum size. */
export class BodyTooLargeError extends Error {
  override readonly name = "BodyTooLargeError";

  constructor() {
    super(`the body is larger than ${LARGEST_BODY} bytes`);
  }
}

const utf8 = new TextDecoder();

/** Reads a body as text, in the charset of its `Content-Type`. Without a known charset, reads it as UTF-8. */
export async function readText(response: Response): Promise<string> {
  return decodeText(await readBytes(response), response.headers.get("content-type"));
}

/** Decodes text in the charset of its `Content-Type`. */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const decoder = createDecoder(contentType);
  const text = decoder.decode(bytes);
  return decoder.encoding === "windows-1252" ? replaceLatin1Controls(text) : text;
}

/** Creates a decoder by the label of the WHATWG Encoding Standard, in which ISO-8859-1 means windows-1252. */
function createDecoder(contentType: string | null): TextDecoder {
  const label = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? "")?.[1];
  if (label === undefined) return utf8;
  try {
    return new TextDecoder(label);
  } catch {
    return utf8;
  }
}

/**
 * Characters of the bytes 0x80 to 0x9F in windows-1252. Some releases of Node decode that charset as Latin-1 instead,
 * which turns each of these bytes into a control character.
 */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

function replaceLatin1Controls(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));
}

/** Reads a body up to {@link LARGEST_BODY}, then closes the connection, so that memory use stays low. */
export async function readBytes({ body, headers }: Response): Promise<Bytes> {
  // Do not read a body whose Content-Length is too large. The length of an encoded body is a lower bound.
  if (Number(headers.get("content-length")) > LARGEST_BODY) {
    await body?.cancel();
    throw new BodyTooLargeError();
  }
  const reader = body?.getReader();
  const chunks: Bytes[] = [];
  let size = 0;
  for (let chunk = await reader?.read(); chunk?.done === false; chunk = await reader?.read()) {
    size += chunk.value.byteLength;
    if (size > LARGEST_BODY) {
      await reader?.cancel();
      throw new BodyTooLargeError();
    }
    chunks.push(chunk.value);
  }
  const [first] = chunks;
  return first !== undefined && chunks.length === 1 ? first : joinChunks(chunks, size);
}

function joinChunks(chunks: readonly Uint8Array[], size: number): Bytes {
  const bytes = new Uint8Array(size);
  let start = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, start);
    start += chunk.byteLength;
  }
  return bytes;
}
