import { OutcomeUnknownError } from "../errors/index.js";
import { UnusableResult } from "./body/index.js";
import { decideOutcome, type FailedAttempt } from "./retry-policy.js";
import type { Safety } from "./safety.js";
import { createUnknownOutcomeError, type SentAttempt, type UnsettledCall } from "./unknown-outcome.js";

/**
 * Record of the attempts of one call that may have been executed. It alone decides which error the caller sees after
 * any later error: of a parser, a validator, a signer, a hook, or a bug of ours.
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

  /** Records an attempt. It counts as possibly executed until {@link addFailure} or {@link addSuccess} is called. */
  add(sent: SentAttempt): void {
    this.#openBefore = this.#open;
    if (this.#call.safety !== "safe" && sent.signed !== undefined) this.#open = sent;
  }

  /** Records how the last attempt failed. */
  addFailure(sent: SentAttempt, failed: FailedAttempt): void {
    this.#open = decideOutcome(failed, this.#call.safety) === "unknown" ? sent : this.#openBefore;
  }

  /** Records that the last attempt succeeded. If its result is unusable, only an unsafe call must not be repeated. */
  addSuccess(sent: SentAttempt): void {
    this.#open = this.#call.safety === "unsafe" ? sent : undefined;
  }

  /** Marks an error as the final error of the call, which {@link conclude} returns unchanged. */
  markDecided<E>(error: E): E {
    this.#verdict = error;
    return error;
  }

  /** Returns the error that the caller sees instead of one that was thrown. */
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
