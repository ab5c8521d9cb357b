/** Sends calls: attempts, retries, and the error of a failed call. */

export { isApplicationError, type RefusalHint, readBody } from "./api-error.js";
export { rethrowAsNeverSent } from "./call-outcome.js";
export { removeSecrets } from "./secret-variants.js";
export { type OutgoingCall, type RefusalReader, Transport } from "./transport.js";
export { findSentCall } from "./unknown-outcome.js";
