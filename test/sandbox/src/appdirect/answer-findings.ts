import type { MarketplaceEvent } from "./event.js";
import { type EventResult, parseEventResult } from "./event-result.js";

/** Something in a vendor's answer that goes against AppDirect's documented rules. */
export interface AnswerFinding {
  /** Which rule. */
  readonly rule:
    | "status"
    | "result"
    | "content-type"
    | "account-identifier"
    | "error-code"
    | "asynchronous-notice"
    | "ping";
  /** What was expected, and what came. */
  readonly message: string;
}

/** An answer to look at. */
export interface CheckedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
  /** The result in the answer. */
  readonly body: EventResult | undefined;
  /** Where the browser is sent. */
  readonly location: string | undefined;
}

/** What the rules have against the answer to an event; nothing, where a marketplace is content. */
export function findingsOn(
  event: MarketplaceEvent,
  answer: CheckedAnswer,
  isInteractive: boolean,
): readonly AnswerFinding[] {
  const result = isInteractive ? returnedResult(event, answer) : answer.body;
  const about = isInteractive ? onBrowserAnswer(answer) : [...onAnswer(event, answer), ...onContentType(answer)];
  // A 202 is no final answer: what follows it is still to come.
  return result === undefined || answer.status === 202 ? about : [...about, ...findingsOnResult(event, result)];
}

function onAnswer({ type }: MarketplaceEvent, { status, body }: CheckedAnswer): readonly AnswerFinding[] {
  if (![200, 201, 202].includes(status)) {
    return [{ rule: "status", message: `expected 200 with a result, also of a failure, or 202; found ${status}` }];
  }
  if (status === 202 && type === "SUBSCRIPTION_NOTICE") {
    return [{ rule: "asynchronous-notice", message: "a notice is answered at once, never with 202" }];
  }
  if (status === 202 || body !== undefined) return [];
  return [{ rule: "result", message: "expected a result in JSON or XML, with success; found none" }];
}

/** The user may be shown a page first, so only an error is one. */
function onBrowserAnswer({ status }: CheckedAnswer): readonly AnswerFinding[] {
  if (status < 400) return [];
  return [{ rule: "status", message: `expected a redirect to the return URL, or a page; found ${status}` }];
}

function onContentType({ headers, text, body }: CheckedAnswer): readonly AnswerFinding[] {
  const wanted = text.trimStart().startsWith("<") ? "xml" : "json";
  const found = String(headers["content-type"] ?? "none");
  if (body === undefined || found.toLowerCase().includes(wanted)) return [];
  return [{ rule: "content-type", message: `expected application/${wanted}, since that is what came; found ${found}` }];
}

/** What the rules have against a result, whichever way it came. */
export function findingsOnResult({ type, flag }: MarketplaceEvent, result: EventResult): readonly AnswerFinding[] {
  if (flag === "STATELESS") {
    return result.success ? [] : [{ rule: "ping", message: "a ping is answered with success, and changes nothing" }];
  }
  if (result.success) return type === "SUBSCRIPTION_ORDER" ? onAccount(result) : [];
  return onErrorCode(result);
}

function onAccount({ accountIdentifier }: EventResult): readonly AnswerFinding[] {
  if (accountIdentifier) return [];
  return [{ rule: "account-identifier", message: "a successful order needs accountIdentifier; found none" }];
}

function onErrorCode({ errorCode }: EventResult): readonly AnswerFinding[] {
  if (errorCode !== undefined && errorCodes.has(errorCode)) return [];
  const found = errorCode === undefined ? "none" : JSON.stringify(errorCode);
  return [{ rule: "error-code", message: `a failure needs an errorCode that is documented; found ${found}` }];
}

const errorCodes: ReadonlySet<string> = new Set([
  "USER_ALREADY_EXISTS",
  "USER_NOT_FOUND",
  "ACCOUNT_NOT_FOUND",
  "MAX_USERS_REACHED",
  "UNAUTHORIZED",
  "OPERATION_CANCELLED",
  "CONFIGURATION_ERROR",
  "INVALID_RESPONSE",
  "PENDING",
  "FORBIDDEN",
  "BINDING_NOT_FOUND",
  "TRANSPORT_ERROR",
  "UNKNOWN_ERROR",
  "INVALID_OPERATION",
  "NOT_FOUND",
]);

/** The result that a redirect brings straight back, where it leads back and not to a page of the vendor's own. */
export function returnedResult(
  { returnUrl }: MarketplaceEvent,
  { location = "" }: Pick<CheckedAnswer, "location">,
): EventResult | undefined {
  if (returnUrl === null || !URL.canParse(location)) return undefined;
  const [to, back] = [new URL(location), new URL(returnUrl)];
  if (to.origin + to.pathname !== back.origin + back.pathname) return undefined;
  return parseEventResult(JSON.stringify(Object.fromEntries(to.searchParams)));
}
