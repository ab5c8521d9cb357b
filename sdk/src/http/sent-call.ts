import type { OutcomeUnknownError } from "../errors.js";
import type { RequestContent } from "./unsigned-request.js";

/** Request of an unsafe call whose outcome is unknown: what a look-up compares with the records of the platform. */
export interface SentCall {
  /** Public name of the method: `orders.create`. */
  readonly operation: string;
  /** Body as it was sent. */
  readonly body: RequestContent | undefined;
  /** Field of the body that carries the call's reference, where the document marks one. */
  readonly referencePath: readonly string[] | undefined;
}

/** A map, and not a property of the error: errors are logged, and a body may hold a password. */
const calls = new WeakMap<OutcomeUnknownError, SentCall>();

/** Remembers the request that an error is about. */
export function rememberSentCall(error: OutcomeUnknownError, call: SentCall): void {
  calls.set(error, call);
}

/** Request that an error is about; `undefined` for an error that this process did not throw. */
export function sentCallOf(error: OutcomeUnknownError): SentCall | undefined {
  return calls.get(error);
}
