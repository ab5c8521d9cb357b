import type { Bytes } from "./bytes.js";

/** A request before it is signed. */
export interface UnsignedRequest {
  readonly method: string;
  /** Exactly what will stand on the wire. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: RequestContent | undefined;
  /** How the body of a success is read. That of an error is text. */
  readonly readingOf: (status: number, headers: Headers) => Reading;
}

/** What can be sent. All but a stream can be sent again. */
export type RequestContent = string | Bytes | Blob | FormData | ReadableStream<Uint8Array>;

/** How an answer is read: whole, or by the caller while it comes. */
export type Reading = "text" | "bytes" | "stream";
