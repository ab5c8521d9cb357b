/** Sending: attempts, verdicts on what went wrong, and nothing of what is sent. */

export type { Abortable } from "./abortable.js";
export { UnusableResult } from "./after-sending.js";
export { Allowance, neverSent } from "./allowance.js";
export type { AnswerStream } from "./answer-stream.js";
export { type Advice, bodyOf, isApplicationError } from "./api-error.js";
export type { Answer } from "./attempt.js";
export { parseExactly } from "./exact-json.js";
export { Notifier } from "./notifier.js";
export type { AttemptInfo, CallInfo, Hooks, Logger, ResponseInfo, RetryInfo } from "./observers.js";
export { pause } from "./pause.js";
export { decodeText } from "./response-body.js";
export type { Safety } from "./retry-policy.js";
export type { Fetch } from "./sending.js";
export { type SentCall, sentCallOf } from "./sent-call.js";
export { settled } from "./settled.js";
export { LONGEST_TIME, TimedSignal } from "./timed-signal.js";
export { type Delivery, type OutgoingCall, type RefusalReader, Transport, type TransportOptions } from "./transport.js";
export type { Reading, RequestContent } from "./unsigned-request.js";
