import type { Bytes } from "./http-response.js";

/** Bytes of an answer, decoded, that are read at most: 10 MiB. A list is paged, so no answer comes near it. */
const LARGEST_BODY = 10 * 1024 * 1024;

/** The answer is larger than we read. */
export class BodyTooLargeError extends Error {
  override readonly name = "BodyTooLargeError";

  constructor() {
    super(`the body is larger than ${LARGEST_BODY} bytes`);
  }
}

const utf8 = new TextDecoder();

/** Reads a body as text, in the charset that its `Content-Type` names. Without one, or with an unknown one, as UTF-8. */
export async function readText(response: Response): Promise<string> {
  return decodeText(await readBytes(response), response.headers.get("content-type"));
}

/** Decodes text in the charset that its `Content-Type` names. */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const decoder = decoderFor(contentType);
  const text = decoder.decode(bytes);
  return decoder.encoding === "windows-1252" ? withoutLatin1Controls(text) : text;
}

/** Decoder for a charset by its label in the WHATWG Encoding Standard, where ISO-8859-1 is windows-1252. */
function decoderFor(contentType: string | null): TextDecoder {
  const label = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? "")?.[1];
  if (label === undefined) return utf8;
  try {
    return new TextDecoder(label);
  } catch {
    return utf8;
  }
}

/**
 * Characters of the bytes 0x80 to 0x9F in windows-1252. Some releases of Node decode that charset as Latin-1 instead, and
 * give a control character for each of them.
 */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

function withoutLatin1Controls(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));
}

/** Reads a body; stops at {@link LARGEST_BODY}, closing the connection, so that memory stays flat. */
export async function readBytes({ body, headers }: Response): Promise<Bytes> {
  // What says that it is too large is not read at all. Encoded, it is larger still, and without a number it will show.
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
  return first !== undefined && chunks.length === 1 ? first : joined(chunks, size);
}

function joined(chunks: readonly Uint8Array[], size: number): Bytes {
  const bytes = new Uint8Array(size);
  let start = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, start);
    start += chunk.byteLength;
  }
  return bytes;
}
