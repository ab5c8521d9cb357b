import { ApsDirectError, CallError, type CallIdentity, formatIssues } from "./base-error.js";
import type { SentRequest, ValidationIssue } from "./error-details.js";

/**
 * The arguments of a call do not fit the document. Nothing was sent.
 *
 * What to do: correct the value at {@link issues}; a field that the platform takes but the document does not know
 * goes through `unchecked(value)` from `apsdirect/runtime`.
 */
export class RequestValidationError extends ApsDirectError {
  override readonly name = "RequestValidationError";
  readonly code = "REQUEST_INVALID";
  /** Public name of the method, for example `orders.create`. */
  readonly operation: string;
  /** Everything that does not fit, not only what was found first. */
  readonly issues: readonly ValidationIssue[];

  constructor(operation: string, issues: readonly ValidationIssue[], options?: ErrorOptions) {
    super(`${operation}: nothing was sent, the request does not fit its schema.\n${formatIssues(issues)}`, options);
    this.operation = operation;
    this.issues = issues;
  }
}

/**
 * Error thrown when an unsafe call with the same operation and `reference` is already in progress: a button was pressed
 * twice, or a message was delivered twice. Nothing was sent for this call.
 *
 * What to do: wait for the other call. To do the same thing twice on purpose, give the second call its own reference.
 */
export class DuplicateCallError extends CallError {
  override readonly name = "DuplicateCallError";
  readonly code = "CALL_IN_PROGRESS";

  constructor(call: CallIdentity, options?: ErrorOptions) {
    super(
      call,
      `nothing was sent, since a call with the reference ${JSON.stringify(call.reference)} is ` +
        "in progress. Wait for that call",
      options,
    );
  }
}

/**
 * The `journal` hook failed, so the call was not sent: a program that is killed now could not find out later that it
 * was.
 *
 * What to do: repair the journal. Its own error is the `cause`.
 */
export class JournalError extends CallError {
  override readonly name = "JournalError";
  readonly code = "JOURNAL_FAILED";

  constructor(call: CallIdentity, cause: unknown) {
    const said = cause instanceof Error ? cause.message : String(cause);
    super(call, `nothing was sent, because hooks.journal failed: ${said}`, { cause });
  }
}

/**
 * No connection came about, so the call was surely not executed: refused, unknown host, certificate not trusted,
 * no connection in time.
 *
 * What to do: the message says which. For a lab's self-signed certificate, give it as `ca` to `nodeFetch` from
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
 * The time allowed has passed, and nothing that changes data can have been executed: a safe call, or one that was
 * still waiting to be sent. An unsafe call that had left is an {@link OutcomeUnknownError} instead.
 */
export class TimeoutError extends CallError {
  override readonly name = "TimeoutError";
  readonly code = "TIMEOUT";
  /** Milliseconds that were allowed. */
  readonly timeout: number;

  constructor(call: CallIdentity, timeout: number, message: string, options?: ErrorOptions) {
    super(call, `${message}`, options);
    this.timeout = timeout;
  }
}

/**
 * An unsafe call left and its result is not known: it may have been executed, once, or not at all.
 *
 * What to do: look before you repeat. For an order, `orders.settle(error)` finds out whether it was placed; only after
 * `not-placed`, place it again. Repeating blindly may place a second order.
 */
export class OutcomeUnknownError extends CallError {
  override readonly name = "OutcomeUnknownError";
  readonly code = "OUTCOME_UNKNOWN";
  /** What is known of the attempt that left: with it the call can be looked up. */
  readonly sent: SentRequest;
  /** The parsed body, where a complete answer came that does not fit its schema. */
  readonly body: unknown;

  /** @param options `recoveryHint`: how to find out what became of the call, as a part of the message. */
  constructor(
    call: CallIdentity,
    sent: SentRequest,
    reason: string,
    options?: ErrorOptions & { readonly body?: unknown; readonly recoveryHint?: string | undefined },
  ) {
    const hint = options?.recoveryHint === undefined ? "" : `: ${options.recoveryHint}`;
    super(
      call,
      `sent at ${sent.sentAt}, and its result is not known (${reason}). ` +
        `It may have been executed. Look it up before you repeat it${hint}`,
      options,
    );
    this.sent = sent;
    this.body = options?.body;
  }
}

/**
 * Nothing shows that the platform filters orders by their account, so its answer proves nothing: it found none, or
 * showed orders that do not name this account. The query itself changed nothing.
 *
 * What to do: settle an unknown outcome with `orders.settle(error)`, which reads without the filter where it has to. To
 * look by yourself, list the newest orders with `orders.list` and compare them.
 */
export class FilterUnprovenError extends ApsDirectError {
  override readonly name = "FilterUnprovenError";
  readonly code = "FILTER_UNPROVEN";
  /** Public name of the method: `orders.findRecent`. */
  readonly operation: string;

  constructor(operation: string, options?: ErrorOptions) {
    super(
      `${operation}: nothing shows that the platform filters orders by accountId, so its answer proves nothing. To settle ` +
        "an unknown outcome, use orders.settle(error); to look by yourself, list the newest orders with orders.list",
      options,
    );
    this.operation = operation;
  }
}

/**
 * A 2xx answer that is not what the document promises: another content type, broken JSON, a body that does not fit.
 *
 * What to do: look at {@link contentType} and {@link excerpt}. HTML usually means a web server in front of the
 * platform answered in its place.
 */
export class ResponseValidationError extends CallError {
  override readonly name = "ResponseValidationError";
  readonly code = "RESPONSE_INVALID";
  /** A 2xx. */
  readonly status: number;
  /** As the answer's header says; `undefined` without one. */
  readonly contentType: string | undefined;
  /** First characters of the body. */
  readonly excerpt: string;
  /** Everything that does not fit; empty where the body could not be read at all. */
  readonly issues: readonly ValidationIssue[];

  constructor(
    call: CallIdentity,
    received: { status: number; contentType: string | undefined; excerpt: string },
    issues: readonly ValidationIssue[],
    options?: ErrorOptions,
  ) {
    super(
      call,
      `the answer (${received.status}, ${received.contentType ?? "no content type"}) ` +
        `is not what was expected.\n${formatIssues(issues)}`,
      options,
    );
    this.status = received.status;
    this.contentType = received.contentType;
    this.excerpt = received.excerpt;
    this.issues = issues;
  }
}

/**
 * The token that a call needs could not be had, so the call itself was not sent.
 *
 * What to do: the message says what the token's server answered. `invalid_client` is the ID or the secret,
 * `invalid_scope` a scope.
 */
export class TokenError extends ApsDirectError {
  override readonly name = "TokenError";
  readonly code = "TOKEN_REFUSED";
  /** Where the token was asked for. */
  readonly tokenUrl: string;

  constructor(tokenUrl: string, said: string, options?: ErrorOptions) {
    super(`No token came from ${tokenUrl}: ${said}`, options);
    this.tokenUrl = tokenUrl;
  }
}
