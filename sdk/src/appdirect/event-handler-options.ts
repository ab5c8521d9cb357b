import type { Logger } from "../http/index.js";
import type { AppDirectClient } from "./app-direct-client.js";
import type { EventContext, EventHandlers, IdentifiedEvent } from "./event-handlers.js";
import type { EventInbox } from "./event-inbox.js";
import type { ResultFormat } from "./result-text.js";
import type { Sender, SenderOptions } from "./sender.js";

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
