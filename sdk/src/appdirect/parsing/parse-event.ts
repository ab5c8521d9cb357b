import { EventParseError } from "../../errors/index.js";
import { parseExactly } from "../../http/body/index.js";
import { addFacts, canonicalizeEvent, createParseError, type Event, readEventId } from "../events/index.js";
import { findEventIssues } from "./event-issues.js";
import { decodeEvent, detectForm } from "./event-text.js";
import { convertXml } from "./event-xml.js";
import { parseXml } from "./xml-elements.js";

/** Options for {@link parseEvent}. */
export interface ParseEventOptions {
  /**
   * `Content-Type` of the body. If it is neither JSON nor XML, the first character determines the format.
   * @defaultValue determined by the first character
   */
  readonly contentType?: string | undefined;
  /** URL that the event was fetched from, for its `id`. @defaultValue none: the event has no `id` */
  readonly eventUrl?: string | undefined;
  /** Maximum size in UTF-8, in bytes. @defaultValue 1048576 */
  readonly maxBytes?: number | undefined;
}

/**
 * Parses an event from JSON or XML, in any form that marketplaces have used since 2012.
 *
 * Both formats of an event result in the same value, with the names of the JSON format. Maps are plain objects, `links`
 * and an order's `items` are always lists, quantities are numbers, and text is trimmed. A `null` is absent. An empty
 * element is an empty text (`<street2/>`), or an empty object if the document describes an object
 * (`<configuration/>`). Undocumented members, values and types are kept; see {@link isUnknown}.
 *
 * XML requires the package `saxes`, which is loaded only when needed. Document types (DOCTYPE) are rejected, and so are
 * bodies that are too large or too deep. This function cannot verify who wrote the event: pass only bodies fetched from
 * a marketplace that you trust.
 *
 * @throws EventParseError if the body is not an event or lacks values that its type needs; the error lists all of them
 * @throws TypeError if `maxBytes` is not a positive number
 */
export async function parseEvent(body: string | Uint8Array, options: ParseEventOptions = {}): Promise<Event> {
  const { contentType, eventUrl, maxBytes = 2 ** 20 } = options;
  if (!(maxBytes > 0)) throw new TypeError(`maxBytes must be a positive number, not ${maxBytes}`);
  const text = decodeEvent(body, maxBytes);
  const isJson = detectForm(text, contentType) === "json";
  const written = isJson ? parseJson(text) : convertXml(await parseXml(text));
  const id = eventUrl === undefined ? undefined : readEventId(eventUrl);
  const event = addFacts(canonicalizeEvent(written), { raw: isJson ? written : text, id });
  assertUsable(event);
  return event;
}

function parseJson(text: string): unknown {
  try {
    return parseExactly(text);
  } catch (cause) {
    throw createParseError("expected JSON, found invalid JSON", { cause });
  }
}

function assertUsable(event: unknown): asserts event is Event {
  const issues = findEventIssues(event);
  if (issues.length > 0) throw new EventParseError(issues, NEXT_STEP);
}

const NEXT_STEP =
  "Respond to its notification with `INVALID_RESPONSE`, and look up the event in the marketplace by token";
