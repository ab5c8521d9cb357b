/** Hooks, logger and tracing: what the client tells a program while it works. */

export type { AttemptInfo, CallInfo, Hooks, Logger, ResponseInfo, RetryInfo } from "./hooks.js";
export { Notifier } from "./notifier.js";
export { trace } from "./tracing.js";
