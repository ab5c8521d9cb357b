import {
  ApiError,
  ConnectionError,
  OutcomeUnknownError,
  RateLimitError,
  ServerError,
  TimeoutError,
} from "../../errors/index.js";
import { LONGEST_TIME, pause, TimedSignal } from "../../http/timing/index.js";

/** Options for `events.settle`. */
export interface SettleOptions {
  /** Time limit for all attempts, in milliseconds, up to 25 days. @defaultValue 600000 */
  readonly deadline?: number | undefined;
  /** Signal that stops the attempts. The result may have arrived before. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends the result of an event until the marketplace has it.
 *
 * A result is safe to send again: it is the same each time, and does not change an event that already has a result.
 * If a response is lost, the next one settles the question: 404 and 409 mean that the event is resolved or gone.
 *
 * @param send Sends the result once.
 * @returns `true` if the marketplace accepted the result, `false` if the event is already resolved or gone
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

/** Shortest pause between attempts, in milliseconds. */
const FIRST_PAUSE = 500;
/** Longest pause between attempts, in milliseconds. */
const LONGEST_PAUSE = 60_000;

async function catchFailure(send: () => PromiseLike<unknown>): Promise<unknown> {
  try {
    await send();
    return undefined;
  } catch (error) {
    return error;
  }
}

/** The response to a second result is not documented. These statuses mean that the event needs no result any more. */
function isAlreadyResolved(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 404 || error.status === 409);
}

function isTransient(error: unknown): boolean {
  return transientErrors.some((Class) => error instanceof Class);
}

const transientErrors = [ConnectionError, OutcomeUnknownError, RateLimitError, ServerError, TimeoutError] as const;
