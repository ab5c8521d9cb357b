import { ConnectionError, RateLimitError, ServerError, TimeoutError } from "../errors/index.js";
import { LONGEST_TIME, pause, TimedSignal } from "../http/timing/index.js";
import type { CallOptions } from "../runtime/index.js";

/** Options of polling methods such as `orders.waitFor`. */
export interface PollingOptions {
  /**
   * Total time, in milliseconds, up to 25 days; `Infinity` also means 25 days. Background work of the platform may take
   * minutes. @defaultValue 600000
   */
  readonly deadline?: number | undefined;
  /** Time between polls, in milliseconds, randomized by up to 50% in both directions. @defaultValue 2000 */
  readonly interval?: number | undefined;
  /** Aborts the waiting. The platform continues its work. */
  readonly signal?: AbortSignal | undefined;
}

/** Subject of a polling loop, and the condition that ends it. */
export interface Polling<Found> {
  /** Public name of the method, for errors. */
  readonly operation: string;
  /** ID of the polled object. Used as the reference in errors. */
  readonly id: string;
  read(options: CallOptions): Promise<Found>;
  isDone(found: Found): boolean;
  /** @param elapsed Milliseconds since waiting began. */
  onRead(found: Found, elapsed: number): void;
  /** Describes the current state for the timeout error: `order o-1 is still IN_PROGRESS`. */
  describe(found: Found): string;
}

/**
 * Polls until the condition is met. After the first successful read, transient failures are ignored, so that a restart
 * of the platform does not end the waiting.
 *
 * @throws TimeoutError if the deadline passes, and any error of a read that is not transient
 */
export async function poll<Found>(polling: Polling<Found>, options: PollingOptions): Promise<Found> {
  const { deadline = 600_000, interval = 2_000, signal } = options;
  const startedAt = Date.now();
  const time = new TimedSignal(Math.min(deadline, LONGEST_TIME), signal);
  let last: Found | undefined;
  try {
    for (;;) {
      const found = await tryRead(polling, time, last !== undefined);
      if (found !== undefined) polling.onRead(found, Date.now() - startedAt);
      if (found !== undefined && polling.isDone(found)) return found;
      last = found ?? last;
      await pause(interval * (0.5 + Math.random()), time);
    }
  } catch (error) {
    throw time.isTimeUp ? createPollingError(polling, last, deadline, error) : error;
  } finally {
    time.release();
  }
}

/** Reads once. Returns `undefined` for a transient failure, if failures are allowed. */
async function tryRead<Found>(
  polling: Polling<Found>,
  time: TimedSignal,
  mayFail: boolean,
): Promise<Found | undefined> {
  try {
    return await polling.read({ signal: time.signal });
  } catch (error) {
    if (mayFail && !time.aborted && isTransient(error)) return undefined;
    throw error;
  }
}

function isTransient(error: unknown): boolean {
  return [ConnectionError, RateLimitError, ServerError, TimeoutError].some((Class) => error instanceof Class);
}

function createPollingError<Found>(
  { operation, id, describe }: Polling<Found>,
  last: Found | undefined,
  deadline: number,
  cause: unknown,
): TimeoutError {
  const state = last === undefined ? `${id} could not be read` : describe(last);
  const message = `${state} after ${deadline} ms. The platform continues its work; you may wait again`;
  return new TimeoutError({ operation, reference: id }, deadline, message, { cause });
}
