import type { Abortable } from "../fetch.js";

/**
 * Lets a number of attempts run at once; the others wait their turn, first come, first served.
 *
 * A place that was left counts until the event loop has turned: an answer is complete before its connection is free, and
 * a request that went out in between would open a connection of its own, one beyond the limit.
 */
export class CallQueue {
  readonly #limit: number;
  readonly #waiting = new Set<() => void>();
  #running = 0;
  #justLeft = 0;
  #isTurning = false;

  /** @param limit How many at once, at least 1. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * Waits for a turn. While it waits, an aborted signal takes it out of the queue.
   *
   * @returns What ends the turn; to say so twice is to say it once.
   */
  async enter(signal: Abortable): Promise<() => void> {
    if (this.#waiting.size === 0 && this.#running + this.#justLeft < this.#limit) this.#running += 1;
    else await this.#turn(signal);
    let hasLeft = false;
    return () => {
      if (!hasLeft) this.#leave();
      hasLeft = true;
    };
  }

  #leave(): void {
    this.#running -= 1;
    this.#justLeft += 1;
    if (this.#waiting.size > 0) this.#afterTurn();
  }

  #turn(signal: Abortable): Promise<void> {
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
      this.#afterTurn();
    });
  }

  /** Passes on, in the next turn, the places that have been left by now. */
  #afterTurn(): void {
    if (this.#isTurning || this.#justLeft === 0) return;
    this.#isTurning = true;
    const left = this.#justLeft;
    afterwards(() => {
      this.#isTurning = false;
      this.#justLeft -= left;
      this.#startWaiting();
      if (this.#waiting.size > 0) this.#afterTurn();
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

/** Does something in the next turn of the event loop. */
const afterwards: (work: () => void) => unknown = globalThis.setImmediate ?? ((work) => setTimeout(work));
