import type { AppDirectClient } from "./app-direct-client.js";
import type { Event } from "./event.js";
import type { Answer, AnswerTo, EventType } from "./results.js";
import type { Sender } from "./sender.js";

/** An event of a type, as it reaches its handler. */
export type EventOf<T extends EventType> = Extract<IdentifiedEvent, { type: T }>;

/** An event that was fetched, and so has an address. */
export type IdentifiedEvent = Event & {
  /** Identifies the event in its marketplace: the last segment of its URL. */
  readonly id: string;
};

/** What a handler knows beside the event. */
export interface EventContext {
  /** Who notified this vendor. */
  readonly sender: Sender;
  /** Address of the event. `events.settle` takes it for a result that is sent later, also after a restart. */
  readonly eventUrl: string;
  /** The client that the event was fetched by: its credentials are those of the product. */
  readonly client: AppDirectClient;
  /** Aborted when another process may work on this event, since this one could not keep its lease in the inbox. */
  readonly signal: AbortSignal;
}

/** Carries out the events of a type. What it throws is answered as `UNKNOWN_ERROR`, and the event may come again. */
export type EventHandlerOf<T extends EventType> = (
  event: EventOf<T>,
  context: EventContext,
) => AnswerTo<T> | Promise<AnswerTo<T>>;

/** Handlers by the type of event. */
export type EventHandlers = { readonly [T in EventType]?: EventHandlerOf<T> } & {
  /**
   * For every type that has no handler of its own, and for types that this version does not know. Without it, they are
   * answered `CONFIGURATION_ERROR` with a message that names the type.
   */
  readonly unknown?: AnyEventHandler;
};

/** Carries out events of any type. */
export type AnyEventHandler = (event: IdentifiedEvent, context: EventContext) => Answer | Promise<Answer>;

/** The handler for an event, if there is one. */
export function handlerFor(handlers: EventHandlers, { type }: Event): AnyEventHandler | undefined {
  // That the handler at a type takes events of that type is what `EventHandlers` says, one type at a time.
  const own = Object.hasOwn(handlers, type) ? (handlers[type] as AnyEventHandler | undefined) : undefined;
  return own ?? handlers.unknown;
}
