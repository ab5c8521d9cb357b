/** Bytes of an answer, decoded, that are read at most: 10 MiB. A list is paged, so no answer comes near it. */
export const LARGEST_BODY = 10 * 1024 * 1024;

/** The answer is larger than we read. */
export class BodyTooLargeError extends Error {
  override readonly name = "BodyTooLargeError";

  constructor() {
    super(`the body is larger than ${LARGEST_BODY} bytes`);
  }
}

/** Reads a body as UTF-8 text and stops at {@link LARGEST_BODY}, closing the connection, so that memory stays flat. */
export async function readText(response: Response): Promise<string> {
  if (response.body === null) return "";
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    size += chunk.value.byteLength;
    if (size > LARGEST_BODY) {
      await reader.cancel();
      throw new BodyTooLargeError();
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
}
