import type { Logger } from "../../http/hooks/index.js";
import type { RawRequest } from "../../oauth1/encoding/index.js";
import type { AppDirectClient } from "../client/index.js";
import type { Answer, AnswerTo, Event, EventType, IdentifiedEvent, TrustedMarketplaces } from "../events/index.js";
import type { EventInbox, OncePerEvent } from "../inbox/index.js";
import type { NamedEvent } from "./named-event.js";
import type { EventReply } from "./reply.js";
import type { ResultFormat } from "./result-text.js";
import type { Sender, SenderCheck, SenderOptions } from "./sender.js";

/** Event of one type, as its handler receives it. */
export type EventOf<T extends EventType> = Extract<IdentifiedEvent, { type: T }>;

/** Context of an event, passed to its handler. */
export interface EventContext {
  /** Verified sender of the notification. */
  readonly sender: Sender;
  /** URL of the event. Pass it to `events.settle` to send the result later, even after a restart. */
  readonly eventUrl: string;
  /** Client that fetched the event, with the credentials of the product. */
  readonly client: AppDirectClient;
  /** Aborted if this process loses its lease in the inbox, because another process may then work on the event. */
  readonly signal: AbortSignal;
}

/** Processes events of one type. If it throws, the result is `UNKNOWN_ERROR`, and the event may be delivered again. */
export type EventHandlerOf<T extends EventType> = (
  event: EventOf<T>,
  context: EventContext,
) => AnswerTo<T> | Promise<AnswerTo<T>>;

/** Handlers by event type. */
export type EventHandlers = { readonly [T in EventType]?: EventHandlerOf<T> } & {
  /**
   * Handler for all other types, including types that this version does not know. Without it, the result of such an
   * event is `CONFIGURATION_ERROR` with a message that names the type.
   */
  readonly unknown?: AnyEventHandler;
};

/** Processes events of any type. */
export type AnyEventHandler = (event: IdentifiedEvent, context: EventContext) => Answer | Promise<Answer>;

/** Returns the handler for an event, if there is one. */
export function findHandler(handlers: EventHandlers, { type }: Event): AnyEventHandler | undefined {
  // `EventHandlers` guarantees that each handler accepts its own type. The compiler cannot see this for a union.
  const own = Object.hasOwn(handlers, type) ? (handlers[type] as AnyEventHandler | undefined) : undefined;
  return own ?? handlers.unknown;
}

/** Options for {@link createEventHandler}. */
export interface EventHandlerOptions extends SenderOptions {
  /**
   * Client that fetches events and sends later results, with the credentials of the product. For several products, a
   * function that selects the client by the sender of the notification.
   */
  readonly client: AppDirectClient | ((sender: Sender) => AppDirectClient | Promise<AppDirectClient>);
  /**
   * Origins of the trusted marketplaces, such as `https://marketplace.example`. A notification with an event URL
   * elsewhere is refused before anything is signed. @defaultValue the marketplaces of the client
   */
  readonly marketplaces?: readonly string[] | undefined;
  /**
   * Handlers by event type. Each event is processed once, and later deliveries get the same answer. If a handler
   * throws, the result is `UNKNOWN_ERROR`, and the next delivery calls it again.
   */
  readonly on: EventHandlers;
  /**
   * Returns the URL of your page for an interactive event, without a signature. The browser is redirected there, and
   * the page sends the user back with `signReturnUrl`. With this option, an event with a return URL is accepted only
   * if it is signed in the query, as browsers send it. Otherwise, a user could move the signature into a header and
   * skip the page. Pings are always answered.
   * @defaultValue the event is processed at once, and the browser is redirected back with the result
   */
  readonly interactive?: InteractiveHandler | undefined;
  /**
   * Store for the processed events and their results. Each sender has its own events, by consumer key or user name.
   * Bearer tokens have no name, so all of them count as one sender. All processes of a product must share one inbox.
   * @defaultValue an inbox in the memory of this process
   */
  readonly inbox?: EventInbox | undefined;
  /**
   * Lease of an event, in seconds. If the process that works on the event dies, a later delivery can process it
   * after this time. A running process keeps its events for as long as they take. @defaultValue 30
   */
  readonly leaseSeconds?: number | undefined;
  /** Time for which answers are kept for later deliveries, in seconds. @defaultValue 2592000, which is 30 days */
  readonly keepSeconds?: number | undefined;
  /**
   * Query parameters that may contain the URL of the event. The first one present is used.
   * @defaultValue `["eventUrl", "url"]`
   */
  readonly eventUrlParameters?: readonly string[] | undefined;
  /** Query parameter that contains a token alone, looked up at the client's `baseUrl`. @defaultValue `"token"` */
  readonly tokenParameter?: string | undefined;
  /** Time limit for fetching an event, in milliseconds. The marketplace waits during this time. @defaultValue 10000 */
  readonly fetchDeadline?: number | undefined;
  /** Format of the results. @defaultValue according to the notification's `Accept` header, otherwise JSON */
  readonly format?: ResultFormat | undefined;
  /**
   * Status of every refusal. The body always contains `UNAUTHORIZED`. Use 200 for marketplaces that do not accept any
   * other status as a response. @defaultValue 401
   */
  readonly refusalStatus?: 200 | 401 | undefined;
  /** Logger: receives a warning for each refusal and an error for each failed event. @defaultValue `console` */
  readonly logger?: Pick<Logger, "warn" | "error"> | undefined;
  /** Called for each refusal and each failure, with the error and a description. */
  readonly onError?: ((error: unknown, description: string) => void) | undefined;
}

/** Returns the URL of a page to redirect the browser to, or a complete response. */
export type InteractiveHandler = (
  event: IdentifiedEvent,
  context: EventContext,
) => string | URL | Response | Promise<string | URL | Response>;

/** State of an event handler: its options with defaults filled in, and the objects created from them. */
export interface HandlerContext
  extends Pick<EventHandlerOptions, "on" | "interactive" | "format" | "secretFor" | "now"> {
  readonly fetchDeadline: number;
  readonly refusalStatus: 200 | 401;
  readonly names: { readonly url: readonly string[]; readonly token: string };
  readonly check: SenderCheck;
  readonly once: OncePerEvent;
  selectClient(sender: Sender): AppDirectClient | Promise<AppDirectClient>;
  getMarketplaces(client: AppDirectClient): TrustedMarketplaces;
  /** Logs the failure of an event. */
  reportFailure(description: string, error: unknown): void;
  /** Logs the refusal of a notification. */
  reportRefusal(error: unknown): void;
}

/** Accepted notification: an event to process. */
export interface EventTask {
  readonly named: NamedEvent;
  readonly sender: Sender;
  /** Client that fetches the event. */
  readonly client: AppDirectClient;
  /** Marketplaces that the URLs of the event may lead to. */
  readonly marketplaces: TrustedMarketplaces;
  /** True if a browser sent it. A browser needs the result in the response, so the result cannot follow later. */
  readonly isInteractive: boolean;
}

/** Handler for notifications of marketplaces. Works with every server that accepts a Fetch API handler. */
export interface EventHandler {
  /** Handles a notification. @returns the response to the sender; never rejects */
  (request: Request): Promise<Response>;
  /**
   * Handles a notification for a server without the Fetch API's `Request`, such as Node's. The request target stays
   * unchanged, because the signature covers it. See `nodeListener`.
   */
  answer(request: RawRequest, connection?: Connection): Promise<Response>;
  /** Resolves when no work is left, including results that are sent later. Use it for a shutdown. */
  idle(): Promise<void>;
}

/** Connection that a request arrived on. */
export interface Connection {
  /** IP address of the peer. Read only with `trustedProxies`. */
  readonly remoteAddress?: string | undefined;
  /** Aborted when the connection closes. Processing that has started continues. */
  readonly signal?: AbortSignal | undefined;
}

/** Creates the context that is passed to a handler. */
export function createEventContext({ sender, client, named }: EventTask, signal: AbortSignal): EventContext {
  return { sender, client, signal, eventUrl: named.url };
}

/** Event that is being processed. */
export interface EventRun {
  readonly task: EventTask;
  readonly context: HandlerContext;
  /** Aborted when another process may have taken over the event. */
  readonly signal: AbortSignal;
  /** Replies to all waiting deliveries while the work continues. */
  interim(reply: EventReply): Promise<void>;
}
