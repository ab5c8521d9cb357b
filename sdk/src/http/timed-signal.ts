/** Longest time that timers know, in milliseconds: almost 25 days. With a longer one they go off at once. */
export const LONGEST_TIME = 2 ** 31 - 1;

/**
 * A signal that is aborted after a time or with another one, whichever comes first, until it is released.
 *
 * `AbortSignal.timeout` and `AbortSignal.any` say the same, and cannot be taken back: the timer of a call that was
 * answered in 20 milliseconds would stay for two minutes, and with it those of 100,000 calls after it.
 */
export class TimedSignal {
  readonly #controller = new AbortController();
  readonly #outer: AbortSignal | undefined;
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #follow = (): void => this.abort(this.#outer?.reason);
  #isTimeUp = false;

  /**
   * @param time Milliseconds, at most {@link LONGEST_TIME}.
   * @param outer Aborts it as well, with its own reason.
   */
  constructor(time: number, outer: AbortSignal | undefined) {
    this.#outer = outer;
    this.#timer = setTimeout(() => {
      this.#isTimeUp = true;
      this.abort(new DOMException(`${time} ms have passed`, "TimeoutError"));
    }, time);
    if (outer?.aborted === true) this.#follow();
    else outer?.addEventListener("abort", this.#follow, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Whether it was the time that aborted it. */
  get isTimeUp(): boolean {
    return this.#isTimeUp;
  }

  abort(reason?: unknown): void {
    this.#controller.abort(reason);
  }

  /** From now on nothing but {@link abort} aborts it, and nothing of it is left behind. */
  release(): void {
    clearTimeout(this.#timer);
    this.#outer?.removeEventListener("abort", this.#follow);
  }
}
