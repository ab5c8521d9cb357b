import type { Safety } from "../safety.js";

/** Where log lines go: `console`, pino, and most others fit as they are. */
export interface Logger {
  /** A line for each attempt. */
  debug(message: string): void;
  /** A line for each repetition. */
  info(message: string): void;
  /** What does not stop a call, and should be looked into. */
  warn(message: string): void;
  /** Errors that a hook or the logger itself threw. */
  error(message: string): void;
}

/** A call, to tell it from others in logs and hooks. */
export interface CallInfo {
  /** Public name of the method: `orders.create`. */
  readonly operation: string;
  /** The call's own reference. */
  readonly reference: string;
  /** Of HTTP. */
  readonly method: string;
  /** Without the query, where a signature may stand. */
  readonly url: string;
  /** Whether it may be repeated, as the document says. */
  readonly safety: Safety;
}

/** An attempt that is about to be made. */
export interface AttemptInfo extends CallInfo {
  /** Counted from 1. */
  readonly attempt: number;
}

/** An attempt that was answered. */
export interface ResponseInfo extends AttemptInfo {
  /** Of whatever kind. */
  readonly status: number;
  /** Milliseconds from signing to the last byte of the body. */
  readonly duration: number;
}

/** An attempt that will be repeated. */
export interface RetryInfo extends AttemptInfo {
  /** Why. */
  readonly reason: string;
  /** Milliseconds until the next attempt. */
  readonly delay: number;
}

/** Functions that the client calls while it works. What they throw is logged and changes no call, except in `journal`. */
export interface Hooks {
  /**
   * Called for a call that is not safe to repeat **before** it is sent, and awaited: write the reference down, and a
   * program that was restarted can look up what became of the call. A journal that throws ends the call with a
   * `JournalError`, and nothing is sent.
   */
  readonly journal?: ((call: CallInfo) => void | Promise<void>) | undefined;
  /** Called before each attempt. */
  readonly request?: ((attempt: AttemptInfo) => void) | undefined;
  /** Called for each attempt that was answered, with any status. */
  readonly response?: ((response: ResponseInfo) => void) | undefined;
  /** Called before an attempt is repeated. */
  readonly retry?: ((retry: RetryInfo) => void) | undefined;
}
