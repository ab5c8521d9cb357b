/** Reads what an error of `fetch` proves. */

export { codeOf } from "./evidence.js";
export { type Failure, type FailureReason, failureOf, isProofOfNoExecution } from "./failure.js";
