import type { Event as DocumentedEvent, EventLink } from "../../generated/appdirect/types.js";

/** What the SDK knows of an event beside what the marketplace wrote. */
export interface EventFacts {
  /** Identifies the event in its marketplace: the last segment of its URL. Absent where no URL was given. */
  readonly id?: string;
  /** Whether it is about an add-on, of the old kind or of today's. */
  readonly isAddon: boolean;
  /**
   * The event as it came: JSON parsed, XML as its text. Not enumerable, so that printing, comparing or storing an event
   * does not double it.
   */
  readonly raw: unknown;
}

/**
 * An event in its one canonical form. Narrow it by `type`; a type that is not known comes through as well, see
 * `isUnknown`.
 */
export type Event = DocumentedEvent & EventFacts & { links: EventLink[] };

/** An event that was fetched, and so has an address. */
export type IdentifiedEvent = Event & {
  /** Identifies the event in its marketplace: the last segment of its URL. */
  readonly id: string;
};
