/** A complete answer, of whatever status; or the head of one whose body the caller reads. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  /** Without anything that would prove who sent the request: for errors and logs. */
  readonly text: string;
  /** As it came: for the caller of a success alone. */
  readonly raw: string;
  /** Removes from a part of the answer what would prove who sent the request, for errors and logs. */
  readonly redact: (part: string) => string;
  /** Of a success that is read as bytes; there is no text then. */
  readonly bytes?: Bytes;
  /** Of a success that the caller reads; there is no text then. */
  readonly open?: ReadableStream<Uint8Array>;
}

/** `Uint8Array<ArrayBuffer>`, as declarations must say it for compilers older than 5.7, to which it is not generic. */
export type Bytes = Uint8Array & { readonly buffer: ArrayBuffer };
