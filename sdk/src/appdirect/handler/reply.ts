import type { EventResult } from "../../generated/appdirect/types.js";
import { type ResultFormat, writeResult } from "./result-text.js";

/** What a notification is answered: the result, or that one will follow. */
export interface EventReply {
  readonly status: 200 | 202;
  readonly result: EventResult;
  /** Of an interactive event: where the user goes with the result. */
  readonly returnUrl?: string;
}

/** A result is a 200 also where it says no: the marketplace takes any other status for a broken line. */
export function createFinalReply(result: EventResult): EventReply {
  return { status: 200, result };
}

/** The result follows. */
export function createPendingReply(message = "The result follows"): EventReply {
  return { status: 202, result: { success: true, message } };
}

/** A reply as it goes over the wire. */
export function createReplyResponse({ status, result }: EventReply, format: ResultFormat): Response {
  const { contentType, text } = writeResult(result, format);
  return new Response(text, { status, headers: { "content-type": contentType, "cache-control": "no-store" } });
}

/**
 * What every refused notification is answered, whatever was wrong with it: a reason would help to guess.
 *
 * @param status 200 for marketplaces that expect a result even then.
 */
export function createUnauthorizedResponse(status: 200 | 401, format: ResultFormat): Response {
  const { contentType, text } = writeResult({ success: false, errorCode: "UNAUTHORIZED" }, format);
  const headers = { "content-type": contentType, "cache-control": "no-store", "www-authenticate": 'OAuth realm=""' };
  return new Response(text, { status, headers });
}

/** Sends a browser on, so that neither its history nor the next page's referrer keeps a signature. */
export function createRedirect(location: string): Response {
  const headers = { location, "cache-control": "no-store", "referrer-policy": "no-referrer" };
  return new Response(null, { status: 302, headers });
}

/** What came of it. */
export interface EventOutcome {
  readonly reply: EventReply;
  /** Whether it is the answer from now on; else the next delivery carries the event out anew. */
  readonly isKept: boolean;
  /** Whether the marketplace was told that the result follows, and has to be sent it. */
  readonly isOwed: boolean;
}
