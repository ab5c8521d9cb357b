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

/** The error for a call that was surely not executed, or that changes nothing. */
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
      return new TimeoutError(call, call.timeout, `no complete answer in time, ${countAttempts(tries)}`, options);
    case "too-large":
    case "undecodable": {
      const received = { status: failure.status ?? 0, contentType: undefined, excerpt: "" };
      return new ResponseValidationError(call, received, [{ path: "$", message: messageOf(failure.cause) }], options);
    }
    default:
      return new ConnectionError(call, `${describeConnectionFailure(failure, call)}, ${countAttempts(tries)}`, options);
  }
}

/**
 * Error for a stream that broke off, or the caller's own reason where the caller ended it. The outcome of an unsafe call
 * is unknown then.
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
  const broken: SentAttempt = { ...sent, outcome: { failure } };
  if (decideOutcome({ kind: "failure", failure }, call.safety) === "report") {
    return reason === "timeout"
      ? new TimeoutError(call, call.timeout, `nothing came for ${call.timeout} ms in the middle of a stream`, { cause })
      : new ConnectionError(call, `${new URL(call.url).host}: ${describeOutcome(broken)}`, { cause });
  }
  return createUnknownOutcomeError(call, broken, describeOutcome(broken), { cause });
}

/** Tells in a few words what happened to an attempt. An answer is quoted: it may say why the call was refused. */
export function describeOutcome({ outcome }: SentAttempt): string {
  if ("response" in outcome) {
    const said = readErrorSentence(readBody(outcome.response));
    return `it was answered with ${outcome.response.status}${said === undefined ? "" : `: ${said}`}`;
  }
  const { reason, cause, status } = outcome.failure;
  if (reason !== "lost") return reasons[reason];
  const during = status === undefined ? "before an answer came" : `in the middle of an answer with status ${status}`;
  const details = [findCode(cause), findHint(outcome.failure)].filter((detail) => detail !== undefined).join(". ");
  return `${reasons.lost} ${during}${details === "" ? "" : ` (${details})`}`;
}

const reasons: { readonly [R in FailureReason]: string } = {
  unsent: "it was ended before it was sent",
  refused: "the connection was refused",
  "unknown-host": "the host is not known",
  unreachable: "the host cannot be reached",
  "not-connected": "the connection could not be made",
  "private-address":
    "the host leads to an address that is not public, which nodeFetch({ publicAddressesOnly }) refuses",
  "connect-timeout": "no connection came about in time",
  "untrusted-certificate": "the certificate is not trusted",
  "tls-version": "the server refused the TLS version",
  "tls-handshake": "the TLS handshake failed",
  "proxy-login": "the proxy asks for a user and a password",
  "proxy-refusal": "the proxy refused to connect",
  "blocked-port": "the port is blocked",
  lost: "the connection was lost",
  "not-http": "what came is not HTTP",
  timeout: "no complete answer came in time",
  "too-large": "the answer is too large",
  undecodable: "the body cannot be decoded as its Content-Encoding says",
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

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/**
 * For a call whose time may be over before anything of it is sent: says so, and lets any other error pass.
 *
 * @param lacking What it was still waiting for.
 */
export function rethrowAsNeverSent(call: CallIdentity, time: Deadline, lacking: string): (error: unknown) => never {
  return (error) => {
    if (!time.isTimeUp || error !== time.reason) throw error;
    throw new TimeoutError(call, time.duration, `${lacking} within ${time.duration} ms; nothing was sent`);
  };
}

/** The call an error is about. */
export interface FailedCall extends RefusedCall, UnsettledCall {
  readonly timeout: number;
}
