import { readErrorSentence } from "../error-body.js";
import {
  type ApsDirectError,
  type CallIdentity,
  ConnectionError,
  ResponseValidationError,
  TimeoutError,
} from "../errors/index.js";
import { createApiError, type RefusalHint, type RefusedCall, readBody } from "./api-error.js";
import { SilenceError, type UnsignedRequest } from "./body/index.js";
import { type Failure, type FailureReason, findCode } from "./evidence/index.js";
import { findHint } from "./failure-hint.js";
import { decideOutcome } from "./retry-policy.js";
import type { Safety } from "./safety.js";
import type { Deadline } from "./timing/index.js";
import { createUnknownOutcomeError, type SentAttempt, type UnsettledCall } from "./unknown-outcome.js";

/** Creates the error for a call that was not executed, or that changes nothing. */
export function createFailureError(
  call: FailedCall,
  { outcome }: SentAttempt,
  tries: number,
  hint: RefusalHint,
): ApsDirectError {
  if ("response" in outcome) return createApiError(call, outcome.response, hint);
  const { failure } = outcome;
  const options = { cause: failure.cause };
  switch (failure.reason) {
    case "timeout":
      return new TimeoutError(call, call.timeout, `no complete response in time, ${countAttempts(tries)}`, options);
    case "too-large":
    case "undecodable": {
      const received = { status: failure.status ?? 0, contentType: undefined, excerpt: "" };
      return new ResponseValidationError(call, received, [{ path: "$", message: toMessage(failure.cause) }], options);
    }
    default:
      return new ConnectionError(call, `${describeConnectionFailure(failure, call)}, ${countAttempts(tries)}`, options);
  }
}

/**
 * Creates the error for an interrupted stream, or returns the caller's own reason if the caller aborted it. For an
 * unsafe call, the outcome is unknown.
 */
export async function createInterruptionError(
  call: FailedCall & { readonly safety: Safety; readonly signal: AbortSignal | undefined },
  sent: SentAttempt,
  cause: unknown,
  status: number,
): Promise<unknown> {
  if (call.signal?.aborted === true) return call.signal.reason;
  const reason = cause instanceof SilenceError ? "timeout" : "lost";
  const failure: Failure = { reason, cause, status };
  const interrupted: SentAttempt = { ...sent, outcome: { failure } };
  if (decideOutcome({ kind: "failure", failure }, call.safety) === "report") {
    return reason === "timeout"
      ? new TimeoutError(call, call.timeout, `the stream sent nothing for ${call.timeout} ms`, { cause })
      : new ConnectionError(call, `${new URL(call.url).host}: ${describeOutcome(interrupted)}`, { cause });
  }
  return createUnknownOutcomeError(call, interrupted, describeOutcome(interrupted), { cause });
}

/** Describes in a few words how an attempt ended. Quotes the response, which may say why the call was refused. */
export function describeOutcome({ outcome }: SentAttempt): string {
  if ("response" in outcome) {
    const sentence = readErrorSentence(readBody(outcome.response));
    return `the response was ${outcome.response.status}${sentence === undefined ? "" : `: ${sentence}`}`;
  }
  const { reason, cause, status } = outcome.failure;
  if (reason !== "lost") return reasons[reason];
  const during = status === undefined ? "before a response arrived" : `during a response with status ${status}`;
  const details = [findCode(cause), findHint(outcome.failure)].filter((detail) => detail !== undefined).join(". ");
  return `${reasons.lost} ${during}${details === "" ? "" : ` (${details})`}`;
}

const reasons: { readonly [R in FailureReason]: string } = {
  unsent: "it was aborted before it was sent",
  refused: "the connection was refused",
  "unknown-host": "the host is unknown",
  unreachable: "the host cannot be reached",
  "not-connected": "the connection could not be made",
  "private-address":
    "the host resolves to an address that is not public, which nodeFetch({ publicAddressesOnly }) refuses",
  "connect-timeout": "no connection could be made in time",
  "untrusted-certificate": "the certificate is not trusted",
  "tls-version": "the server refused the TLS version",
  "tls-handshake": "the TLS handshake failed",
  "proxy-login": "the proxy requires a user and a password",
  "proxy-refusal": "the proxy refused to connect",
  "blocked-port": "the port is blocked",
  lost: "the connection was lost",
  "not-http": "the response is not HTTP",
  timeout: "no complete response arrived in time",
  "too-large": "the response is too large",
  undecodable: "the body cannot be decoded with its Content-Encoding",
};

function describeConnectionFailure(failure: Failure, { url }: UnsignedRequest): string {
  const { host } = new URL(url);
  const code = findCode(failure.cause);
  const next = findHint(failure);
  return `${host}: ${reasons[failure.reason]}${code === undefined ? "" : ` (${code})`}${next ? `. ${next}` : ""}`;
}

function countAttempts(tries: number): string {
  return tries === 1 ? "after 1 attempt" : `after ${tries} attempts`;
}

function toMessage(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/**
 * Returns a rejection handler for a call that may run out of time before it is sent. It throws a `TimeoutError` that
 * says so, and rethrows any other error.
 *
 * @param missing Event that the call was waiting for.
 */
export function rethrowAsNeverSent(call: CallIdentity, time: Deadline, missing: string): (error: unknown) => never {
  return (error) => {
    if (!time.isTimeUp || error !== time.reason) throw error;
    throw new TimeoutError(call, time.duration, `${missing} within ${time.duration} ms; nothing was sent`);
  };
}

/** Call that an error is about. */
export interface FailedCall extends RefusedCall, UnsettledCall {
  readonly timeout: number;
}
