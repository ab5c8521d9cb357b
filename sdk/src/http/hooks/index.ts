/** Hooks, logger and tracing, which report the progress of calls. */

export type { AttemptInfo, CallInfo, Hooks, Logger, ResponseInfo, RetryInfo } from "./hooks.js";
export { Notifier } from "./notifier.js";
export { trace } from "./tracing.js";
