import { type Failure, isProofOfNoExecution } from "./evidence/index.js";
import type { Safety } from "./safety.js";

/** How an attempt ended without a result. */
export type FailedAttempt =
  | { readonly kind: "failure"; readonly failure: Failure }
  | {
      readonly kind: "status";
      readonly status: number;
      readonly isApplicationError: boolean;
      readonly isRenewed: boolean;
    };

/** What a failed attempt means for the call. */
export type RetryDecision =
  /** Try again, if tries are left. */
  | "repeat"
  /** The call was not executed, or executing it again would end the same: report it. */
  | "report"
  /** The call may have been executed, and must not be repeated. */
  | "unknown";

/**
 * The one place that decides about repeating: never an unsafe call without proof that it was not executed.
 *
 * @param tries How many attempts have been made, this one included.
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
      // Nothing about these changes between two attempts.
      return "report";
    case "unknown-host":
      return safety === "unsafe" || tries > 1 ? "report" : "repeat";
    case "not-http":
      // An answer may be garbled once. Who speaks another protocol will speak it again.
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
  // It was not executed, and its signer has another proof to try.
  if (status === 401) return isRenewed ? "repeat" : "report";
  // RFC 8470 section 5.2: Too Early says that the request was not processed.
  if (status === 425) return safety === "unsafe" && tries > 1 ? "report" : "repeat";
  if (status === 429) return safety === "unsafe" ? "report" : "repeat";
  if (status !== 408 && status < 500) return "report";
  if (safety === "unsafe") return "unknown";
  // A service that says what is wrong with the request will say it again.
  return isApplicationError && status === 500 ? "report" : "repeat";
}

/**
 * What is left when the tries are used up: nothing changed by a safe call, anything may be by another that was seen.
 */
export function decideOutcome(failed: FailedAttempt, safety: Safety): Exclude<RetryDecision, "repeat"> {
  if (safety === "safe") return "report";
  if (failed.kind === "failure") return isProofOfNoExecution(failed.failure) ? "report" : "unknown";
  return failed.status === 408 || failed.status >= 500 ? "unknown" : "report";
}
