/** Determines what an error of `fetch` proves. */

export { findCode } from "./evidence.js";
export { type Failure, type FailureReason, isProofOfNoExecution, readFailure } from "./failure.js";
