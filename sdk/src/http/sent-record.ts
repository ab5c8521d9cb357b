import { OutcomeUnknownError } from "../errors/index.js";
import { UnusableResult } from "./body/index.js";
import { decideOutcome, type FailedAttempt } from "./retry-policy.js";
import type { Safety } from "./safety.js";
import { createUnknownOutcomeError, type SentAttempt, type UnsettledCall } from "./unknown-outcome.js";

/**
 * Attempts of one call that may have been executed, and the one place that decides what the caller sees of anything
 * thrown since: by a parser, a validator, a signer, a hook, or a fault of ours.
 */
export class SentRecord {
  readonly #call: UnsettledCall & { readonly safety: Safety };
  #open: SentAttempt | undefined;
  #openBefore: SentAttempt | undefined;
  #verdict: unknown;

  constructor(call: UnsettledCall & { readonly safety: Safety }) {
    this.#call = call;
  }

  /** Last attempt that may have been executed, if there is one. */
  get open(): SentAttempt | undefined {
    return this.#open;
  }

  /** Records an attempt. It may have been executed until {@link addFailure} or {@link addSuccess} knows better. */
  add(sent: SentAttempt): void {
    this.#openBefore = this.#open;
    if (this.#call.safety !== "safe" && sent.signed !== undefined) this.#open = sent;
  }

  /** Records how the last attempt failed. */
  addFailure(sent: SentAttempt, failed: FailedAttempt): void {
    this.#open = decideOutcome(failed, this.#call.safety) === "unknown" ? sent : this.#openBefore;
  }

  /** Records that the last attempt succeeded. Only an unsafe call must not be repeated when its result is unusable. */
  addSuccess(sent: SentAttempt): void {
    this.#open = this.#call.safety === "unsafe" ? sent : undefined;
  }

  /** Marks an error as the decided end of the call, which {@link conclude} leaves as it is. */
  markDecided<E>(error: E): E {
    this.#verdict = error;
    return error;
  }

  /** Error that the caller sees in place of one that was thrown. */
  async conclude(error: unknown): Promise<unknown> {
    const isUnusable = error instanceof UnusableResult;
    const cause = isUnusable ? error.error : error;
    if (this.#open === undefined || error === this.#verdict || error instanceof OutcomeUnknownError) return cause;
    const reason = isUnusable ? "the response is not a usable result" : "an error occurred after it was sent";
    return createUnknownOutcomeError(this.#call, this.#open, reason, {
      cause,
      body: isUnusable ? error.body : undefined,
    });
  }
}
