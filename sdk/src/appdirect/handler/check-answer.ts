import type { EventResult } from "../../generated/appdirect/types.js";
import type { Answer, EventType, Later, Result } from "../events/index.js";

/**
 * Checks a handler's answer before it is sent to the marketplace. A result keeps only its documented properties,
 * because the vendor's object may contain others.
 *
 * @throws TypeError if the value is not an answer, as can happen in untyped code
 */
export function checkAnswer(type: EventType, answer: Answer): Answer {
  return isLater(answer) ? answer : checkResult(type, answer);
}

/** Checks the result of `later()` work in the same way. */
export function checkResult(type: EventType, result: Result): Result {
  const { success, accountIdentifier, userIdentifier, errorCode, message }: Partial<EventResult> = result ?? {};
  const details = dropUndefined({ accountIdentifier, userIdentifier, message });
  if (success === true && (type !== "SUBSCRIPTION_ORDER" || accountIdentifier)) return { success, ...details };
  if (success === false && errorCode) return { success, errorCode, ...details };
  throw new TypeError(`the handler of ${type} must return ${describeExpected(type)}`);
}

/** Returns true if the result will follow later. */
export function isLater(answer: Answer): answer is Later {
  return typeof answer === "object" && answer !== null && "later" in answer && answer.later === true;
}

function describeExpected(type: EventType): string {
  const details = type === "SUBSCRIPTION_ORDER" ? "{ accountIdentifier }" : "";
  return `succeeded(${details}) or failed(errorCode, message)${type === "SUBSCRIPTION_NOTICE" ? "" : " or later()"}`;
}

type Details = { readonly [D in "accountIdentifier" | "userIdentifier" | "message"]?: string | undefined };

/** Removes undefined properties, as JSON and XML do. */
function dropUndefined(details: Details): { readonly [D in keyof Details]?: string } {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
}
