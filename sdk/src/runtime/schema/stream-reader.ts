/**
 * Streamed response of an operation, which yields each item as it arrives. It can be read once. Read or close it:
 * while it is open, it occupies a connection and one of the client's concurrent calls.
 *
 * ```ts
 * for await (const price of await feeds.watchPrices({ symbol: "EUR" })) console.log(price.amount);
 * ```
 *
 * Leaving the loop closes the stream. If the stream is interrupted, the loop throws the error that the call itself
 * would have thrown: a `TimeoutError` if the stream sends nothing for the `timeout` of its call, or a
 * `ConnectionError` if the connection is lost. For an unsafe call, both are an `OutcomeUnknownError`. The call's
 * `deadline` ends with the head of the response, so a stream may last longer.
 */
export interface Stream<Item> extends AsyncIterable<Item> {
  /** Ends the stream and closes its connection. Calling it again has no effect. */
  close(): void;
}

/** Facts about a response for the reader of its stream. */
export interface StreamReading {
  /** Header `Content-Type` of the response. */
  readonly contentType: string;
  /** Item of server-sent events: the event, or its data as text; `undefined` means its data as JSON. */
  readonly item: "event" | "text" | undefined;
  /** Parses a part of the stream into an item, and validates it against the document. */
  readonly itemOf: (piece: string | ServerSentEvent) => unknown;
  /** Returns the error that the loop throws after an interruption. `fault` is a problem with the response itself. */
  readonly errorOf: (error: unknown, fault: string | undefined) => Promise<unknown>;
}

/** Bytes of a response that is still arriving. */
export interface StreamSource extends AsyncIterable<Uint8Array> {
  /** Closes the connection. */
  close(): void;
}

/** Creates a {@link Stream} from a response that is still arriving. */
export type StreamReader = (source: StreamSource, reading: StreamReading) => Stream<unknown>;

/** Event of `text/event-stream`. */
export interface ServerSentEvent {
  readonly event?: string;
  readonly data: string;
  readonly id?: string;
  /** Reconnection time in milliseconds. */
  readonly retry?: number;
}
