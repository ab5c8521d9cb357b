import { randomUUID } from "node:crypto";
import type { ChangeLog } from "../data/change.js";
import type { MarketplaceEvent } from "./event.js";
import type { EventResult } from "./event-result.js";
import { dummyEvents } from "./event-templates.js";

/** Obsolete event format: XML as of 2012. */
export type EventForm = "2012";

/** Event that can be fetched by its token, with the vendor's result once available. */
export interface StoredEvent {
  readonly token: string;
  readonly event: MarketplaceEvent;
  /** Format of the event. If undefined, the vendor chooses by `Accept`. */
  readonly form: EventForm | undefined;
  /** Resolves with the vendor's result. Never resolves if there is none. */
  readonly settled: Promise<EventResult>;
  /** Stores the result. Returns `false` and keeps the old result if there already is one. */
  settle(result: EventResult): boolean;
}

/** Events of one marketplace. */
export interface EventStore {
  /** Stores an event under a random token, which the event may include. */
  add(event: (token: string) => MarketplaceEvent, form?: EventForm): StoredEvent;
  find(token: string): StoredEvent | undefined;
}

/** Creates a store with the ping events and with the events and results of the log. */
export function createEventStore(log: ChangeLog): EventStore {
  const events = new Map<string, StoredEvent>();
  for (const [token, event] of dummyEvents()) events.set(token, createStoredEvent(token, event));
  for (const change of log.earlier) {
    if (change.kind === "event") events.set(change.token, createStoredEvent(change.token, change.event));
    if (change.kind === "result") events.get(change.token)?.settle(change.result);
  }
  return {
    add(event, form) {
      const token = randomUUID();
      const stored = createStoredEvent(token, event(token), form);
      events.set(token, stored);
      log.add({ kind: "event", token, event: stored.event });
      return withLogging(stored, log);
    },
    find(token) {
      const stored = events.get(token);
      return stored && withLogging(stored, log);
    },
  };
}

/** Event that logs its result. Results of pings are not logged, because pings change nothing. */
function withLogging(stored: StoredEvent, log: ChangeLog): StoredEvent {
  const { token, event } = stored;
  return {
    ...stored,
    settle(result) {
      const isTaken = stored.settle(result);
      if (isTaken && event.flag !== "STATELESS") log.add({ kind: "result", token, result });
      return isTaken;
    },
  };
}

function createStoredEvent(token: string, event: MarketplaceEvent, form?: EventForm): StoredEvent {
  let isOpen = true;
  let resolve: (result: EventResult) => void = () => {};
  const settled = new Promise<EventResult>((resolved) => {
    resolve = resolved;
  });
  return {
    token,
    event,
    form,
    settled,
    settle(result) {
      if (!isOpen) return false;
      // A ping changes nothing, so it can be answered repeatedly.
      isOpen = event.flag === "STATELESS";
      resolve(result);
      return true;
    },
  };
}
