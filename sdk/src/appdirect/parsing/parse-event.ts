import { EventParseError } from "../../errors/index.js";
import { parseExactly } from "../../http/body/index.js";
import { addFacts, canonicalizeEvent, createParseError, type Event, readEventId } from "../events/index.js";
import { findEventIssues } from "./event-issues.js";
import { decodeEvent, detectForm } from "./event-text.js";
import { convertXml } from "./event-xml.js";
import { parseXml } from "./xml-elements.js";

/** What is known of a body beside its bytes. */
export interface ParseEventOptions {
  /**
   * `Content-Type` that it came with. JSON and XML are known by it; anything else is left to the first character.
   * @defaultValue by the first character
   */
  readonly contentType?: string | undefined;
  /** Where it was fetched, for the event's `id`. @defaultValue none, and then there is no `id` */
  readonly eventUrl?: string | undefined;
  /** Bytes that it may have in UTF-8. @defaultValue 1048576 */
  readonly maxBytes?: number | undefined;
}

/**
 * Reads an event from JSON or XML, whichever the marketplace wrote, of today or of 2012.
 *
 * One event comes to the same value in both forms. It has the names of the JSON form; maps are plain objects, and
 * `links` and the `items` of an order always lists; quantities are numbers; text has no white space at its ends. What
 * is `null` is absent; an empty element is an empty text (`<street2/>`), and where a map or an object belongs an empty
 * one (`<configuration/>`). A member, a value or a type that nobody documented comes through; see {@link isUnknown}.
 *
 * XML needs the package `saxes`, which is loaded only then. A document type is refused, and so is a body that is too
 * large or too deep. Nothing here proves who wrote the event: give it what was fetched from a marketplace you trust.
 *
 * @throws EventParseError where it is no event, or lacks what its type needs; the error names everything that is missing
 * @throws TypeError where `maxBytes` is no positive number
 */
export async function parseEvent(body: string | Uint8Array, options: ParseEventOptions = {}): Promise<Event> {
  const { contentType, eventUrl, maxBytes = 2 ** 20 } = options;
  if (!(maxBytes > 0)) throw new TypeError(`maxBytes must be a positive number, and is ${maxBytes}`);
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
    throw createParseError("expected JSON, and the text is not", { cause });
  }
}

function assertUsable(event: unknown): asserts event is Event {
  const issues = findEventIssues(event);
  if (issues.length > 0) throw new EventParseError(issues, LOOK_IT_UP);
}

const LOOK_IT_UP =
  "Answer its notification with `INVALID_RESPONSE`, and look the event up in the marketplace by its token";
