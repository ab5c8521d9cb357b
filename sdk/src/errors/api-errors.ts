import { readErrorSentence } from "../error-body.js";
import { CallError, type CallIdentity } from "./base-error.js";
import type { ReceivedResponse } from "./error-details.js";

/**
 * Error thrown when the platform responds with an error status. There is a subclass for each status that callers handle
 * differently. Any other status, including a redirect, is a plain `ApiError`.
 */
export class ApiError extends CallError {
  override readonly name: string = "ApiError";
  readonly code: string = "API_ERROR";
  /** Status of the response. */
  readonly status: number;
  /** Headers of the response. */
  readonly headers: Headers;
  /** Body: parsed JSON, text, or `undefined` if it is empty. On the APS bus usually `{ error, message }`. */
  readonly body: unknown;

  constructor(call: CallIdentity, response: ReceivedResponse, advice?: string, options?: ErrorOptions) {
    const sentence = readErrorSentence(response.body);
    super(call, [`${response.status}`, sentence, advice].filter(Boolean).join(". "), options);
    this.status = response.status;
    this.headers = response.headers;
    this.body = response.body;
  }
}

/**
 * Error for status 401: the platform computed a different signature, or does not know the consumer key. The call was
 * not executed.
 *
 * Check, in this order: the secret, this machine's clock, the URL that the platform believes was called
 * (`signatureBaseUrl` behind a gateway), and whether a proxy or gateway rewrites the query.
 */
export class AuthenticationError extends ApiError {
  override readonly name = "AuthenticationError";
  override readonly code = "AUTHENTICATION_FAILED";
}

/**
 * Error for status 403: the user is known but not allowed to make the call. On the APS bus, a custom operation needs
 * an Allowed Operation: the APS type id without its version, and the HTTP verb. AppDirect also responds with 403 to a
 * wrong signature: in that case see {@link AuthenticationError}.
 *
 * Have the {@link permissions} granted to the user of the key. `permissions.check` of the APS client shows which
 * operations a user lacks.
 */
export class PermissionError extends ApiError {
  override readonly name = "PermissionError";
  override readonly code = "PERMISSION_DENIED";
  /**
   * Rights that the operation needs according to the document: `http://www.odin.com/billing/order-management POST`.
   * Empty if the document lists none.
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

/** Error for status 404: there is no such resource, relation, operation or event. */
export class NotFoundError extends ApiError {
  override readonly name = "NotFoundError";
  override readonly code = "NOT_FOUND";
}

/** Error for status 409: the call conflicts with the current state. Repeating the same call does not help. */
export class ConflictError extends ApiError {
  override readonly name = "ConflictError";
  override readonly code = "CONFLICT";
}

/**
 * Error for status 429: too many calls. {@link retryAfter} is the delay that the platform asked for, in milliseconds.
 */
export class RateLimitError extends ApiError {
  override readonly name = "RateLimitError";
  override readonly code = "RATE_LIMITED";
  /** Delay in milliseconds; `undefined` if the platform sent no readable `Retry-After`. */
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

/**
 * Error thrown when the order manager refuses an order with words that prove that it was not placed. Its status is
 * 500, which by itself would leave the outcome unknown. Currently, one refusal is known: the subscription has an open
 * order of the same type.
 *
 * The message quotes the platform. Wait for the open order that it names, then place yours.
 */
export class OrderRefusedError extends ApiError {
  override readonly name = "OrderRefusedError";
  override readonly code = "ORDER_REFUSED";
}

/** Error for status 5xx, if the call is safe or was provably not executed. */
export class ServerError extends ApiError {
  override readonly name = "ServerError";
  override readonly code = "SERVER_ERROR";
}
