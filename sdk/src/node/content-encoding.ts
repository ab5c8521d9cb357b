import { pipeline, Readable, type Transform } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";

/** `Accept-Encoding` header with the content codings that {@link decodeBody} can decode. */
const READABLE_ENCODINGS = "gzip, deflate, br";

/** Maximum number of codings of one body, because each decoder needs memory. */
const MOST_CODINGS = 5;

/**
 * Error thrown while a body is read: its content coding (RFC 9110 section 8.4) is unknown, or its bytes are damaged or
 * incomplete. The message names the coding. Send `Accept-Encoding: gzip`, or look for a proxy that changes bodies.
 */
export class ContentEncodingError extends Error {
  override readonly name = "ContentEncodingError";
  readonly code = "ERR_CONTENT_ENCODING";
}

/**
 * Decodes a body according to its `Content-Encoding`. The headers are not changed, as with `fetch`.
 *
 * An empty body, such as that of a response to HEAD, is valid with any header. Bytes are decoded as they are read, so a
 * decompression bomb uses no memory until someone reads it.
 *
 * @param contentEncoding Value of the header, or `null` if it is missing.
 */
export function decodeBody(
  body: ReadableStream<Uint8Array>,
  contentEncoding: string | null,
): ReadableStream<Uint8Array> {
  const codings = parseCodings(contentEncoding);
  if (codings.length === 0) return body;
  // Node and the DOM declare the same stream class twice.
  const source = Readable.fromWeb(body as NodeReadableStream<Uint8Array>);
  return createStream(decodeChunks(source, codings), () => source.destroy());
}

/** Filters an `Accept-Encoding` header for supported codings. Without any, returns all supported ones. */
export function readableEncodings(acceptEncoding: string | null): string {
  const wanted = (acceptEncoding ?? "").split(",").map((part) => part.trim());
  const readable = wanted.filter((part) => isReadable(part.split(";", 1)[0]?.trim().toLowerCase() ?? ""));
  return readable.length > 0 ? readable.join(", ") : READABLE_ENCODINGS;
}

/** Parses the codings of a body, without `identity`, in the order in which they were applied. */
function parseCodings(contentEncoding: string | null): readonly string[] {
  return (contentEncoding ?? "")
    .toLowerCase()
    .split(",")
    .map((coding) => coding.trim())
    .filter((coding) => coding !== "" && coding !== "identity");
}

/** Function for each coding that creates a decoder, given the first byte. */
const decoders: ReadonlyMap<string, (firstByte: number) => Transform> = new Map<
  string,
  (firstByte: number) => Transform
>([
  ["gzip", () => createGunzip()],
  ["x-gzip", () => createGunzip()],
  ["br", () => createBrotliDecompress()],
  // Deflate is zlib's format (RFC 1950), which starts with method 8. Some servers send raw deflate (RFC 1951).
  ["deflate", (firstByte) => ((firstByte & 0x0f) === 8 ? createInflate() : createInflateRaw())],
]);

function isReadable(coding: string): boolean {
  return coding === "identity" || decoders.has(coding);
}

/** Decodes the codings, starting with the last one. */
function decodeChunks(source: AsyncIterable<Uint8Array>, codings: readonly string[]): AsyncIterable<Uint8Array> {
  return codings.reduceRight((encoded, coding) => decodeCoding(coding, codings.length, encoded), source);
}

async function* decodeCoding(
  coding: string,
  count: number,
  encoded: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const source = encoded[Symbol.asyncIterator]();
  try {
    const first = await source.next();
    if (first.done) return;
    const create = decoders.get(coding);
    if (create === undefined) throw new ContentEncodingError(`the content coding ${JSON.stringify(coding)} is unknown`);
    if (count > MOST_CODINGS) {
      throw new ContentEncodingError(`the body has ${count} content codings; ${MOST_CODINGS} are allowed`);
    }
    yield* pipeThrough(create(first.value[0] ?? 0), coding, prepend(first.value, source));
  } finally {
    await source.return?.();
  }
}

/** Pipes bytes through a decoder. Errors of the source are passed on; errors of the decoder name the coding. */
async function* pipeThrough(
  decoder: Transform,
  coding: string,
  encoded: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const source = Readable.from(encoded, { objectMode: false });
  pipeline(source, decoder, () => {}); // the loop below sees each error
  try {
    for await (const chunk of decoder) yield new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  } catch (cause) {
    if (source.errored === cause) throw cause;
    throw new ContentEncodingError(`the ${coding} body is damaged or incomplete: ${getMessage(cause)}`, { cause });
  }
}

async function* prepend(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield first;
  for (let chunk = await rest.next(); !chunk.done; chunk = await rest.next()) yield chunk.value;
}

/**
 * Creates a web stream that requests a chunk only when its reader does.
 *
 * @param close Function that closes the source immediately. The iterator alone would wait for the pending chunk.
 */
function createStream(chunks: AsyncIterable<Uint8Array>, close: () => void): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const chunk = await iterator.next();
        if (chunk.done) controller.close();
        else controller.enqueue(chunk.value);
      },
      cancel() {
        close();
        iterator.return?.().catch(() => {}); // frees the decoders; the source is closed, so errors do not matter
      },
    },
    { highWaterMark: 0 },
  );
}

function getMessage(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
