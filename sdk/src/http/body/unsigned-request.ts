import type { Bytes } from "./http-response.js";

/** Request before it is signed. */
export interface UnsignedRequest {
  readonly method: string;
  /** URL exactly as it will be sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: RequestContent | undefined;
  /** Returns the format in which to read the body of a success. The body of an error is read as text. */
  readonly bodyFormatOf: (status: number, headers: Headers) => BodyFormat;
}

/** Content of a request. All kinds but a stream can be sent again. */
export type RequestContent = string | Bytes | Blob | FormData | ReadableStream<Uint8Array>;

/** Format in which a response is read: completely as text or bytes, or as a stream by the caller. */
export type BodyFormat = "text" | "bytes" | "stream";

/** Finds the nonce of a request, in its header or query. A nonce proves nothing but helps to find the call in a log. */
export function findNonce(sent: Request | undefined): string | undefined {
  if (sent === undefined) return undefined;
  const header = /oauth_nonce="([^"]*)"/.exec(sent.headers.get("authorization") ?? "")?.[1];
  return header ?? new URL(sent.url).searchParams.get("oauth_nonce") ?? undefined;
}

/** Returns a URL without its query, which may contain a signature. */
export function stripQuery(url: string): string {
  const end = url.search(/[?#]/);
  return end < 0 ? url : url.slice(0, end);
}
