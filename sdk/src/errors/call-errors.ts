import { ApsDirectError, CallError, type CallIdentity, formatIssues } from "./base-error.js";
import type { SentRequest, ValidationIssue } from "./error-details.js";

/**
 * Error thrown when the arguments of a call do not match the document. Nothing was sent.
 *
 * Correct the values listed in {@link issues}. To send a field that the platform accepts but the document does not
 * know, use `unchecked(value)` from `apsdirect/runtime`.
 */
export class RequestValidationError extends ApsDirectError {
  override readonly name = "RequestValidationError";
  readonly code = "REQUEST_INVALID";
  /** Public name of the method, for example `orders.create`. */
  readonly operation: string;
  /** All mismatches, not only the first one. */
  readonly issues: readonly ValidationIssue[];

  constructor(operation: string, issues: readonly ValidationIssue[], options?: ErrorOptions) {
    super(`${operation}: nothing was sent, because the request is invalid.\n${formatIssues(issues)}`, options);
    this.operation = operation;
    this.issues = issues;
  }
}

/**
 * Error thrown when an unsafe call with the same operation and `reference` is already in progress: a button was pressed
 * twice, or a message was delivered twice. Nothing was sent for this call.
 *
 * Wait for the other call. To do the same thing twice on purpose, give the second call its own reference.
 */
export class DuplicateCallError extends CallError {
  override readonly name = "DuplicateCallError";
  readonly code = "CALL_IN_PROGRESS";

  constructor(call: CallIdentity, options?: ErrorOptions) {
    super(
      call,
      `nothing was sent, because a call with the reference ${JSON.stringify(call.reference)} is already ` +
        "in progress. Wait for that call",
      options,
    );
  }
}

/**
 * Error thrown when the `journal` hook fails. The call was not sent: without the journal entry, a program that is
 * killed could not find out later that it sent the call.
 *
 * Repair the journal. Its own error is the `cause`.
 */
export class JournalError extends CallError {
  override readonly name = "JournalError";
  readonly code = "JOURNAL_FAILED";

  constructor(call: CallIdentity, cause: unknown) {
    const message = cause instanceof Error ? cause.message : String(cause);
    super(call, `nothing was sent, because hooks.journal failed: ${message}`, { cause });
  }
}

/**
 * Error thrown when no connection could be made, so the call was not executed, or when the connection of a call that
 * changes nothing was lost. Examples: connection refused, unknown host, untrusted certificate, connection timeout.
 *
 * The message states the reason. For a lab's self-signed certificate, pass it as `ca` to `nodeFetch` from
 * `apsdirect/node`.
 */
export class ConnectionError extends CallError {
  override readonly name = "ConnectionError";
  readonly code = "CONNECTION_FAILED";

  constructor(call: CallIdentity, message: string, options?: ErrorOptions) {
    super(call, `${message}`, options);
  }
}

/**
 * Error thrown when a call runs out of time and cannot have changed data, because it is safe or was still waiting to be
 * sent. For an unsafe call that was sent, the error is an {@link OutcomeUnknownError} instead.
 */
export class TimeoutError extends CallError {
  override readonly name = "TimeoutError";
  readonly code = "TIMEOUT";
  /** Timeout in milliseconds. */
  readonly timeout: number;

  constructor(call: CallIdentity, timeout: number, message: string, options?: ErrorOptions) {
    super(call, `${message}`, options);
    this.timeout = timeout;
  }
}

/**
 * Error thrown when an unsafe call was sent and its result is unknown: it may have been executed once, or not at all.
 *
 * Check before you repeat the call. For an order, `orders.settle(error)` finds out whether it was placed; place it
 * again only after `not-placed`. Repeating blindly may place a second order.
 */
export class OutcomeUnknownError extends CallError {
  override readonly name = "OutcomeUnknownError";
  readonly code = "OUTCOME_UNKNOWN";
  /** Facts about the attempt that was sent, to look up the call. */
  readonly sent: SentRequest;
  /** Parsed body, if a complete response arrived that does not match its schema. */
  readonly body: unknown;

  /** @param options `recoveryHint`: the call that resolves the outcome. It becomes part of the message. */
  constructor(
    call: CallIdentity,
    sent: SentRequest,
    reason: string,
    options?: ErrorOptions & { readonly body?: unknown; readonly recoveryHint?: string | undefined },
  ) {
    const hint = options?.recoveryHint === undefined ? "" : `: ${options.recoveryHint}`;
    super(
      call,
      `sent at ${sent.sentAt}, but the result is unknown (${reason}). ` +
        `It may have been executed. Look it up before you repeat it${hint}`,
      options,
    );
    this.sent = sent;
    this.body = options?.body;
  }
}

/**
 * Error thrown when nothing proves that the platform filters orders by account: it returned no orders, or orders that
 * do not show this account. The query changed nothing.
 *
 * To settle an unknown outcome, use `orders.settle(error)`, which reads without the filter if necessary. To check
 * yourself, list the newest orders with `orders.list` and compare them.
 */
export class FilterUnprovenError extends ApsDirectError {
  override readonly name = "FilterUnprovenError";
  readonly code = "FILTER_UNPROVEN";
  /** Public name of the method: `orders.findRecent`. */
  readonly operation: string;

  constructor(operation: string, options?: ErrorOptions) {
    super(
      `${operation}: nothing proves that the platform filters orders by accountId, so its response proves nothing. To ` +
        "settle an unknown outcome, use orders.settle(error). To check yourself, list the newest orders with orders.list",
      options,
    );
    this.operation = operation;
  }
}

/**
 * Error thrown when a 2xx response does not match the document: another content type, broken JSON, or a body that does
 * not match its schema.
 *
 * Check {@link contentType} and {@link excerpt}. HTML usually means that a web server in front of the platform
 * responded instead.
 */
export class ResponseValidationError extends CallError {
  override readonly name = "ResponseValidationError";
  readonly code = "RESPONSE_INVALID";
  /** Status of the response, 2xx. */
  readonly status: number;
  /** Header `Content-Type` of the response; `undefined` without one. */
  readonly contentType: string | undefined;
  /** First characters of the body. */
  readonly excerpt: string;
  /** All mismatches; empty if the body could not be read at all. */
  readonly issues: readonly ValidationIssue[];

  constructor(
    call: CallIdentity,
    received: { status: number; contentType: string | undefined; excerpt: string },
    issues: readonly ValidationIssue[],
    options?: ErrorOptions,
  ) {
    super(
      call,
      `unexpected response (${received.status}, ${received.contentType ?? "no content type"}).\n${formatIssues(issues)}`,
      options,
    );
    this.status = received.status;
    this.contentType = received.contentType;
    this.excerpt = received.excerpt;
    this.issues = issues;
  }
}

/**
 * Error thrown when a call needs a token and none could be obtained. The call itself was not sent.
 *
 * The message quotes the token server. `invalid_client` means that the ID or the secret is wrong, `invalid_scope`
 * that a scope is wrong.
 */
export class TokenError extends ApsDirectError {
  override readonly name = "TokenError";
  readonly code = "TOKEN_REFUSED";
  /** URL of the token server. */
  readonly tokenUrl: string;

  constructor(tokenUrl: string, reason: string, options?: ErrorOptions) {
    super(`No token received from ${tokenUrl}: ${reason}`, options);
    this.tokenUrl = tokenUrl;
  }
}
