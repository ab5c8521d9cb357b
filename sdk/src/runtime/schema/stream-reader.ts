/**
 * What an operation answers piece by piece, each as it comes. It is read once, and either read or closed: while it is
 * open it holds a connection and one of the client's places.
 *
 * ```ts
 * for await (const price of await feeds.watchPrices({ symbol: "EUR" })) console.log(price.amount);
 * ```
 *
 * Leaving the loop closes it. What breaks it off is thrown by the loop, as the call itself would have thrown it: a
 * stream that says nothing for the `timeout` of its call is a `TimeoutError`, or an `OutcomeUnknownError` where the call
 * is unsafe; so is a lost connection, a `ConnectionError` where it is not. The call's `deadline` ends with the head of
 * the answer: a stream may last.
 */
export interface Stream<Item> extends AsyncIterable<Item> {
  /** Ends it here, and closes its connection. Closing twice is closing once. */
  close(): void;
}

/** What a reader of streams is told of an answer. */
export interface StreamReading {
  /** What the answer says that it is. */
  readonly contentType: string;
  /** Of server-sent events: whether an item is the event, or its data as text. Without it, its data as JSON. */
  readonly item: "event" | "text" | undefined;
  /** Makes an item of a piece, and holds it against the document. */
  readonly itemOf: (piece: string | ServerSentEvent) => unknown;
  /** What the loop throws for what broke it off; `fault` says what is wrong with the answer itself. */
  readonly errorOf: (error: unknown, fault: string | undefined) => Promise<unknown>;
}

/** Bytes of a response that is still arriving. */
export interface StreamSource extends AsyncIterable<Uint8Array> {
  /** Closes the connection. */
  close(): void;
}

/** Makes a {@link Stream} of a response that arrives piece by piece. */
export type StreamReader = (source: StreamSource, reading: StreamReading) => Stream<unknown>;

/** One event of `text/event-stream`. */
export interface ServerSentEvent {
  readonly event?: string;
  readonly data: string;
  readonly id?: string;
  /** Milliseconds. */
  readonly retry?: number;
}
