import type { Bytes } from "./http-response.js";

/** A request before it is signed. */
export interface UnsignedRequest {
  readonly method: string;
  /** Exactly what will stand on the wire. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: RequestContent | undefined;
  /** How the body of a success is read. That of an error is text. */
  readonly bodyFormatOf: (status: number, headers: Headers) => BodyFormat;
}

/** What can be sent. All but a stream can be sent again. */
export type RequestContent = string | Bytes | Blob | FormData | ReadableStream<Uint8Array>;

/** How an answer is read: whole, or by the caller while it comes. */
export type BodyFormat = "text" | "bytes" | "stream";

/** The nonce that a request carried, in whichever place. It proves nothing and finds the call in a log. */
export function findNonce(sent: Request | undefined): string | undefined {
  if (sent === undefined) return undefined;
  const header = /oauth_nonce="([^"]*)"/.exec(sent.headers.get("authorization") ?? "")?.[1];
  return header ?? new URL(sent.url).searchParams.get("oauth_nonce") ?? undefined;
}

/** A URL without its query, where a signature may stand. */
export function stripQuery(url: string): string {
  const end = url.search(/[?#]/);
  return end < 0 ? url : url.slice(0, end);
}
