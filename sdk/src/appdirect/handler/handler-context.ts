import type { AppDirectClient } from "../client/index.js";
import { TrustedMarketplaces } from "../events/index.js";
import { createMemoryInbox, OncePerEvent } from "../inbox/index.js";
import type { EventHandlerOptions, HandlerContext } from "./event-handlers.js";
import { createSenderCheck } from "./sender.js";

/** Makes it of a handler's options. @throws TypeError for what is missing, contradictory or out of range */
export function createHandlerContext(options: EventHandlerOptions): HandlerContext {
  const { client, marketplaces, inbox = createMemoryInbox() } = options;
  const { leaseSeconds = 30, keepSeconds = 2_592_000, fetchDeadline = 10_000, refusalStatus = 401 } = options;
  const { eventUrlParameters: url = ["eventUrl", "url"], tokenParameter: token = "token" } = options;
  const tell = createReporter(options);
  const failed = (what: string, error: unknown): void => tell("error", what, error);
  const marketplacesOf = ({ core, marketplaces: known }: AppDirectClient): TrustedMarketplaces =>
    marketplaces === undefined ? known : new TrustedMarketplaces(marketplaces, core.baseUrl);
  if (typeof client !== "function") marketplacesOf(client); // a wrong one is told now, and not to the first customer
  return {
    ...options,
    fetchDeadline,
    refusalStatus,
    names: { url, token },
    check: createSenderCheck(options),
    once: new OncePerEvent({
      inbox,
      leaseSeconds,
      keepSeconds,
      onProblem: ({ key, message, cause }) => failed(`event ${key}: ${message}`, cause),
    }),
    clientOf: typeof client === "function" ? client : () => client,
    marketplacesOf,
    reportFailure: failed,
    reportRefusal: (error) => tell("warn", "a notification was refused", error),
  };
}

type Reporter = (level: "warn" | "error", what: string, error: unknown) => void;

/** What logger and hook throw is lost: the marketplace waits for its answer. */
function createReporter({ logger = console, onError }: EventHandlerOptions): Reporter {
  return (level, what, error) => {
    try {
      logger[level](error === undefined ? what : `${what}: ${describeError(error)}`);
      onError?.(error, what);
    } catch {}
  };
}

/** What a vendor's handler threw may be anything; of an error, its stack says where. */
function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
