import { type CallIdentity, DuplicateCallError } from "../../errors/index.js";

/** Calls in progress, by the references that their callers gave them. */
export class InFlightCalls {
  readonly #keys = new Set<string>();

  /**
   * Does the work of a call.
   *
   * @throws DuplicateCallError where another call of the operation has the same reference; nothing is done then
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
