import type { Event as DocumentedEvent, EventLink } from "../../generated/appdirect/types.js";

/** Facts that the SDK adds to an event. */
export interface EventFacts {
  /** ID of the event in its marketplace: the last segment of its URL. Absent if no URL was given. */
  readonly id?: string;
  /** True if the event is about an add-on, old-style or current. */
  readonly isAddon: boolean;
  /**
   * Event as received: parsed JSON, or XML text. Not enumerable, so printing, comparing or storing an event does not
   * duplicate it.
   */
  readonly raw: unknown;
}

/** Event in canonical form. Narrow it by `type`. Events of unknown types are passed through; see `isUnknown`. */
export type Event = DocumentedEvent & EventFacts & { links: EventLink[] };

/** Event that was fetched from a URL, so it has an ID. */
export type IdentifiedEvent = Event & {
  /** ID of the event in its marketplace: the last segment of its URL. */
  readonly id: string;
};
