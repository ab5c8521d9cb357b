import type { ServerSentEvent } from "../schema/index.js";
import { LONGEST_RECORD, RecordTooLongError } from "./records.js";

/**
 * Reads the events of a stream as the HTML Living Standard (9.2.6) specifies: a blank line ends an event, data lines
 * are joined, and comments and unknown fields are ignored. An event that is incomplete at the end of the stream is
 * dropped.
 *
 * @throws RecordTooLongError if an event is longer than the limit
 */
export async function* readEvents(lines: AsyncIterable<string>): AsyncGenerator<ServerSentEvent> {
  let fields: Fields = NONE;
  let size = 0;
  for await (const line of lines) {
    if (line !== "") {
      const extended = addField(fields, line);
      // Comments do not count: a server may send one each minute for days.
      if (extended !== fields) size += line.length;
      if (size > LONGEST_RECORD) throw new RecordTooLongError();
      fields = extended;
      continue;
    }
    const { data, ...others } = fields;
    if (data !== undefined) yield { ...others, data };
    fields = NONE;
    size = 0;
  }
}

type Fields = Partial<ServerSentEvent>;

const NONE: Fields = {};

function addField(fields: Fields, line: string): Fields {
  const colon = line.indexOf(":");
  const name = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
  switch (name) {
    case "event":
      return { ...fields, event: value };
    case "data":
      return { ...fields, data: fields.data === undefined ? value : `${fields.data}\n${value}` };
    case "id":
      return value.includes("\0") ? fields : { ...fields, id: value };
    case "retry":
      return /^\d+$/.test(value) ? { ...fields, retry: Number(value) } : fields;
    default:
      return fields;
  }
}
