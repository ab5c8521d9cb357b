import {
  ApiError,
  ConnectionError,
  OutcomeUnknownError,
  RateLimitError,
  ServerError,
  TimeoutError,
} from "../../errors/index.js";
import { LONGEST_TIME, pause, TimedSignal } from "../../http/timing/index.js";

/** How long {@link settleResult} goes on. */
export interface SettleOptions {
  /** Time in all, in milliseconds, up to 25 days. @defaultValue 600000 */
  readonly deadline?: number | undefined;
  /** Ends the sending. The result may have arrived. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends the result of an event until the marketplace has it.
 *
 * A result is safe to send again: it says the same each time, and one for an event that has a result already changes
 * nothing. So what a lost answer leaves open is settled by the answer to the next: 404 and 409 say that the event is
 * resolved or gone.
 *
 * @param send Sends it once.
 * @returns `true` where the marketplace took it, `false` where it says that the event is resolved or gone
 */
export async function settleResult(
  send: (signal: AbortSignal) => PromiseLike<unknown>,
  { deadline = 600_000, signal }: SettleOptions,
): Promise<boolean> {
  const time = new TimedSignal(Math.min(deadline, LONGEST_TIME), signal);
  try {
    for (let wait = FIRST_PAUSE; ; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
      const failure = await catchFailure(() => send(time.signal));
      if (failure === undefined) return true;
      if (isAlreadyResolved(failure)) return false;
      if (time.aborted || !isTransient(failure)) throw failure;
      await pause(wait * (0.5 + Math.random()), time).catch((reason) => {
        throw time.isTimeUp ? failure : reason;
      });
    }
  } finally {
    time.release();
  }
}

/** In milliseconds. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 60_000;

async function catchFailure(send: () => PromiseLike<unknown>): Promise<unknown> {
  try {
    await send();
    return undefined;
  } catch (error) {
    return error;
  }
}

/** What the marketplace says to a second result is not documented: these are the answers that end the matter. */
function isAlreadyResolved(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 404 || error.status === 409);
}

function isTransient(error: unknown): boolean {
  return transientErrors.some((Class) => error instanceof Class);
}

const transientErrors = [ConnectionError, OutcomeUnknownError, RateLimitError, ServerError, TimeoutError] as const;
