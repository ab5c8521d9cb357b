import type { Logger } from "../../http/hooks/index.js";
import type { RawRequest } from "../../oauth1/encoding/index.js";
import type { AppDirectClient } from "../client/index.js";
import type { Answer, AnswerTo, Event, EventType, IdentifiedEvent, TrustedMarketplaces } from "../events/index.js";
import type { EventInbox, OncePerEvent } from "../inbox/index.js";
import type { NamedEvent } from "./named-event.js";
import type { EventReply } from "./reply.js";
import type { ResultFormat } from "./result-text.js";
import type { Sender, SenderCheck, SenderOptions } from "./sender.js";

/** An event of a type, as it reaches its handler. */
export type EventOf<T extends EventType> = Extract<IdentifiedEvent, { type: T }>;

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
export function findHandler(handlers: EventHandlers, { type }: Event): AnyEventHandler | undefined {
  // That the handler at a type takes events of that type is what `EventHandlers` says, one type at a time.
  const own = Object.hasOwn(handlers, type) ? (handlers[type] as AnyEventHandler | undefined) : undefined;
  return own ?? handlers.unknown;
}

/** What {@link createEventHandler} is made with. */
export interface EventHandlerOptions extends SenderOptions {
  /**
   * Fetches events and sends results that come later: with the credentials of the product that the notification
   * belongs to. For several products a function, which is told who sent the notification.
   */
  readonly client: AppDirectClient | ((sender: Sender) => AppDirectClient | Promise<AppDirectClient>);
  /**
   * Origins of the marketplaces whose events are fetched, such as `https://marketplace.example`. A notification that
   * names an event elsewhere is refused before anything is signed. @defaultValue those of the client
   */
  readonly marketplaces?: readonly string[] | undefined;
  /**
   * What each type of event comes to. Carried out once per event, whatever is delivered again; what a handler answers is
   * the answer from then on. One that throws is answered `UNKNOWN_ERROR`, and called again at the next delivery.
   */
  readonly on: EventHandlers;
  /**
   * Where a browser goes that brings an interactive event: to a page of yours, by an address without a signature. The
   * way back is `signReturnUrl`. An event with a return URL is then refused unless it is signed in the query, as browsers
   * bring it: its signature moved into a header must not lead past the page. Pings are answered in any case.
   * @defaultValue the event is carried out at once, and the browser sent back with the result
   */
  readonly interactive?: InteractiveHandler | undefined;
  /**
   * Where it is remembered which events are carried out, and with which result: for each sender by itself, by its
   * consumer key or user name. Bearer tokens carry no name, so all of them count as one sender. Give all processes of a
   * product one that they share. @defaultValue one in the memory of this process
   */
  readonly inbox?: EventInbox | undefined;
  /**
   * How long an event waits after the end of the process that worked on it, in seconds: then the next delivery takes it
   * up. A process that lives keeps its events however long they take. @defaultValue 30
   */
  readonly leaseSeconds?: number | undefined;
  /** How long the answer to an event is kept for later deliveries, in seconds. @defaultValue 2592000, which is 30 days */
  readonly keepSeconds?: number | undefined;
  /**
   * Query parameters that bring the URL of the event; the first that is there counts.
   * @defaultValue `["eventUrl", "url"]`
   */
  readonly eventUrlParameters?: readonly string[] | undefined;
  /** Query parameter that brings a token alone, to be looked up at the client's `baseUrl`. @defaultValue `"token"` */
  readonly tokenParameter?: string | undefined;
  /** Time to fetch an event in, in milliseconds: the marketplace waits. @defaultValue 10000 */
  readonly fetchDeadline?: number | undefined;
  /** Form of the results. @defaultValue as the notification's `Accept` header asks, else JSON */
  readonly format?: ResultFormat | undefined;
  /**
   * Status of every refusal; its body says `UNAUTHORIZED` in any case. 200 is for marketplaces that take no other status
   * for an answer. @defaultValue 401
   */
  readonly refusalStatus?: 200 | 401 | undefined;
  /** Where log lines go: a warning for each refusal, an error for each event that failed. @defaultValue `console` */
  readonly logger?: Pick<Logger, "warn" | "error"> | undefined;
  /** Told of each refusal and each failure, with the error itself. */
  readonly onError?: ((error: unknown, what: string) => void) | undefined;
}

/** Says where a browser goes, or answers it. */
export type InteractiveHandler = (
  event: IdentifiedEvent,
  context: EventContext,
) => string | URL | Response | Promise<string | URL | Response>;

/** What an event handler answers notifications with: its options without optional parts, and what is made of them. */
export interface HandlerContext
  extends Pick<EventHandlerOptions, "on" | "interactive" | "format" | "secretFor" | "now"> {
  readonly fetchDeadline: number;
  readonly refusalStatus: 200 | 401;
  readonly names: { readonly url: readonly string[]; readonly token: string };
  readonly check: SenderCheck;
  readonly once: OncePerEvent;
  clientOf(sender: Sender): AppDirectClient | Promise<AppDirectClient>;
  marketplacesOf(client: AppDirectClient): TrustedMarketplaces;
  /** Told of an event that failed. */
  reportFailure(what: string, error: unknown): void;
  /** Told of a notification that was refused. */
  reportRefusal(error: unknown): void;
}

/** A notification that was accepted: an event to be carried out. */
export interface EventTask {
  readonly named: NamedEvent;
  readonly sender: Sender;
  /** Fetches the event. */
  readonly client: AppDirectClient;
  /** Those that the event's addresses may lead to. */
  readonly marketplaces: TrustedMarketplaces;
  /** Whether a browser waits, which cannot be told later. */
  readonly isInteractive: boolean;
}

/** Answers the notifications of marketplaces. A Fetch-API handler, for every server that takes one. */
export interface EventHandler {
  /** Answers a notification. @returns what the sender is told; it never rejects */
  (request: Request): Promise<Response>;
  /**
   * The same for a server without Fetch's `Request`, such as Node's: the target stays as it came, which the signature
   * covers. See `nodeListener`.
   */
  answer(request: RawRequest, connection?: Connection): Promise<Response>;
  /** Resolves when nothing is being worked on any more, also of what was answered later. For a shutdown. */
  idle(): Promise<void>;
}

/** What is known of the connection that a request came by. */
export interface Connection {
  /** Where it comes from; read only with `trustedProxies`. */
  readonly remoteAddress?: string | undefined;
  /** Aborted when it is closed. An event that is being carried out is carried on. */
  readonly signal?: AbortSignal | undefined;
}

/** What a handler is told beside the event. */
export function createEventContext({ sender, client, named }: EventTask, signal: AbortSignal): EventContext {
  return { sender, client, signal, eventUrl: named.url };
}

/** An event that is being carried out. */
export interface EventRun {
  readonly task: EventTask;
  readonly context: HandlerContext;
  /** Aborted when another process may have taken the event over. */
  readonly signal: AbortSignal;
  /** Answers all who wait; the work goes on. */
  interim(reply: EventReply): Promise<void>;
}
