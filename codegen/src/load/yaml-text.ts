import {
  boolCoreTag,
  EVENT_ID,
  type Event,
  floatCoreTag,
  getScalarValue,
  intCoreTag,
  type MappingEvent,
  NOT_RESOLVED,
  nullCoreTag,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from "js-yaml";
import type { JsonValue } from "./json.js";
import { maximumDepth } from "./limits.js";

/**
 * The value of a text that is YAML and has nothing to be said about it; `undefined` for every other text, which is left
 * to the parser that knows what is wrong where, and takes four times as long. What needs a second thought is left to it,
 * too: anchors and aliases, tags, directives, merge keys, a second document.
 */
export function readYaml(text: string): JsonValue | undefined {
  const [document, ...events] = eventsOf(text);
  if (document?.type !== EVENT_ID.DOCUMENT || document.directives.length > 0) return undefined;
  const reader = new Reader(text, events);
  const root = reader.value(0);
  return reader.isAtEnd ? root : undefined;
}

function eventsOf(text: string): readonly Event[] {
  try {
    return parseEvents(text, { maxDepth: maximumDepth + 1 });
  } catch {
    return []; // whatever is wrong, the other parser says it
  }
}

/** Makes values of events. Where one is not plain, all around it are `undefined`. */
class Reader {
  readonly #text: string;
  readonly #events: readonly Event[];
  #next = 0;

  constructor(text: string, events: readonly Event[]) {
    this.#text = text;
    this.#events = events;
  }

  /** Whether nothing is left but the end of the document. */
  get isAtEnd(): boolean {
    return this.#next === this.#events.length - 1;
  }

  value(depth: number): JsonValue | undefined {
    const event = this.#events[this.#next++];
    if (event === undefined || !isPlain(event) || depth > maximumDepth) return undefined;
    if (event.type === EVENT_ID.SEQUENCE) return this.#list(depth + 1);
    if (event.type === EVENT_ID.MAPPING) return this.#object(depth + 1);
    const source = getScalarValue(this.#text, event);
    return event.style === SCALAR_STYLE.PLAIN ? plainScalar(source) : source;
  }

  #list(depth: number): readonly JsonValue[] | undefined {
    const list: JsonValue[] = [];
    while (!this.#ends()) {
      const value = this.value(depth);
      if (value === undefined) return undefined;
      list.push(value);
    }
    return list;
  }

  #object(depth: number): JsonValue | undefined {
    const object: Record<string, JsonValue> = Object.create(null);
    while (!this.#ends()) {
      const key = this.#key();
      const value = this.value(depth);
      if (key === undefined || value === undefined || key in object) return undefined;
      object[key] = value;
    }
    return object;
  }

  /** Reads a key. One that is a number to YAML is a name to everybody who writes it: `200` under `responses`. */
  #key(): string | undefined {
    const event = this.#events[this.#next++];
    if (event?.type !== EVENT_ID.SCALAR || !isPlain(event)) return undefined;
    const source = getScalarValue(this.#text, event);
    if (event.style !== SCALAR_STYLE.PLAIN) return source;
    const value = plainScalar(source);
    const isName = typeof value === "string" || (typeof value === "number" && String(value) === source);
    return isName && source !== "<<" ? source : undefined;
  }

  /** Steps over the end of a collection, where that is next. */
  #ends(): boolean {
    const ends = this.#events[this.#next]?.type === EVENT_ID.POP;
    if (ends) this.#next += 1;
    return ends;
  }
}

/** Whether an event begins a value that bears neither an anchor nor a tag. */
function isPlain(event: Event): event is ScalarEvent | SequenceEvent | MappingEvent {
  return "tagStart" in event && event.tagStart === ABSENT && event.anchorStart === ABSENT;
}

const ABSENT = -1;

const coreTags = [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag];

/** What a scalar without quotation marks is by the core schema (YAML 1.2.2, 10.3.2). */
function plainScalar(source: string): JsonValue | undefined {
  const first = source.charAt(0);
  for (const tag of coreTags) {
    if (tag.implicitFirstChars?.includes(first) === false) continue;
    const value = tag.resolve(source, false, tag.tagName);
    if (value === NOT_RESOLVED) continue;
    return typeof value === "number" && !Number.isFinite(value) ? undefined : value;
  }
  // A number beyond the range of a double is text to js-yaml.
  return Number.isFinite(Number(source)) || Number.isNaN(Number(source)) ? source : undefined;
}
