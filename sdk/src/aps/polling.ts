import { ConnectionError, RateLimitError, ServerError, TimeoutError } from "../errors/index.js";
import { LONGEST_TIME, pause, TimedSignal } from "../http/timing/index.js";
import type { CallOptions } from "../runtime/index.js";

/** How long and how often something is looked at. */
export interface PollingOptions {
  /**
   * Time in all, in milliseconds, up to 25 days; `Infinity` is as long. What the platform does in the background may
   * take minutes. @defaultValue 600000
   */
  readonly deadline?: number | undefined;
  /** Time between looks, in milliseconds; half of it more or less at random. @defaultValue 2000 */
  readonly interval?: number | undefined;
  /** Ends the waiting; what is waited for goes on. */
  readonly signal?: AbortSignal | undefined;
}

/** What is looked at, and until when. */
export interface Polling<Found> {
  /** Public name of the method, for errors. */
  readonly operation: string;
  /** What is looked at, by its id; the reference of errors. */
  readonly id: string;
  look(options: CallOptions): Promise<Found>;
  isDone(found: Found): boolean;
  /** @param elapsed Milliseconds since the waiting began. */
  onLook(found: Found, elapsed: number): void;
  /** How far it is, for the error that it takes too long: `order o-1 is still IN_PROGRESS`. */
  stateOf(found: Found): string;
}

/**
 * Looks until it is done. Once a look has succeeded, those that fail in passing are ridden out: a platform that is
 * restarted in the meantime ends no waiting.
 *
 * @throws TimeoutError when the deadline passes, and what a look throws that looking again will not mend
 */
export async function poll<Found>(watch: Polling<Found>, options: PollingOptions): Promise<Found> {
  const { deadline = 600_000, interval = 2_000, signal } = options;
  const startedAt = Date.now();
  const time = new TimedSignal(Math.min(deadline, LONGEST_TIME), signal);
  let last: Found | undefined;
  try {
    for (;;) {
      const found = await looked(watch, time, last !== undefined);
      if (found !== undefined) watch.onLook(found, Date.now() - startedAt);
      if (found !== undefined && watch.isDone(found)) return found;
      last = found ?? last;
      await pause(interval * (0.5 + Math.random()), time);
    }
  } catch (error) {
    throw time.isTimeUp ? createPollingError(watch, last, deadline, error) : error;
  } finally {
    time.release();
  }
}

/** A look, or `undefined` for one that failed in passing. */
async function looked<Found>(watch: Polling<Found>, time: TimedSignal, mayFail: boolean): Promise<Found | undefined> {
  try {
    return await watch.look({ signal: time.signal });
  } catch (error) {
    if (mayFail && !time.aborted && isTransient(error)) return undefined;
    throw error;
  }
}

function isTransient(error: unknown): boolean {
  return [ConnectionError, RateLimitError, ServerError, TimeoutError].some((Class) => error instanceof Class);
}

function createPollingError<Found>(
  { operation, id, stateOf }: Polling<Found>,
  last: Found | undefined,
  deadline: number,
  cause: unknown,
): TimeoutError {
  const state = last === undefined ? `no look at ${id} has succeeded` : stateOf(last);
  const message = `${state} after ${deadline} ms; it goes on`;
  return new TimeoutError({ operation, reference: id }, deadline, message, { cause });
}
