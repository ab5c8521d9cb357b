import type { AppDirectClient } from "../client/index.js";
import { TrustedMarketplaces } from "../events/index.js";
import { createMemoryInbox, OncePerEvent } from "../inbox/index.js";
import type { EventHandlerOptions, HandlerContext } from "./event-handlers.js";
import { createSenderCheck } from "./sender.js";

/**
 * Creates the state of an event handler.
 *
 * @throws TypeError for options that are missing, contradictory or out of range
 */
export function createHandlerContext(options: EventHandlerOptions): HandlerContext {
  const { client, marketplaces, inbox = createMemoryInbox() } = options;
  const { leaseSeconds = 30, keepSeconds = 2_592_000, fetchDeadline = 10_000, refusalStatus = 401 } = options;
  const { eventUrlParameters: url = ["eventUrl", "url"], tokenParameter: token = "token" } = options;
  const report = createReporter(options);
  const reportFailure = (description: string, error: unknown): void => report("error", description, error);
  const getMarketplaces = ({ core, marketplaces: known }: AppDirectClient): TrustedMarketplaces =>
    marketplaces === undefined ? known : new TrustedMarketplaces(marketplaces, core.baseUrl);
  if (typeof client !== "function") getMarketplaces(client); // throws now instead of at the first notification
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
      onProblem: ({ key, message, cause }) => reportFailure(`event ${key}: ${message}`, cause),
    }),
    selectClient: typeof client === "function" ? client : () => client,
    getMarketplaces,
    reportFailure,
    reportRefusal: (error) => report("warn", "a notification was refused", error),
  };
}

type Reporter = (level: "warn" | "error", description: string, error: unknown) => void;

/** Creates a function that logs. Errors of the logger and the hook are ignored: the marketplace needs a response. */
function createReporter({ logger = console, onError }: EventHandlerOptions): Reporter {
  return (level, description, error) => {
    try {
      logger[level](error === undefined ? description : `${description}: ${describeError(error)}`);
      onError?.(error, description);
    } catch {}
  };
}

/** Formats anything that a vendor's handler may throw. The stack of an error shows where it happened. */
function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
