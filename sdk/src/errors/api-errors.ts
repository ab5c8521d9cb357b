import { readErrorSentence } from "../error-body.js";
import { CallError, type CallIdentity } from "./base-error.js";
import type { ReceivedResponse } from "./error-details.js";

/**
 * The platform answered, and its answer is no. One class below it for each status that a caller handles by itself;
 * any other status, a redirect among them, is an `ApiError` as such.
 */
export class ApiError extends CallError {
  override readonly name: string = "ApiError";
  readonly code: string = "API_ERROR";
  /** Status of the answer. */
  readonly status: number;
  /** Headers of the answer. */
  readonly headers: Headers;
  /** Parsed JSON, text, or `undefined`. On the APS bus usually `{ error, message }`. */
  readonly body: unknown;

  constructor(call: CallIdentity, response: ReceivedResponse, advice?: string, options?: ErrorOptions) {
    const said = readErrorSentence(response.body);
    super(call, [`${response.status}`, said, advice].filter(Boolean).join(". "), options);
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

/**
 * The order manager refused an order, in words that prove that it was not placed: it answers 500, which by itself leaves
 * the outcome unknown. Today one refusal is known, an open order of the same type on the subscription.
 *
 * What to do: the message quotes the platform. Wait for the open order that it names, then place yours.
 */
export class OrderRefusedError extends ApiError {
  override readonly name = "OrderRefusedError";
  override readonly code = "ORDER_REFUSED";
}

/** 5xx to a safe call, or to an unsafe one with proof that it was not executed. */
export class ServerError extends ApiError {
  override readonly name = "ServerError";
  override readonly code = "SERVER_ERROR";
}
