/** Maximum length of a record or an event, in characters. The same number of bytes as for a buffered response. */
export const LONGEST_RECORD = 10 * 1024 * 1024;

/** Error for a record that is longer than the limit. */
export class RecordTooLongError extends Error {
  override readonly name = "RecordTooLongError";

  constructor() {
    super(
      `a record is longer than ${LONGEST_RECORD} characters. Check that the response is the stream that the document ` +
        "describes, with a line end after each record or a blank line after each event",
    );
  }
}

/** Separator of records: a line feed in JSON lines, the start of a record in JSON text sequences (RFC 7464). */
export type Separator = "\n" | "\u001e";

/** Reads the records of a body as they arrive. Trims white space and skips empty records. */
export async function* readRecords(chunks: AsyncIterable<Uint8Array>, separator: Separator): AsyncGenerator<string> {
  for await (const record of split(chunks, separator)) {
    const text = record.trim();
    if (text !== "") yield text;
  }
}

/**
 * Reads the lines of server-sent events as they arrive. LF, CR LF and CR end a line (HTML Living Standard, 9.2.5). Text
 * after the last line end is not a line.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let open = "";
  let endedByReturn = false;
  for await (const text of decodeChunks(chunks)) {
    if (text === "") continue;
    // The CR at the end of the previous chunk has ended the line: skip the LF of the same CR LF.
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

/** Decodes UTF-8 as it arrives. A character may be split between two chunks. */
async function* decodeChunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function checkLength(record: string): string {
  if (record.length > LONGEST_RECORD) throw new RecordTooLongError();
  return record;
}
