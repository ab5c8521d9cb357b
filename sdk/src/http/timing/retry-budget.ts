/**
 * How many repetitions a client may still make: a bucket that each repetition empties by one and each success fills by
 * one. During an outage a thousand calls make a hundred repetitions more, and not two thousand.
 */
export class RetryBudget {
  static readonly CAPACITY = 100;
  #tokens = RetryBudget.CAPACITY;

  /** Takes what a repetition costs, if it is there. */
  spend(): boolean {
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  /** A call came through. */
  refill(): void {
    this.#tokens = Math.min(RetryBudget.CAPACITY, this.#tokens + 1);
  }
}
