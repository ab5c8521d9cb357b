import { randomUUID } from "node:crypto";
import type { ChangeLog } from "../data/change.js";
import type { MarketplaceEvent } from "./event.js";
import type { EventResult } from "./event-result.js";
import { dummyEvents } from "./event-templates.js";

/** A form that is no longer written: XML as it was in 2012. */
export type EventForm = "2012";

/** An event that can be fetched by its token, and the vendor's result once there is one. */
export interface StoredEvent {
  readonly token: string;
  readonly event: MarketplaceEvent;
  /** Form in which it is fetched; what the vendor asks for where there is none. */
  readonly form: EventForm | undefined;
  /** Resolves with the vendor's result; for an event without one, never. */
  readonly settled: Promise<EventResult>;
  /** Takes a result. `false` when there is one already, which stays. */
  settle(result: EventResult): boolean;
}

/** The events of one marketplace. */
export interface EventStore {
  /** Stores an event under a token nobody can guess, which it may name. */
  add(event: (token: string) => MarketplaceEvent, form?: EventForm): StoredEvent;
  find(token: string): StoredEvent | undefined;
}

/** A store with the ping events in it, and with the earlier events and their results. */
export function createEventStore(log: ChangeLog): EventStore {
  const events = new Map<string, StoredEvent>();
  for (const [token, event] of dummyEvents()) events.set(token, storedEvent(token, event));
  for (const change of log.earlier) {
    if (change.kind === "event") events.set(change.token, storedEvent(change.token, change.event));
    if (change.kind === "result") events.get(change.token)?.settle(change.result);
  }
  return {
    add(event, form) {
      const token = randomUUID();
      const stored = storedEvent(token, event(token), form);
      events.set(token, stored);
      log.add({ kind: "event", token, event: stored.event });
      return logged(stored, log);
    },
    find(token) {
      const stored = events.get(token);
      return stored && logged(stored, log);
    },
  };
}

/** The event, whose result is taken down when it comes. That of a ping is not: a ping leaves nothing behind. */
function logged(stored: StoredEvent, log: ChangeLog): StoredEvent {
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

function storedEvent(token: string, event: MarketplaceEvent, form?: EventForm): StoredEvent {
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
      // A ping leaves nothing behind, so it can be answered again and again.
      isOpen = event.flag === "STATELESS";
      resolve(result);
      return true;
    },
  };
}
