import { type Failure, isProofOfNoExecution } from "./evidence/index.js";
import type { Safety } from "./safety.js";

/** Attempt that ended without a result. */
export type FailedAttempt =
  | { readonly kind: "failure"; readonly failure: Failure }
  | {
      readonly kind: "status";
      readonly status: number;
      readonly isApplicationError: boolean;
      readonly isRenewed: boolean;
    };

/** Consequence of a failed attempt for the call. */
export type RetryDecision =
  /** Try again, if attempts are left. */
  | "repeat"
  /** Report the error: the call was not executed, or would fail again. */
  | "report"
  /** Report an unknown outcome: the call may have been executed, and must not be repeated. */
  | "unknown";

/**
 * Decides whether to repeat a call. This is the only place that decides it. An unsafe call is never repeated without proof
 * that it was not executed.
 *
 * @param tries Number of attempts so far, including this one.
 */
export function decideRetry(failed: FailedAttempt, safety: Safety, tries: number): RetryDecision {
  return failed.kind === "failure"
    ? decideOnFailure(failed.failure, safety, tries)
    : decideOnStatus(failed, safety, tries);
}

function decideOnFailure(failure: Failure, safety: Safety, tries: number): RetryDecision {
  switch (failure.reason) {
    case "unsent":
    case "untrusted-certificate":
    case "tls-version":
    case "tls-handshake":
    case "proxy-login":
    case "blocked-port":
      // These causes do not change between two attempts.
      return "report";
    case "unknown-host":
      return safety === "unsafe" || tries > 1 ? "report" : "repeat";
    case "not-http":
      // A response may be garbled once. A server that speaks another protocol will do so again.
      if (safety === "unsafe") return "unknown";
      return tries === 1 ? "repeat" : decideOutcome({ kind: "failure", failure }, safety);
    case "too-large":
    case "undecodable":
      return safety === "safe" ? "report" : "unknown";
    default:
      return isProofOfNoExecution(failure) || safety !== "unsafe" ? "repeat" : "unknown";
  }
}

function decideOnStatus(
  failed: Extract<FailedAttempt, { kind: "status" }>,
  safety: Safety,
  tries: number,
): RetryDecision {
  const { status, isApplicationError, isRenewed } = failed;
  // The call was not executed, and its signer has another proof to try.
  if (status === 401) return isRenewed ? "repeat" : "report";
  // RFC 8470 section 5.2: Too Early means that the request was not processed.
  if (status === 425) return safety === "unsafe" && tries > 1 ? "report" : "repeat";
  if (status === 429) return safety === "unsafe" ? "report" : "repeat";
  if (status !== 408 && status < 500) return "report";
  if (safety === "unsafe") return "unknown";
  // A service that reports a problem with the request will report it again.
  return isApplicationError && status === 500 ? "report" : "repeat";
}

/**
 * Decides the outcome when no attempts are left: a safe call changed nothing, any other call may have been executed
 * unless there is proof that it was not.
 */
export function decideOutcome(failed: FailedAttempt, safety: Safety): Exclude<RetryDecision, "repeat"> {
  if (safety === "safe") return "report";
  if (failed.kind === "failure") return isProofOfNoExecution(failed.failure) ? "report" : "unknown";
  return failed.status === 408 || failed.status >= 500 ? "unknown" : "report";
}
