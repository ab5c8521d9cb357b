/**
 * Errors of apsdirect, one class for each thing a caller does next.
 *
 * Every class has a stable `code`, keeps its `cause`, and never holds a secret or a signature.
 * Misuse of the SDK by its caller (a wrong option at construction) is a `TypeError` and is not listed here.
 */

/** What every error of apsdirect has in common. */
export abstract class ApsDirectError extends Error {
  /** Stable, for programs: compare this, not the message. */
  abstract readonly code: string;
}

/** One place where a value and its schema part. */
export interface ValidationIssue {
  /** Where, as a JSON path: `$.products[0].period.duration`. */
  readonly path: string;
  /** What was expected and what was given. */
  readonly message: string;
}

/** Which call an error belongs to. */
export interface CallIdentity {
  /** Public name of the method, for example `orders.create`. */
  readonly operation: string;
  /** The call's own reference: a random UUID unless the caller gave one. */
  readonly reference: string;
}

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
    super(`${operation}: nothing was sent, the request does not fit its schema.\n${listed(issues)}`, options);
    this.operation = operation;
    this.issues = issues;
  }
}

/**
 * An unsafe call of this client with the same operation and the same `reference` is under way: a button was pressed
 * twice, or a message delivered twice. Nothing was sent for this one.
 *
 * What to do: wait for the other call. To do the same thing twice on purpose, give the second one a reference of its
 * own.
 */
export class DuplicateCallError extends ApsDirectError {
  override readonly name = "DuplicateCallError";
  readonly code = "CALL_UNDER_WAY";
  /** Public name of the method, for example `orders.create`. */
  readonly operation: string;
  /** The reference that both calls bear. */
  readonly reference: string;

  constructor(call: CallIdentity, options?: ErrorOptions) {
    super(
      `${call.operation}: nothing was sent, since a call with the reference ${JSON.stringify(call.reference)} is under ` +
        "way. Wait for that one",
      options,
    );
    this.operation = call.operation;
    this.reference = call.reference;
  }
}

/**
 * No connection came about, so the call was surely not executed: refused, unknown host, certificate not trusted,
 * no connection in time.
 *
 * What to do: the message says which. For a lab's self-signed certificate, give it as `ca` to `nodeFetch` from
 * `apsdirect/node`.
 */
export class ConnectionError extends ApsDirectError {
  override readonly name = "ConnectionError";
  readonly code = "CONNECTION_FAILED";
  /** Public name of the method, for example `orders.create`. */
  readonly operation: string;
  /** The call's own reference: a random UUID unless the caller gave one. */
  readonly reference: string;

  constructor(call: CallIdentity, message: string, options?: ErrorOptions) {
    super(`${call.operation}: ${message}`, options);
    this.operation = call.operation;
    this.reference = call.reference;
  }
}

/**
 * The time allowed has passed, and nothing that changes data can have been executed: a safe call, or one that was
 * still waiting to be sent. An unsafe call that had left is an {@link OutcomeUnknownError} instead.
 */
export class TimeoutError extends ApsDirectError {
  override readonly name = "TimeoutError";
  readonly code = "TIMEOUT";
  /** Public name of the method, for example `orders.create`. */
  readonly operation: string;
  /** The call's own reference: a random UUID unless the caller gave one. */
  readonly reference: string;
  /** Milliseconds that were allowed. */
  readonly timeout: number;

  constructor(call: CallIdentity, timeout: number, message: string, options?: ErrorOptions) {
    super(`${call.operation}: ${message}`, options);
    this.operation = call.operation;
    this.reference = call.reference;
    this.timeout = timeout;
  }
}

/** What is known of an unsafe call whose result is not. */
export interface SentRequest {
  /** Method and path, without the query. */
  readonly target: string;
  /** When the attempt left, ISO 8601 UTC. */
  readonly sentAt: string;
  /** The nonce it carried: finds the call in the platform's log, and proves nothing. */
  readonly nonce: string | undefined;
  /** SHA-256 of the body in hex, or `undefined` where there was none, or one of files or a stream. */
  readonly bodySha256: string | undefined;
  /**
   * Whether its bytes left: `"surely"` where the head of an answer came. Otherwise `"perhaps"`: a `fetch` does not tell
   * how much of a request it had written when it failed.
   */
  readonly bytesLeft: "surely" | "perhaps";
  /** Whether the head of an answer came. */
  readonly headCame: boolean;
  /** Status of the answer, where its head came. */
  readonly status: number | undefined;
}

/**
 * An unsafe call left and its result is not known: it may have been executed, once, or not at all.
 *
 * What to do: look before you repeat. For an order, `orders.settle(error)` finds out whether it was placed; only after
 * `not-placed`, place it again. Repeating blindly may place a second order.
 */
export class OutcomeUnknownError extends ApsDirectError {
  override readonly name = "OutcomeUnknownError";
  readonly code = "OUTCOME_UNKNOWN";
  /** Public name of the method, for example `orders.create`. */
  readonly operation: string;
  /** The call's own reference: a random UUID unless the caller gave one. */
  readonly reference: string;
  /** What is known of the attempt that left: with it the call can be looked up. */
  readonly sent: SentRequest;
  /** The parsed body, where a complete answer came that does not fit its schema. */
  readonly body: unknown;

  /** @param options `lookUp`: how to find out what became of the call, as a part of the message. */
  constructor(
    call: CallIdentity,
    sent: SentRequest,
    reason: string,
    options?: ErrorOptions & { readonly body?: unknown; readonly lookUp?: string | undefined },
  ) {
    const lookUp = options?.lookUp === undefined ? "" : `: ${options.lookUp}`;
    super(
      `${call.operation}: sent at ${sent.sentAt}, and its result is not known (${reason}). ` +
        `It may have been executed. Look it up before you repeat it${lookUp}`,
      options,
    );
    this.operation = call.operation;
    this.reference = call.reference;
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

/** The head of an answer, and the start of its body. */
export interface ReceivedResponse {
  /** Status of the answer. */
  readonly status: number;
  /** Headers of the answer. */
  readonly headers: Headers;
  /** Parsed JSON, text, or `undefined` where there was none. */
  readonly body: unknown;
}

/**
 * A 2xx answer that is not what the document promises: another content type, broken JSON, a body that does not fit.
 *
 * What to do: look at {@link contentType} and {@link excerpt}. HTML usually means a web server in front of the
 * platform answered in its place.
 */
export class ResponseValidationError extends ApsDirectError {
  override readonly name = "ResponseValidationError";
  readonly code = "RESPONSE_INVALID";
  /** Public name of the method, for example `orders.create`. */
  readonly operation: string;
  /** The call's own reference: a random UUID unless the caller gave one. */
  readonly reference: string;
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
      `${call.operation}: the answer (${received.status}, ${received.contentType ?? "no content type"}) ` +
        `is not what was expected.\n${listed(issues)}`,
      options,
    );
    this.operation = call.operation;
    this.reference = call.reference;
    this.status = received.status;
    this.contentType = received.contentType;
    this.excerpt = received.excerpt;
    this.issues = issues;
  }
}

/**
 * The platform answered, and its answer is no. One class below it for each status that a caller handles by itself;
 * any other status, a redirect among them, is an `ApiError` as such.
 */
export class ApiError extends ApsDirectError {
  override readonly name: string = "ApiError";
  readonly code: string = "API_ERROR";
  /** Public name of the method, for example `orders.create`. */
  readonly operation: string;
  /** The call's own reference: a random UUID unless the caller gave one. */
  readonly reference: string;
  /** Status of the answer. */
  readonly status: number;
  /** Headers of the answer. */
  readonly headers: Headers;
  /** Parsed JSON, text, or `undefined`. On the APS bus usually `{ error, message }`. */
  readonly body: unknown;

  constructor(call: CallIdentity, response: ReceivedResponse, advice?: string, options?: ErrorOptions) {
    const said = sentence(response.body);
    super([`${call.operation}: ${response.status}`, said, advice].filter(Boolean).join(". "), options);
    this.operation = call.operation;
    this.reference = call.reference;
    this.status = response.status;
    this.headers = response.headers;
    this.body = response.body;
  }
}

/**
 * 401: the platform computed another signature, or does not know the consumer key. Surely not executed.
 *
 * What to check, in this order: the secret, this machine's clock, the URL the platform believes it was called by
 * (`signatureBaseUrl` behind a gateway), and whether something on the way rewrote the query.
 */
export class AuthenticationError extends ApiError {
  override readonly name = "AuthenticationError";
  override readonly code = "AUTHENTICATION_FAILED";
}

/**
 * 403: known, and not allowed. On the APS bus a custom operation needs an Allowed Operation: the APS type id without
 * its version, and the HTTP verb. AppDirect also answers 403 to a wrong signature: there, see {@link AuthenticationError}.
 *
 * What to do: have {@link permissions} granted to the user of the key; `permissions.check` of the APS client tells which
 * operations a user lacks.
 */
export class PermissionError extends ApiError {
  override readonly name = "PermissionError";
  override readonly code = "PERMISSION_DENIED";
  /**
   * Rights that the operation needs, as the document says: `http://www.odin.com/billing/order-management POST`. Empty
   * where it names none.
   */
  readonly permissions: readonly string[];

  constructor(
    call: CallIdentity,
    response: ReceivedResponse,
    permissions: readonly string[],
    advice?: string,
    options?: ErrorOptions,
  ) {
    super(call, response, advice, options);
    this.permissions = permissions;
  }
}

/** 404: no such resource, relation, operation or event. */
export class NotFoundError extends ApiError {
  override readonly name = "NotFoundError";
  override readonly code = "NOT_FOUND";
}

/** 409: in conflict with what is there. Repeating the same call will not help. */
export class ConflictError extends ApiError {
  override readonly name = "ConflictError";
  override readonly code = "CONFLICT";
}

/** 429: too many calls. {@link retryAfter} says how long the platform asked to wait, in milliseconds. */
export class RateLimitError extends ApiError {
  override readonly name = "RateLimitError";
  override readonly code = "RATE_LIMITED";
  /** Milliseconds, or `undefined` where the platform named none that can be read. */
  readonly retryAfter: number | undefined;

  constructor(
    call: CallIdentity,
    response: ReceivedResponse,
    retryAfter: number | undefined,
    advice?: string,
    options?: ErrorOptions,
  ) {
    super(call, response, advice, options);
    this.retryAfter = retryAfter;
  }
}

/** 5xx to a safe call, or to an unsafe one with proof that it was not executed. */
export class ServerError extends ApiError {
  override readonly name = "ServerError";
  override readonly code = "SERVER_ERROR";
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

/** Names of the OAuth Problem Reporting extension. */
export type OAuthProblem =
  | "parameter_absent"
  | "parameter_rejected"
  | "version_rejected"
  | "signature_method_rejected"
  | "timestamp_refused"
  | "consumer_key_unknown"
  | "signature_invalid"
  | "nonce_used"
  | "nonce_store_unavailable";

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
    super(`What came is no event that can be used.\n${listed(issues)}\n${nextStep}`, options);
    this.issues = issues;
  }
}

function listed(issues: readonly ValidationIssue[]): string {
  return issues.map(({ path, message }) => `  ${path}: ${message}`).join("\n");
}

/** What the platform said, in its own words: `message`, then `error`, then the start of a text. */
function sentence(body: unknown): string | undefined {
  const LONGEST = 300;
  if (typeof body === "string") return body.trim().slice(0, LONGEST) || undefined;
  if (typeof body !== "object" || body === null) return undefined;
  const { message, error } = body as { message?: unknown; error?: unknown };
  const said = [message, error].find((text) => typeof text === "string" && text !== "");
  return typeof said === "string" ? said.slice(0, LONGEST) : undefined;
}
