import { ApsDirectError, formatIssues } from "./base-error.js";
import type { OAuthProblem, ValidationIssue } from "./error-details.js";

/** An RQL expression cannot be built or read. {@link position} is the offset in the text, counted from 0. */
export class RqlError extends ApsDirectError {
  override readonly name = "RqlError";
  readonly code = "RQL_INVALID";
  /** Offset in the text, counted from 0; `undefined` where an expression was being built. */
  readonly position: number | undefined;

  constructor(message: string, position?: number, options?: ErrorOptions) {
    super(position === undefined ? message : `${message} (at offset ${position})`, options);
    this.position = position;
  }
}

/**
 * A request that claims to be signed is refused. `problem` is for your log; to the sender say 401 and nothing else,
 * so that a refusal does not help to guess.
 *
 * `status` is the one RFC 5849 section 3.2 names: 400 for a request that cannot be checked, 401 for one that fails.
 */
export class RequestVerificationError extends ApsDirectError {
  override readonly name = "RequestVerificationError";
  readonly code = "REQUEST_REFUSED";
  /** What RFC 5849 section 3.2 answers: 400 to what cannot be checked, 401 to what fails. */
  readonly status: 400 | 401;
  /** For your log; not for the sender. */
  readonly problem: OAuthProblem;

  constructor(status: 400 | 401, problem: OAuthProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
    this.problem = problem;
  }
}

/**
 * What should be an event of AppDirect cannot be used: it is neither JSON nor XML, is broken or too large, or lacks what
 * its type needs.
 *
 * What to do: look at {@link issues}; the message ends with the next step. `INVALID_RESPONSE` tells the marketplace.
 */
export class EventParseError extends ApsDirectError {
  override readonly name = "EventParseError";
  readonly code = "EVENT_NOT_READABLE";
  /** Everything that is wrong, not only what was found first. */
  readonly issues: readonly ValidationIssue[];

  /** @param nextStep What the reader should do now, as a sentence without its full stop. */
  constructor(issues: readonly ValidationIssue[], nextStep: string, options?: ErrorOptions) {
    super(`What came is no event that can be used.\n${formatIssues(issues)}\n${nextStep}`, options);
    this.issues = issues;
  }
}
