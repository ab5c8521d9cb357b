import { type CallIdentity, OutcomeUnknownError } from "../errors/index.js";
import { findNonce, type HttpResponse, type RequestContent, stripQuery, type UnsignedRequest } from "./body/index.js";
import type { Failure } from "./evidence/index.js";

/** Attempt that was made. */
export interface SentAttempt extends AttemptResult {
  /** Time of sending, in milliseconds since 1970. */
  readonly sentAt: number;
}

/** Call that may have been executed. */
export interface UnsettledCall extends CallIdentity, UnsignedRequest {
  /** Call that resolves an unknown outcome, if there is one. */
  readonly recoveryHint?: string | undefined;
  /** Path of the body field that carries the reference, if the document marks one. */
  readonly referencePath?: readonly string[] | undefined;
}

/** Creates the error for a call that may have been executed. */
export async function createUnknownOutcomeError(
  call: UnsettledCall,
  sent: SentAttempt,
  reason: string,
  options?: ErrorOptions & { body?: unknown },
): Promise<OutcomeUnknownError> {
  const { outcome, signed, sentAt } = sent;
  const status = "response" in outcome ? outcome.response.status : outcome.failure.status;
  const error = new OutcomeUnknownError(
    call,
    {
      target: `${call.method} ${new URL(stripQuery(call.url)).pathname}`,
      sentAt: new Date(sentAt).toISOString(),
      nonce: findNonce(signed),
      bodySha256: await hashBody(call.body),
      requestSent: status === undefined ? "perhaps" : "surely",
      responseStarted: status !== undefined,
      status,
    },
    reason,
    { ...options, recoveryHint: call.recoveryHint },
  );
  saveSentCall(error, { operation: call.operation, body: call.body, referencePath: call.referencePath });
  return error;
}

/** Request of an unsafe call whose outcome is unknown, to compare with the platform's records. */
export interface SentCall {
  /** Public name of the method: `orders.create`. */
  readonly operation: string;
  /** Body as it was sent. */
  readonly body: RequestContent | undefined;
  /** Path of the body field that carries the call's reference, if the document marks one. */
  readonly referencePath: readonly string[] | undefined;
}

/**
 * Requests by error. They are not a property of the error, because errors are logged and a body may hold a password.
 */
const calls = new WeakMap<OutcomeUnknownError, SentCall>();

/** Saves the request that an error is about. */
function saveSentCall(error: OutcomeUnknownError, call: SentCall): void {
  calls.set(error, call);
}

/** Finds the request that an error is about. Returns `undefined` for an error that this process did not throw. */
export function findSentCall(error: OutcomeUnknownError): SentCall | undefined {
  return calls.get(error);
}

/**
 * Computes the SHA-256 of a body in hex, which identifies a request without revealing its content. Files, forms with
 * files and streams have none, because they would have to be read again.
 */
async function hashBody(body: RequestContent | undefined): Promise<string | undefined> {
  if (typeof body !== "string" && !(body instanceof Uint8Array)) return undefined;
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Result of one attempt. */
export interface AttemptResult {
  readonly outcome: { readonly response: HttpResponse } | { readonly failure: Failure };
  /** Signed request, for redaction and for its nonce. Errors must not keep it. */
  readonly signed: Request | undefined;
  /** True if the response was 401 and the signer can try another signature. */
  readonly isRenewed: boolean;
}
