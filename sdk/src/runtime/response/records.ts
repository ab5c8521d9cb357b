/** Most characters of a record or an event: as many as an answer that is read whole may have bytes. */
export const LONGEST_RECORD = 10 * 1024 * 1024;

/** A record that is longer than we keep. */
export class RecordTooLongError extends Error {
  override readonly name = "RecordTooLongError";

  constructor() {
    super(
      `one record is longer than ${LONGEST_RECORD} characters. Check that the answer is the stream that the document ` +
        "describes, with a line end behind each record or a blank line behind each event",
    );
  }
}

/** What ends a record: in JSON lines a line feed, in JSON text sequences (RFC 7464) what begins the next one. */
export type Separator = "\n" | "\u001e";

/** The records of a body as they come. White space around one says nothing, and an empty one is none. */
export async function* readRecords(chunks: AsyncIterable<Uint8Array>, separator: Separator): AsyncGenerator<string> {
  for await (const record of split(chunks, separator)) {
    const text = record.trim();
    if (text !== "") yield text;
  }
}

/**
 * The lines of a body of server-sent events as they come. LF, CR LF and CR end one (HTML Living Standard, 9.2.5); what
 * stands behind the last of them is no line yet.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let open = "";
  let endedByReturn = false;
  for await (const text of decodeChunks(chunks)) {
    if (text === "") continue;
    // The second half of a CR LF, whose first half ended the line already.
    const rest = endedByReturn && text.startsWith("\n") ? text.slice(1) : text;
    const [first = "", ...others] = rest.split(/\r\n|\n|\r/);
    open = checkLength(open + first);
    for (const next of others) {
      yield open;
      open = next;
    }
    endedByReturn = text.endsWith("\r");
  }
}

async function* split(chunks: AsyncIterable<Uint8Array>, separator: Separator): AsyncGenerator<string> {
  let open = "";
  for await (const text of decodeChunks(chunks)) {
    const [first = "", ...others] = text.split(separator);
    open = checkLength(open + first);
    for (const next of others) {
      yield open;
      open = next;
    }
  }
  yield open;
}

/** UTF-8 as it comes; a character may stand on both sides of a chunk's end. */
async function* decodeChunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function checkLength(record: string): string {
  if (record.length > LONGEST_RECORD) throw new RecordTooLongError();
  return record;
}
