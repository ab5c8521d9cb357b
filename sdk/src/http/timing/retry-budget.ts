/**
 * Budget of retries that a client may still make. Each retry takes one, and each success returns one. During an
 * outage, a thousand calls cause only a hundred retries instead of two thousand.
 */
export class RetryBudget {
  static readonly CAPACITY = 100;
  #tokens = RetryBudget.CAPACITY;

  /** Takes one retry from the budget. Returns false if the budget is used up. */
  spend(): boolean {
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  /** Returns one retry to the budget after a success. */
  refill(): void {
    this.#tokens = Math.min(RetryBudget.CAPACITY, this.#tokens + 1);
  }
}
