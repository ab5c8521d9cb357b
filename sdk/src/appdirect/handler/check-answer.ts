import type { EventResult } from "../../generated/appdirect/types.js";
import type { Answer, EventType, Later, Result } from "../events/index.js";

/**
 * What a handler answered, once it is certain that the marketplace can be given it. Of a result as much as is documented
 * is taken: what else an object of the vendor's holds stays here.
 *
 * @throws TypeError for what is no answer, which a program without types may give
 */
export function checkAnswer(type: EventType, answer: Answer): Answer {
  return isLater(answer) ? answer : checkResult(type, answer);
}

/** The same for what work that was left for later came to. */
export function checkResult(type: EventType, result: Result): Result {
  const { success, accountIdentifier, userIdentifier, errorCode, message }: Partial<EventResult> = result ?? {};
  const details = dropAbsent({ accountIdentifier, userIdentifier, message });
  if (success === true && (type !== "SUBSCRIPTION_ORDER" || accountIdentifier)) return { success, ...details };
  if (success === false && errorCode) return { success, errorCode, ...details };
  throw new TypeError(`the handler of ${type} must return ${describeExpected(type)}`);
}

/** Whether the result follows. */
export function isLater(answer: Answer): answer is Later {
  return typeof answer === "object" && answer !== null && "later" in answer && answer.later === true;
}

function describeExpected(type: EventType): string {
  const details = type === "SUBSCRIPTION_ORDER" ? "{ accountIdentifier }" : "";
  return `succeeded(${details}) or failed(errorCode, message)${type === "SUBSCRIPTION_NOTICE" ? "" : " or later()"}`;
}

type Details = { readonly [D in "accountIdentifier" | "userIdentifier" | "message"]?: string | undefined };

/** Absent, as JSON and XML leave it out. */
function dropAbsent(details: Details): { readonly [D in keyof Details]?: string } {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
}
