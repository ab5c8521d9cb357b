/**
 * Errors of apsdirect, with one class for each failure that callers handle differently.
 *
 * Every class has a stable `code`, keeps its `cause`, and never contains a secret or a signature. Misuse of the SDK,
 * such as a wrong option, is a `TypeError` and is not listed here.
 */
export {
  ApiError,
  AuthenticationError,
  ConflictError,
  NotFoundError,
  OrderRefusedError,
  PermissionError,
  RateLimitError,
  ServerError,
} from "./api-errors.js";
export { ApsDirectError, CallError, type CallIdentity } from "./base-error.js";
export {
  ConnectionError,
  DuplicateCallError,
  FilterUnprovenError,
  JournalError,
  OutcomeUnknownError,
  RequestValidationError,
  ResponseValidationError,
  TimeoutError,
  TokenError,
} from "./call-errors.js";
export type { OAuthProblem, ReceivedResponse, SentRequest, ValidationIssue } from "./error-details.js";
export { EventParseError, RequestVerificationError, RqlError } from "./input-errors.js";
