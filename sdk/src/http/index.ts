/** Sends calls: attempts, retries, and the error that a call ends with. */

export { type Advice, bodyOf, isApplicationError } from "./api-error.js";
export { neverSent } from "./call-outcome.js";
export { withoutSecrets } from "./secret-variants.js";
export { type OutgoingCall, type RefusalReader, Transport } from "./transport.js";
export { sentCallOf } from "./unknown-outcome.js";
