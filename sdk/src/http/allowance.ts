import { type CallIdentity, TimeoutError } from "../errors.js";

/** The time that a call has. */
export interface Allowance {
  /** Milliseconds in all. */
  readonly duration: number;
  /** When it ends, in milliseconds since 1970. */
  readonly endsAt: number;
  /** Aborted then. */
  readonly deadline: AbortSignal;
  /** Aborted then, or by the caller. */
  readonly ending: AbortSignal;
}

/**
 * Starts the clock of a call.
 *
 * @param duration Milliseconds.
 * @throws the caller's own reason, where the call was aborted before it began
 */
export function allowanceOf(duration: number, signal: AbortSignal | undefined): Allowance {
  signal?.throwIfAborted();
  const deadline = AbortSignal.timeout(duration);
  const ending = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
  return { duration, endsAt: Date.now() + duration, deadline, ending };
}

/**
 * For a call whose time may be over before anything of it is sent: says so, and lets any other error pass.
 *
 * @param lacking What it was still waiting for.
 */
export function neverSent(call: CallIdentity, time: Allowance, lacking: string): (error: unknown) => never {
  const { duration, deadline } = time;
  return (error) => {
    if (error !== deadline.reason || !deadline.aborted) throw error;
    throw new TimeoutError(call, duration, `${lacking} within ${duration} ms; nothing was sent`);
  };
}
