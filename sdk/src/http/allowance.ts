import { type CallIdentity, TimeoutError } from "../errors.js";
import { TimedSignal } from "./timed-signal.js";

/** The time that a call has: aborted when it is over, or by the caller. Whoever starts it releases it. */
export class Allowance extends TimedSignal {
  /** Milliseconds in all. */
  readonly duration: number;
  /** When it ends, in milliseconds since 1970. */
  readonly endsAt: number;

  /**
   * Starts the clock of a call.
   *
   * @param duration Milliseconds.
   * @throws the caller's own reason, where the call was aborted before it began
   */
  constructor(duration: number, caller: AbortSignal | undefined) {
    caller?.throwIfAborted();
    super(duration, caller);
    this.duration = duration;
    this.endsAt = Date.now() + duration;
  }
}

/**
 * For a call whose time may be over before anything of it is sent: says so, and lets any other error pass.
 *
 * @param lacking What it was still waiting for.
 */
export function neverSent(call: CallIdentity, time: Allowance, lacking: string): (error: unknown) => never {
  return (error) => {
    if (!time.isTimeUp || error !== time.reason) throw error;
    throw new TimeoutError(call, time.duration, `${lacking} within ${time.duration} ms; nothing was sent`);
  };
}
