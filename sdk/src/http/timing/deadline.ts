import type { Abortable } from "../fetch.js";

/** Longest time that timers know, in milliseconds: almost 25 days. With a longer one they go off at once. */
export const LONGEST_TIME = 2 ** 31 - 1;

/**
 * What is aborted after a time or by what is around it, whichever comes first, until it is released.
 *
 * `AbortSignal.timeout` and `AbortSignal.any` say the same, and cannot be taken back: the timer of a call that was
 * answered in 20 milliseconds would stay for two minutes, and with it those of 100,000 calls after it. Beside that, an
 * `AbortSignal` is among the dearest objects of a call: one is made here only where somebody outside asks for it.
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
   * @param time Milliseconds, at most {@link LONGEST_TIME}.
   * @param outer Aborts it as well, with its own reason.
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

  /** The same as a signal of the platform. */
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

  /** Whether it was its time that aborted it. */
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

  /** From now on nothing but {@link abort} aborts it, and nothing of it is left behind. */
  release(): void {
    clearTimeout(this.#timer);
    this.#outer?.removeEventListener("abort", this.#follow);
  }
}

/** The time that a call has: aborted when it is over, or by the caller. Whoever starts it releases it. */
export class Deadline extends TimedSignal {
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
