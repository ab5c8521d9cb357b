import type { Abortable } from "../fetch.js";

/** Longest delay of a timer, in milliseconds: almost 25 days. With a longer delay, timers fire immediately. */
export const LONGEST_TIME = 2 ** 31 - 1;

/**
 * Signal that is aborted after a time or by an outer signal, whichever comes first, until it is released.
 *
 * `AbortSignal.timeout` and `AbortSignal.any` do the same but cannot be cancelled: the timer of a call that took 20
 * milliseconds would remain for two minutes, as would those of the next 100,000 calls. Besides, an `AbortSignal` is
 * one of the most expensive objects of a call, so this class creates one only on demand.
 */
export class TimedSignal implements Abortable {
  readonly #outer: Abortable | undefined;
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #listeners = new Set<() => void>();
  readonly #follow = (): void => this.abort(this.#outer?.reason);
  #controller: AbortController | undefined;
  #isAborted = false;
  #isTimeUp = false;
  #reason: unknown;

  /**
   * @param time Time in milliseconds, at most {@link LONGEST_TIME}.
   * @param outer Outer signal, which aborts this one too, with its own reason.
   */
  constructor(time: number, outer: Abortable | undefined) {
    this.#outer = outer;
    this.#timer = setTimeout(() => {
      this.#isTimeUp = true;
      this.abort(new DOMException(`${time} ms have passed`, "TimeoutError"));
    }, time);
    if (outer?.aborted === true) this.#follow();
    else outer?.addEventListener("abort", this.#follow);
  }

  /** This signal as an `AbortSignal`. */
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#isAborted) this.#controller.abort(this.#reason);
    }
    return this.#controller.signal;
  }

  get aborted(): boolean {
    return this.#isAborted;
  }

  get reason(): unknown {
    return this.#reason;
  }

  /** True if the signal was aborted because its time is up. */
  get isTimeUp(): boolean {
    return this.#isTimeUp;
  }

  abort(reason?: unknown): void {
    if (this.#isAborted) return;
    this.#isAborted = true;
    this.#reason = reason;
    this.#controller?.abort(reason);
    for (const listener of [...this.#listeners]) listener();
  }

  addEventListener(_: "abort", listener: () => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_: "abort", listener: () => void): void {
    this.#listeners.delete(listener);
  }

  /** Removes the timer and the listener. After that, only {@link abort} aborts the signal. */
  release(): void {
    clearTimeout(this.#timer);
    this.#outer?.removeEventListener("abort", this.#follow);
  }
}

/** Deadline of a call: aborted when it passes, or by the caller. The code that creates it must release it. */
export class Deadline extends TimedSignal {
  /** Total time in milliseconds. */
  readonly duration: number;
  /** End of the call, in milliseconds since 1970. */
  readonly endsAt: number;

  /**
   * Starts the timer of a call.
   *
   * @param duration Total time in milliseconds.
   * @throws the caller's own reason, if the call was aborted before it began
   */
  constructor(duration: number, caller: AbortSignal | undefined) {
    caller?.throwIfAborted();
    super(duration, caller);
    this.duration = duration;
    this.endsAt = Date.now() + duration;
  }
}
