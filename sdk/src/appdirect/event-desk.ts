import type { AppDirectClient } from "./app-direct-client.js";
import type { EventHandlerOptions } from "./event-handler-options.js";
import { createMemoryInbox } from "./memory-inbox.js";
import { OncePerEvent } from "./once-per-event.js";
import { type Sender, type SenderCheck, senderCheck } from "./sender.js";
import { TrustedMarketplaces } from "./trusted-marketplaces.js";

/** What an event handler answers notifications with: its options without optional parts, and what is made of them. */
export interface EventDesk extends Pick<EventHandlerOptions, "on" | "interactive" | "format" | "secretFor" | "now"> {
  readonly fetchDeadline: number;
  readonly refusalStatus: 200 | 401;
  readonly names: { readonly url: readonly string[]; readonly token: string };
  readonly check: SenderCheck;
  readonly once: OncePerEvent;
  clientOf(sender: Sender): AppDirectClient | Promise<AppDirectClient>;
  marketplacesOf(client: AppDirectClient): TrustedMarketplaces;
  /** Told of an event that failed. */
  failed(what: string, error: unknown): void;
  /** Told of a notification that was refused. */
  refused(error: unknown): void;
}

/** Makes it of a handler's options. @throws TypeError for what is missing, contradictory or out of range */
export function eventDesk(options: EventHandlerOptions): EventDesk {
  const { client, marketplaces, inbox = createMemoryInbox() } = options;
  const { leaseSeconds = 30, keepSeconds = 2_592_000, fetchDeadline = 10_000, refusalStatus = 401 } = options;
  const { eventUrlParameters: url = ["eventUrl", "url"], tokenParameter: token = "token" } = options;
  const tell = teller(options);
  const failed = (what: string, error: unknown): void => tell("error", what, error);
  const marketplacesOf = ({ core, marketplaces: known }: AppDirectClient): TrustedMarketplaces =>
    marketplaces === undefined ? known : new TrustedMarketplaces(marketplaces, core.baseUrl);
  if (typeof client !== "function") marketplacesOf(client); // a wrong one is told now, and not to the first customer
  return {
    ...options,
    fetchDeadline,
    refusalStatus,
    names: { url, token },
    check: senderCheck(options),
    once: new OncePerEvent({
      inbox,
      leaseSeconds,
      keepSeconds,
      onProblem: ({ key, message, cause }) => failed(`event ${key}: ${message}`, cause),
    }),
    clientOf: typeof client === "function" ? client : () => client,
    marketplacesOf,
    failed,
    refused: (error) => tell("warn", "a notification was refused", error),
  };
}

type Teller = (level: "warn" | "error", what: string, error: unknown) => void;

/** What logger and hook throw is lost: the marketplace waits for its answer. */
function teller({ logger = console, onError }: EventHandlerOptions): Teller {
  return (level, what, error) => {
    try {
      logger[level](error === undefined ? what : `${what}: ${described(error)}`);
      onError?.(error, what);
    } catch {}
  };
}

/** What a vendor's handler threw may be anything; of an error, its stack says where. */
function described(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
