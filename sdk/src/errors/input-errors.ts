import { ApsDirectError, formatIssues } from "./base-error.js";
import type { OAuthProblem, ValidationIssue } from "./error-details.js";

/** Error thrown when an RQL expression cannot be built or parsed. */
export class RqlError extends ApsDirectError {
  override readonly name = "RqlError";
  readonly code = "RQL_INVALID";
  /** Offset in the text, counted from 0; `undefined` if the expression was being built. */
  readonly position: number | undefined;

  constructor(message: string, position?: number, options?: ErrorOptions) {
    super(position === undefined ? message : `${message} (at offset ${position})`, options);
    this.position = position;
  }
}

/**
 * Error thrown when the signature of a request is not accepted. Log the `problem`, but send only the status to the
 * sender, so that the response does not help an attacker to guess.
 */
export class RequestVerificationError extends ApsDirectError {
  override readonly name = "RequestVerificationError";
  readonly code = "REQUEST_REFUSED";
  /** Status from RFC 5849 section 3.2: 400 if the request cannot be checked, 401 if the check fails. */
  readonly status: 400 | 401;
  /** Problem for your log, not for the sender. */
  readonly problem: OAuthProblem;

  constructor(status: 400 | 401, problem: OAuthProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
    this.problem = problem;
  }
}

/**
 * Error thrown when a response is not a usable AppDirect event: it is neither JSON nor XML, is broken or too large, or
 * lacks fields that its type needs.
 *
 * Check {@link issues}; the message ends with the next step. Answer with `INVALID_RESPONSE` to notify the marketplace.
 */
export class EventParseError extends ApsDirectError {
  override readonly name = "EventParseError";
  readonly code = "EVENT_NOT_READABLE";
  /** All problems, not only the first one. */
  readonly issues: readonly ValidationIssue[];

  /** @param nextStep Next step for the reader, as a sentence without its full stop. */
  constructor(issues: readonly ValidationIssue[], nextStep: string, options?: ErrorOptions) {
    super(`The response is not a usable event.\n${formatIssues(issues)}\n${nextStep}`, options);
    this.issues = issues;
  }
}
