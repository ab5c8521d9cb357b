import { type CallIdentity, OutcomeUnknownError } from "../errors/index.js";
import { findNonce, type HttpResponse, type RequestContent, stripQuery, type UnsignedRequest } from "./body/index.js";
import type { Failure } from "./evidence/index.js";
/** An attempt that was made, for the record. */
export interface SentAttempt extends AttemptResult {
  /** When it left, in milliseconds since 1970. */
  readonly sentAt: number;
}

/** A call that may have been executed. */
export interface UnsettledCall extends CallIdentity, UnsignedRequest {
  /** How to find out what became of it. */
  readonly recoveryHint?: string | undefined;
  /** Field of the body that carries the reference, where the document marks one. */
  readonly referencePath?: readonly string[] | undefined;
}

/** The error for a call that may have been executed. */
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

/** Request of an unsafe call whose outcome is unknown: what a look-up compares with the records of the platform. */
export interface SentCall {
  /** Public name of the method: `orders.create`. */
  readonly operation: string;
  /** Body as it was sent. */
  readonly body: RequestContent | undefined;
  /** Field of the body that carries the call's reference, where the document marks one. */
  readonly referencePath: readonly string[] | undefined;
}

/** A map, and not a property of the error: errors are logged, and a body may hold a password. */
const calls = new WeakMap<OutcomeUnknownError, SentCall>();

/** Remembers the request that an error is about. */
function saveSentCall(error: OutcomeUnknownError, call: SentCall): void {
  calls.set(error, call);
}

/** Request that an error is about; `undefined` for an error that this process did not throw. */
export function findSentCall(error: OutcomeUnknownError): SentCall | undefined {
  return calls.get(error);
}

/**
 * SHA-256 of a body in hex: names a request that was sent without repeating what it said. Files, forms with files and
 * streams have none, since they would have to be read once more for it.
 */
async function hashBody(body: RequestContent | undefined): Promise<string | undefined> {
  if (typeof body !== "string" && !(body instanceof Uint8Array)) return undefined;
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** How one attempt ended. */
export interface AttemptResult {
  readonly outcome: { readonly response: HttpResponse } | { readonly failure: Failure };
  /** What left, signature and all: for redaction and for its nonce, and not for errors to hold. */
  readonly signed: Request | undefined;
  /** Whether it was answered 401 and its signer says that another signature may be accepted. */
  readonly isRenewed: boolean;
}
