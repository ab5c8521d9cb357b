import type { AnswerStream } from "../../http/index.js";
import { mediaOf } from "../media-type.js";
import { linesOf, RecordTooLongError, recordsOf } from "./records.js";
import { eventsOf, type ServerSentEvent } from "./server-sent-events.js";

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

/** Makes a {@link Stream} of an answer that comes piece by piece. */
export type StreamReader = (source: AnswerStream, reading: StreamReading) => Stream<unknown>;

/** Reads JSON lines, JSON text sequences and server-sent events, whichever the answer is. Descriptors refer to it. */
export const itemStream: StreamReader = (source, reading) => {
  let isTaken = false;
  return {
    close: () => source.close(),
    [Symbol.asyncIterator]() {
      if (isTaken) throw new TypeError("This stream is being read already, and can be read once. Keep the items");
      isTaken = true;
      return itemsOf(source, reading);
    },
  };
};

async function* itemsOf(source: AnswerStream, reading: StreamReading): AsyncGenerator<unknown> {
  try {
    for await (const piece of piecesOf(source, reading)) yield reading.itemOf(piece);
  } catch (error) {
    throw await reading.errorOf(error, error instanceof RecordTooLongError ? error.message : undefined);
  } finally {
    source.close();
  }
}

/** The pieces of a stream, each as text or as an event. */
function piecesOf(source: AnswerStream, { contentType, item }: StreamReading): AsyncIterable<string | ServerSentEvent> {
  if (mediaOf(contentType) === "records") return recordsOf(source, /json-seq/i.test(contentType) ? "\u001e" : "\n");
  const events = eventsOf(linesOf(source));
  return item === "event" ? events : dataOf(events, item);
}

/** The data of events. A platform that streams JSON often says `[DONE]` at the end, which is none. */
async function* dataOf(events: AsyncIterable<ServerSentEvent>, item: "text" | undefined): AsyncGenerator<string> {
  for await (const { data } of events) {
    if (item === undefined && data === "[DONE]") return;
    yield data;
  }
}
