import { type CallIdentity, JournalError } from "../../errors/index.js";
import type { AttemptInfo, CallInfo, Hooks, Logger, ResponseInfo, RetryInfo } from "./hooks.js";

/**
 * Calls the logger and the hooks of a client. Their errors are logged and do not change the outcome: a placed order
 * stays placed if a metrics library fails. The journal is the exception, because it runs before anything is sent.
 */
export class Notifier {
  readonly #logger: Logger | undefined;
  readonly #hooks: Hooks;
  readonly #warned = new Set<string>();

  constructor(logger: Logger | undefined, hooks: Hooks) {
    this.#logger = logger;
    this.#hooks = hooks;
  }

  /** @throws JournalError if the hook fails; nothing must be sent then */
  async journal(call: CallInfo): Promise<void> {
    try {
      await this.#hooks.journal?.(call);
    } catch (cause) {
      throw new JournalError(call satisfies CallIdentity, cause);
    }
  }

  request(attempt: AttemptInfo): void {
    this.#call("hooks.request", () => this.#hooks.request?.(attempt));
  }

  response(response: ResponseInfo): void {
    this.#call("hooks.response", () => this.#hooks.response?.(response));
  }

  retry(retry: RetryInfo): void {
    this.#call("hooks.retry", () => this.#hooks.retry?.(retry));
  }

  /** @param message Called only if there is a logger. */
  debug(message: () => string): void {
    if (this.#logger !== undefined) this.#call("logger.debug", () => this.#logger?.debug(message()));
  }

  info(message: string): void {
    this.#call("logger.info", () => this.#logger?.info(message));
  }

  /** Logs a warning. Uses the console if the client has no logger. */
  warn(message: string): void {
    this.#call("logger.warn", () => (this.#logger ?? console).warn(message));
  }

  /**
   * Warns about something that every response of an operation may repeat: the first time as a warning, later at level
   * debug.
   *
   * @param topic Kind of the warning. Each kind is given once per operation.
   */
  warnOnce(operation: string, topic: "schema" | "total", message: string): void {
    const line = `${operation}: ${message}`;
    const key = `${topic} ${operation}`;
    if (this.#warned.has(key)) this.debug(() => line);
    else this.warn(line);
    this.#warned.add(key);
  }

  #call(name: string, callback: () => unknown): void {
    try {
      const result = callback();
      // A hook may be asynchronous. Without a handler, its rejection would end the process.
      if (result instanceof Promise) result.catch((error: unknown) => this.#report(name, error));
    } catch (error) {
      this.#report(name, error);
    }
  }

  #report(name: string, error: unknown): void {
    const message = `${name} threw an error, which does not affect the call: ${toText(error)}`;
    try {
      (this.#logger ?? console).error(message);
    } catch {
      // The logger itself is broken, and the user chose no other destination.
    }
  }
}

function toText(error: unknown): string {
  const LONGEST = 300;
  try {
    return String(error).slice(0, LONGEST);
  } catch {
    return "an error without text";
  }
}
