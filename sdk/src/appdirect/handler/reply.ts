import type { EventResult } from "../../generated/appdirect/types.js";
import { type ResultFormat, writeResult } from "./result-text.js";

/** Reply to a notification: the result, or an interim reply if the result follows. */
export interface EventReply {
  readonly status: 200 | 202;
  readonly result: EventResult;
  /** Return URL of an interactive event, where the user is redirected with the result. */
  readonly returnUrl?: string;
}

/** Creates the reply with a result. Its status is always 200: the marketplace takes any other status for an outage. */
export function createFinalReply(result: EventResult): EventReply {
  return { status: 200, result };
}

/** Creates an interim reply. */
export function createPendingReply(message = "The result follows"): EventReply {
  return { status: 202, result: { success: true, message } };
}

/** Creates the HTTP response for a reply. */
export function createReplyResponse({ status, result }: EventReply, format: ResultFormat): Response {
  const { contentType, text } = writeResult(result, format);
  return new Response(text, { status, headers: { "content-type": contentType, "cache-control": "no-store" } });
}

/**
 * Creates the response to a refused notification. It does not state the reason, which would help an attacker.
 *
 * @param status Status of the response: 401, or 200 for marketplaces that always expect a result.
 */
export function createUnauthorizedResponse(status: 200 | 401, format: ResultFormat): Response {
  const { contentType, text } = writeResult({ success: false, errorCode: "UNAUTHORIZED" }, format);
  const headers = { "content-type": contentType, "cache-control": "no-store", "www-authenticate": 'OAuth realm=""' };
  return new Response(text, { status, headers });
}

/** Creates a redirect that keeps the signature out of the browser's history and the referrer of the next page. */
export function createRedirect(location: string): Response {
  const headers = { location, "cache-control": "no-store", "referrer-policy": "no-referrer" };
  return new Response(null, { status: 302, headers });
}

/** Outcome of processing an event. */
export interface EventOutcome {
  readonly reply: EventReply;
  /** True if later deliveries get this reply. Otherwise, the next delivery processes the event again. */
  readonly isKept: boolean;
  /** True if the marketplace got an interim reply, so that the result must be sent to it. */
  readonly mustSendResult: boolean;
}
