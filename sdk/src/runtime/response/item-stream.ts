import {
  mediaOf,
  type ServerSentEvent,
  type StreamReader,
  type StreamReading,
  type StreamSource,
} from "../schema/index.js";
import { linesOf, RecordTooLongError, recordsOf } from "./records.js";
import { eventsOf } from "./server-sent-events.js";

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

async function* itemsOf(source: StreamSource, reading: StreamReading): AsyncGenerator<unknown> {
  try {
    for await (const piece of piecesOf(source, reading)) yield reading.itemOf(piece);
  } catch (error) {
    throw await reading.errorOf(error, error instanceof RecordTooLongError ? error.message : undefined);
  } finally {
    source.close();
  }
}

/** The pieces of a stream, each as text or as an event. */
function piecesOf(source: StreamSource, { contentType, item }: StreamReading): AsyncIterable<string | ServerSentEvent> {
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
