/** Complete response with any status, or the head of a response whose body the caller reads. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  /** Body without credentials, for errors and logs. */
  readonly text: string;
  /** Unchanged body, only for the caller of a successful call. */
  readonly raw: string;
  /** Removes credentials from a part of the response, for errors and logs. */
  readonly redact: (part: string) => string;
  /** Body of a success that is read as bytes. `text` is empty then. */
  readonly bytes?: Bytes;
  /** Body of a success that the caller reads. `text` is empty then. */
  readonly open?: ReadableStream<Uint8Array>;
}

/** `Uint8Array<ArrayBuffer>`, written in a way that compilers older than 5.7 accept, where it is not generic. */
export type Bytes = Uint8Array & { readonly buffer: ArrayBuffer };
