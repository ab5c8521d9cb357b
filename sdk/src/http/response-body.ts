/** Bytes of an answer, decoded, that are read at most: 10 MiB. A list is paged, so no answer comes near it. */
const LARGEST_BODY = 10 * 1024 * 1024;

/** The answer is larger than we read. */
export class BodyTooLargeError extends Error {
  override readonly name = "BodyTooLargeError";

  constructor() {
    super(`the body is larger than ${LARGEST_BODY} bytes`);
  }
}

/** Reads a body as UTF-8 text. */
export async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of chunksOf(response)) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

/** Reads a body as bytes. */
export async function readBytes(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of chunksOf(response)) chunks.push(chunk);
  const bytes = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.byteLength, 0));
  let start = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, start);
    start += chunk.byteLength;
  }
  return bytes;
}

/** A body as it comes; stops at {@link LARGEST_BODY}, closing the connection, so that memory stays flat. */
async function* chunksOf(response: Response): AsyncGenerator<Uint8Array> {
  if (response.body === null) return;
  const reader = response.body.getReader();
  let size = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    size += chunk.value.byteLength;
    if (size > LARGEST_BODY) {
      await reader.cancel();
      throw new BodyTooLargeError();
    }
    yield chunk.value;
  }
}
