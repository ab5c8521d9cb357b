import {
  classifyMediaType,
  type ServerSentEvent,
  type StreamReader,
  type StreamReading,
  type StreamSource,
} from "../schema/index.js";
import { RecordTooLongError, readLines, readRecords } from "./records.js";
import { readEvents } from "./server-sent-events.js";

/** Reads JSON lines, JSON text sequences or server-sent events, by content type. Used by operation descriptors. */
export const itemStream: StreamReader = (source, reading) => {
  let isTaken = false;
  return {
    close: () => source.close(),
    [Symbol.asyncIterator]() {
      if (isTaken) throw new TypeError("This stream was read already. A stream can be read only once: keep its items");
      isTaken = true;
      return readItems(source, reading);
    },
  };
};

async function* readItems(source: StreamSource, reading: StreamReading): AsyncGenerator<unknown> {
  try {
    for await (const piece of readPieces(source, reading)) yield reading.itemOf(piece);
  } catch (error) {
    throw await reading.errorOf(error, error instanceof RecordTooLongError ? error.message : undefined);
  } finally {
    source.close();
  }
}

/** Reads the pieces of a stream, each as text or as an event. */
function readPieces(
  source: StreamSource,
  { contentType, item }: StreamReading,
): AsyncIterable<string | ServerSentEvent> {
  if (classifyMediaType(contentType) === "records")
    return readRecords(source, /json-seq/i.test(contentType) ? "\u001e" : "\n");
  const events = readEvents(readLines(source));
  return item === "event" ? events : readData(events, item);
}

/** Reads the data of events. Platforms that stream JSON often end with `[DONE]`, which is not an item. */
async function* readData(events: AsyncIterable<ServerSentEvent>, item: "text" | undefined): AsyncGenerator<string> {
  for await (const { data } of events) {
    if (item === undefined && data === "[DONE]") return;
    yield data;
  }
}
