/** One event of `text/event-stream`. */
export interface ServerSentEvent {
  readonly event?: string;
  readonly data: string;
  readonly id?: string;
  /** Milliseconds. */
  readonly retry?: number;
}

/**
 * The events of a stream, as the HTML Living Standard (9.2.6) reads them: a blank line ends one, lines of data are
 * joined, comments and unknown fields say nothing. An event that is not ended when the stream is was never sent.
 */
export async function* eventsOf(lines: AsyncIterable<string>): AsyncGenerator<ServerSentEvent> {
  let fields: Fields = NONE;
  for await (const line of lines) {
    if (line !== "") {
      fields = withField(fields, line);
      continue;
    }
    const { data, ...others } = fields;
    if (data !== undefined) yield { ...others, data };
    fields = NONE;
  }
}

type Fields = Partial<ServerSentEvent>;

const NONE: Fields = {};

function withField(fields: Fields, line: string): Fields {
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
