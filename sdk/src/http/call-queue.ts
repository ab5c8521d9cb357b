import type { Abortable } from "./abortable.js";

/** Lets a number of attempts run at once; the others wait their turn, first come, first served. */
export class CallQueue {
  readonly #limit: number;
  readonly #waiting = new Set<() => void>();
  #running = 0;

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
    if (this.#running >= this.#limit) await this.#turn(signal);
    else this.#running += 1;
    let hasLeft = false;
    return () => {
      if (!hasLeft) afterwards(() => this.#next());
      hasLeft = true;
    };
  }

  /** The place of the one that ends goes to the one that waits longest, so the count stays as it is. */
  #next(): void {
    const [first] = this.#waiting;
    if (first === undefined) this.#running -= 1;
    else first();
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
    });
  }
}

/**
 * Does something in the next turn of the event loop. An answer is complete before its connection is free: a request that
 * went out in between would open a connection of its own, one beyond the limit.
 */
const afterwards: (work: () => void) => unknown = globalThis.setImmediate ?? ((work) => setTimeout(work));
