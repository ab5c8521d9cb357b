import { pipeline, Readable, type Transform } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";

/** Value of `Accept-Encoding` that names the content codings {@link decodeBody} reads. */
const READABLE_ENCODINGS = "gzip, deflate, br";

/** Number of codings that one body may have. Each of them holds a window of memory. */
const MOST_CODINGS = 5;

/**
 * Error thrown while a body is read: its content coding (RFC 9110 section 8.4) is unknown, or its bytes are damaged or
 * end early. The message names the coding. Ask the server for `Accept-Encoding: gzip`, or look for a proxy on the way
 * that changes bodies.
 */
export class ContentEncodingError extends Error {
  override readonly name = "ContentEncodingError";
  readonly code = "ERR_CONTENT_ENCODING";
}

/**
 * Decodes a body as its `Content-Encoding` says. The headers stay as they are, as `fetch` leaves them.
 *
 * An empty body has nothing to decode, whatever the header says: the answers to HEAD, for instance. Bytes are decoded
 * as they are read, so an explosive body costs no memory until someone reads it.
 *
 * @param contentEncoding Value of the header; `null` if there is none.
 */
export function decodeBody(
  body: ReadableStream<Uint8Array>,
  contentEncoding: string | null,
): ReadableStream<Uint8Array> {
  const codings = codingsOf(contentEncoding);
  if (codings.length === 0) return body;
  // The two declarations of a web stream, Node's and the DOM's, are of one object.
  const source = Readable.fromWeb(body as NodeReadableStream<Uint8Array>);
  return streamOf(decodedChunks(source, codings), () => source.destroy());
}

/** Keeps the codings of an `Accept-Encoding` that can be read here; all of them if it names none. */
export function readableEncodings(acceptEncoding: string | null): string {
  const wanted = (acceptEncoding ?? "").split(",").map((part) => part.trim());
  const readable = wanted.filter((part) => isReadable(part.split(";", 1)[0]?.trim().toLowerCase() ?? ""));
  return readable.length > 0 ? readable.join(", ") : READABLE_ENCODINGS;
}

/** The codings of a body in the order in which they were applied, without `identity`. */
function codingsOf(contentEncoding: string | null): readonly string[] {
  return (contentEncoding ?? "")
    .toLowerCase()
    .split(",")
    .map((coding) => coding.trim())
    .filter((coding) => coding !== "" && coding !== "identity");
}

/** A decoder for each coding, which is given the first byte. */
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

/** Undoes the codings, the last one first. */
function decodedChunks(source: AsyncIterable<Uint8Array>, codings: readonly string[]): AsyncIterable<Uint8Array> {
  return codings.reduceRight((encoded, coding) => undo(coding, codings.length, encoded), source);
}

async function* undo(
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
    yield* through(create(first.value[0] ?? 0), coding, prepended(first.value, source));
  } finally {
    await source.return?.();
  }
}

/** Runs bytes through a decoder. An error of the source stays as it is; one of the decoder names the coding. */
async function* through(
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
    throw new ContentEncodingError(`the ${coding} body is damaged or incomplete: ${messageOf(cause)}`, { cause });
  }
}

async function* prepended(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield first;
  for (let chunk = await rest.next(); !chunk.done; chunk = await rest.next()) yield chunk.value;
}

/**
 * A web stream that asks for a chunk only when its reader does.
 *
 * @param close Ends the source at once. The iterator alone would wait for the chunk that it is waiting for.
 */
function streamOf(chunks: AsyncIterable<Uint8Array>, close: () => void): ReadableStream<Uint8Array> {
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
        iterator.return?.().catch(() => {}); // frees the decoders; the source has ended, so an error says nothing new
      },
    },
    { highWaterMark: 0 },
  );
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
