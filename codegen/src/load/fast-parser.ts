import {
  type AliasEvent,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from "js-yaml";
import { maximumDepth } from "./limits.js";
import type { PositionedText } from "./positioned-text.js";
import { secondDocumentError } from "./second-document.js";
import type { AliasNode, ListNode, MapEntry, MapNode, Marked, ScalarNode, SyntaxNode } from "./syntax-node.js";

/**
 * Parses text with the fast parser, which stops at the first error.
 *
 * @throws YAMLException at the first syntax error, and SpecError.
 */
export function parseFast(source: PositionedText): SyntaxNode | undefined {
  // The parser counts the root as one level. It rejects deeper nesting, so the reader may recurse.
  return new Reader(source, parseEvents(source.text, { maxDepth: maximumDepth + 1 })).document();
}

/** Builds a tree from the parser's events. Events carry offsets, except for empty values. */
class Reader {
  readonly #source: PositionedText;
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #anchors = new Map<string, SyntaxNode>();
  #next = 0;
  /** Offset after the last token read. */
  #end = 0;

  constructor(source: PositionedText, events: readonly Event[]) {
    this.#source = source;
    this.#text = source.text;
    this.#events = events;
  }

  /** Root of the only document. */
  document(): SyntaxNode | undefined {
    if (this.#events.length === 0) return undefined;
    this.#next = 1;
    const root = this.#node(BEFORE.item);
    this.#next += 1;
    if (this.#next < this.#events.length) throw secondDocumentError(this.#source, this.#skip(BEFORE.document));
    return root;
  }

  /** @param before - Gap before the value, used to locate the value if it is empty. */
  #node(before: Gap): SyntaxNode {
    const event = this.#events[this.#next++];
    const node = this.#contentOf(event, before);
    if (node.kind !== "alias" && node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    return node;
  }

  #contentOf(event: Event | undefined, before: Gap): SyntaxNode {
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return this.#scalar(event, before);
      case EVENT_ID.SEQUENCE:
        return this.#list(event);
      case EVENT_ID.MAPPING:
        return this.#map(event);
      case EVENT_ID.ALIAS:
        return this.#alias(event);
      default:
        throw new TypeError("Parser events end a collection where a value must begin.");
    }
  }

  #scalar(event: ScalarEvent, before: Gap): ScalarNode {
    const start = this.#startOf(event, before);
    const text = getScalarValue(this.#text, event);
    return { kind: "scalar", start, text, isPlain: event.style === SCALAR_STYLE.PLAIN, ...this.#marksOf(event) };
  }

  #list(event: SequenceEvent): ListNode {
    this.#end = event.start;
    const items: SyntaxNode[] = [];
    while (!this.#closes()) items.push(this.#node(BEFORE.item));
    return { kind: "list", start: event.start, items, ...this.#marksOf(event) };
  }

  #map(event: MappingEvent): MapNode {
    this.#end = event.start;
    const entries: MapEntry[] = [];
    while (!this.#closes()) {
      entries.push({ key: this.#node(BEFORE.key), value: this.#node(BEFORE.value) });
    }
    return { kind: "map", start: event.start, entries, ...this.#marksOf(event) };
  }

  #alias({ anchorStart, anchorEnd }: AliasEvent): AliasNode {
    this.#end = anchorEnd;
    const name = this.#text.slice(anchorStart, anchorEnd);
    return { kind: "alias", start: anchorStart - "*".length, name, target: this.#anchors.get(name) };
  }

  /** Consumes the end of a collection if it is the next event. */
  #closes(): boolean {
    const closes = this.#events[this.#next]?.type === EVENT_ID.POP;
    if (closes) this.#next += 1;
    return closes;
  }

  #marksOf(event: ScalarEvent | SequenceEvent | MappingEvent): Pick<Marked, "anchor" | "tag"> {
    const { anchorStart, anchorEnd, tagStart, tagEnd } = event;
    return {
      anchor: anchorStart === ABSENT ? undefined : this.#text.slice(anchorStart, anchorEnd),
      tag: tagStart === ABSENT ? undefined : { text: this.#text.slice(tagStart, tagEnd), start: tagStart },
    };
  }

  /** Start offset of a scalar. Also moves `#end` to its end. */
  #startOf({ style, valueStart, valueEnd, anchorEnd, tagEnd }: ScalarEvent, before: Gap): number {
    const isMarked = anchorEnd !== ABSENT || tagEnd !== ABSENT;
    if (isMarked) this.#end = Math.max(anchorEnd, tagEnd);
    if (valueStart === ABSENT) {
      if (!isMarked) this.#end = this.#skip(before);
      return this.#end;
    }
    const isQuoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
    const isBlock = style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK;
    const start = isBlock ? this.#skip(BEFORE.block) : valueStart - Number(isQuoted);
    this.#end = valueEnd + Number(isQuoted);
    return start;
  }

  /** Offset after a gap that starts at `#end`. */
  #skip({ filler, sign = "" }: Gap): number {
    let end = this.#end;
    filler.lastIndex = end;
    while (filler.test(this.#text)) end = filler.lastIndex;
    return this.#text.startsWith(sign, end) ? end + sign.length : end;
  }
}

const ABSENT = -1;

/** Text that may separate two values, and the indicator that precedes the next one. */
interface Gap {
  readonly filler: RegExp;
  readonly sign?: string;
}

/** Gaps by the kind of the next value: whitespace, comments and closing brackets. */
const BEFORE = {
  item: { filler: /[\s\]}]+|#.*/y, sign: "-" },
  key: { filler: /[\s\]},]+|#.*/y, sign: "?" },
  value: { filler: /[\s\]}]+|#.*/y, sign: ":" },
  block: { filler: /[\s\]},]+|#.*|[-?:](?=\s)/y },
  document: { filler: /[\s\]}]+|#.*|\.{3}/y },
} satisfies Record<string, Gap>;
