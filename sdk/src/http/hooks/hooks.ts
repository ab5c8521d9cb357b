import type { Safety } from "../safety.js";

/** Destination of log lines. `console`, pino and most other loggers can be passed as they are. */
export interface Logger {
  /** Logs each attempt. */
  debug(message: string): void;
  /** Logs each retry. */
  info(message: string): void;
  /** Logs problems that do not stop a call but need attention. */
  warn(message: string): void;
  /** Logs errors thrown by a hook or by the logger itself. */
  error(message: string): void;
}

/** Description of a call, for logs and hooks. */
export interface CallInfo {
  /** Public name of the method: `orders.create`. */
  readonly operation: string;
  /** Reference of the call. */
  readonly reference: string;
  /** HTTP method. */
  readonly method: string;
  /** URL without the query, which may contain a signature. */
  readonly url: string;
  /** Effect of repeating the call, according to the document. */
  readonly safety: Safety;
}

/** Attempt that is about to be made. */
export interface AttemptInfo extends CallInfo {
  /** Number of the attempt, counted from 1. */
  readonly attempt: number;
}

/** Attempt that received a response. */
export interface ResponseInfo extends AttemptInfo {
  /** Status of the response, success or error. */
  readonly status: number;
  /** Time from signing to the last byte of the body, in milliseconds. */
  readonly duration: number;
}

/** Attempt that will be retried. */
export interface RetryInfo extends AttemptInfo {
  /** Reason for the retry. */
  readonly reason: string;
  /** Time until the next attempt, in milliseconds. */
  readonly delay: number;
}

/**
 * Functions that the client calls during a call. Their errors are logged and do not affect the call, except in
 * `journal`.
 */
export interface Hooks {
  /**
   * Called and awaited **before** a call that is not safe to repeat is sent. Save the reference, so that a restarted
   * program can look up the outcome of the call. If the hook throws, the call fails with a `JournalError` and nothing
   * is sent.
   */
  readonly journal?: ((call: CallInfo) => void | Promise<void>) | undefined;
  /** Called before each attempt. */
  readonly request?: ((attempt: AttemptInfo) => void) | undefined;
  /** Called for each attempt that received a response, with any status. */
  readonly response?: ((response: ResponseInfo) => void) | undefined;
  /** Called before each retry. */
  readonly retry?: ((retry: RetryInfo) => void) | undefined;
}
