import type { Abortable } from "../fetch.js";

/**
 * Queue that limits the number of concurrent attempts. The others wait for their turn, first come, first served.
 *
 * A place becomes free one turn of the event loop after it was left. A response is complete before its connection is
 * free, so a request that was sent in between would open another connection, one more than the limit.
 */
export class CallQueue {
  readonly #limit: number;
  readonly #waiting = new Set<() => void>();
  #running = 0;
  #justLeft = 0;
  #isReleaseScheduled = false;

  /** @param limit Maximum number of concurrent attempts, at least 1. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * Waits for a turn. If the signal is aborted meanwhile, leaves the queue and rejects.
   *
   * @returns Function that ends the turn. Calling it again has no effect.
   */
  async enter(signal: Abortable): Promise<() => void> {
    if (this.#waiting.size === 0 && this.#running + this.#justLeft < this.#limit) this.#running += 1;
    else await this.#waitForTurn(signal);
    let hasLeft = false;
    return () => {
      if (!hasLeft) this.#leave();
      hasLeft = true;
    };
  }

  #leave(): void {
    this.#running -= 1;
    this.#justLeft += 1;
    if (this.#waiting.size > 0) this.#scheduleRelease();
  }

  #waitForTurn(signal: Abortable): Promise<void> {
    return new Promise((resolve, reject) => {
      const start = (): void => {
        this.#waiting.delete(start);
        signal.removeEventListener("abort", leave);
        resolve();
      };
      const leave = (): void => {
        this.#waiting.delete(start);
        reject(signal.reason);
      };
      if (signal.aborted) return leave();
      this.#waiting.add(start);
      signal.addEventListener("abort", leave);
      this.#scheduleRelease();
    });
  }

  /** Schedules the release of the places that were left so far, for the next turn of the event loop. */
  #scheduleRelease(): void {
    if (this.#isReleaseScheduled || this.#justLeft === 0) return;
    this.#isReleaseScheduled = true;
    const left = this.#justLeft;
    runInNextTurn(() => {
      this.#isReleaseScheduled = false;
      this.#justLeft -= left;
      this.#startWaiting();
      if (this.#waiting.size > 0) this.#scheduleRelease();
    });
  }

  #startWaiting(): void {
    for (const start of this.#waiting) {
      if (this.#running + this.#justLeft >= this.#limit) return;
      this.#running += 1;
      start();
    }
  }
}

/** Runs a function in the next turn of the event loop. */
const runInNextTurn: (work: () => void) => unknown = globalThis.setImmediate ?? ((work) => setTimeout(work));
