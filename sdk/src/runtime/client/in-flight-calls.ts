import { type CallIdentity, DuplicateCallError } from "../../errors/index.js";

/** Calls in progress, by operation and by the reference that the caller chose. */
export class InFlightCalls {
  readonly #keys = new Set<string>();

  /**
   * Runs a call.
   *
   * @throws DuplicateCallError without running it, if a call with the same operation and reference is in progress
   */
  async runOnce<Result>(call: CallIdentity, work: () => Promise<Result>): Promise<Result> {
    const key = `${call.operation} ${call.reference}`;
    if (this.#keys.has(key)) throw new DuplicateCallError(call);
    this.#keys.add(key);
    try {
      return await work();
    } finally {
      this.#keys.delete(key);
    }
  }
}
