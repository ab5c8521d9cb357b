import type { MarketplaceEvent } from "./event.js";
import { type EventResult, parseEventResult } from "./event-result.js";

/** Violation of AppDirect's documented rules in a vendor's response. */
export interface AnswerFinding {
  /** Name of the violated rule. */
  readonly rule:
    | "status"
    | "result"
    | "content-type"
    | "account-identifier"
    | "error-code"
    | "asynchronous-notice"
    | "ping";
  /** Expected and actual response. */
  readonly message: string;
}

/** Response to check. */
export interface CheckedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
  /** Event result in the response, if any. */
  readonly body: EventResult | undefined;
  /** Redirect target for the browser, if any. */
  readonly location: string | undefined;
}

/** Checks the response to an event. Returns all violations of the rules. */
export function checkAnswer(
  event: MarketplaceEvent,
  answer: CheckedAnswer,
  isInteractive: boolean,
): readonly AnswerFinding[] {
  const result = isInteractive ? parseReturnedResult(event, answer) : answer.body;
  const about = isInteractive
    ? checkBrowserAnswer(answer)
    : [...checkStatus(event, answer), ...checkContentType(answer)];
  // A 202 is not final; the result follows later.
  return result === undefined || answer.status === 202 ? about : [...about, ...checkResult(event, result)];
}

function checkStatus({ type }: MarketplaceEvent, { status, body }: CheckedAnswer): readonly AnswerFinding[] {
  if (![200, 201, 202].includes(status)) {
    return [{ rule: "status", message: `expected 200 with a result (even for a failure) or 202; found ${status}` }];
  }
  if (status === 202 && type === "SUBSCRIPTION_NOTICE") {
    return [{ rule: "asynchronous-notice", message: "a notice must be answered immediately, never with 202" }];
  }
  if (status === 202 || body !== undefined) return [];
  return [{ rule: "result", message: "expected a result in JSON or XML with success; found none" }];
}

/**
 * Checks a response to the browser. The vendor may show a page before it redirects, so only an error status is a
 * violation.
 */
function checkBrowserAnswer({ status }: CheckedAnswer): readonly AnswerFinding[] {
  if (status < 400) return [];
  return [{ rule: "status", message: `expected a redirect to the return URL, or a page; found ${status}` }];
}

function checkContentType({ headers, text, body }: CheckedAnswer): readonly AnswerFinding[] {
  const wanted = text.trimStart().startsWith("<") ? "xml" : "json";
  const found = String(headers["content-type"] ?? "none");
  if (body === undefined || found.toLowerCase().includes(wanted)) return [];
  return [{ rule: "content-type", message: `expected application/${wanted} to match the body; found ${found}` }];
}

/** Checks a result, regardless of how it was delivered. */
export function checkResult({ type, flag }: MarketplaceEvent, result: EventResult): readonly AnswerFinding[] {
  if (flag === "STATELESS") {
    return result.success
      ? []
      : [{ rule: "ping", message: "a ping must be answered with success and must not change anything" }];
  }
  if (result.success) return type === "SUBSCRIPTION_ORDER" ? checkAccount(result) : [];
  return checkErrorCode(result);
}

function checkAccount({ accountIdentifier }: EventResult): readonly AnswerFinding[] {
  if (accountIdentifier) return [];
  return [{ rule: "account-identifier", message: "a successful order needs accountIdentifier; found none" }];
}

function checkErrorCode({ errorCode }: EventResult): readonly AnswerFinding[] {
  if (errorCode !== undefined && errorCodes.has(errorCode)) return [];
  const found = errorCode === undefined ? "none" : JSON.stringify(errorCode);
  return [{ rule: "error-code", message: `a failure needs a documented errorCode; found ${found}` }];
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

/**
 * Parses the result in a redirect to the return URL. Returns `undefined` if the redirect leads elsewhere, such as to a
 * page of the vendor.
 */
export function parseReturnedResult(
  { returnUrl }: MarketplaceEvent,
  { location = "" }: Pick<CheckedAnswer, "location">,
): EventResult | undefined {
  if (returnUrl === null || !URL.canParse(location)) return undefined;
  const [to, back] = [new URL(location), new URL(returnUrl)];
  if (to.origin + to.pathname !== back.origin + back.pathname) return undefined;
  return parseEventResult(JSON.stringify(Object.fromEntries(to.searchParams)));
}
