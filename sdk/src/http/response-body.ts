import type { Bytes } from "./bytes.js";

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

/** Reads a body as UTF-8 text. */
export async function readText(response: Response): Promise<string> {
  return utf8.decode(await readBytes(response));
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
