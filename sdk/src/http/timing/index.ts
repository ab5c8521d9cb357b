/** Deadlines, delays and the queue of calls. */

export { pause, raceAbort } from "./abortable-promise.js";
export { computeBackoff } from "./backoff.js";
export { CallQueue } from "./call-queue.js";
export { Deadline, LONGEST_TIME, TimedSignal } from "./deadline.js";
export { RetryBudget } from "./retry-budget.js";
