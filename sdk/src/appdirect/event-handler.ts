import { RequestVerificationError } from "../errors.js";
import { headerPairs, valuesOf } from "../oauth1/header-values.js";
import type { RawRequest } from "../oauth1/raw-request.js";
import { acceptedNotification } from "./accepted-notification.js";
import { browserAnswer } from "./browser-answer.js";
import { type EventDesk, eventDesk } from "./event-desk.js";
import type { EventHandlerOptions } from "./event-handler-options.js";
import { replyResponse, unauthorizedResponse } from "./event-reply.js";
import { onceAnswered } from "./once-answered.js";
import { wantedFormat } from "./result-text.js";

/** Answers the notifications of marketplaces. A Fetch-API handler, for every server that takes one. */
export interface EventHandler {
  /** Answers a notification. @returns what the sender is told; it never rejects */
  (request: Request): Promise<Response>;
  /**
   * The same for a server without Fetch's `Request`, such as Node's: the target stays as it came, which the signature
   * covers. See `nodeListener`.
   */
  answer(request: RawRequest, connection?: Connection): Promise<Response>;
  /** Resolves when nothing is being worked on any more, also of what was answered later. For a shutdown. */
  idle(): Promise<void>;
}

/** What is known of the connection that a request came by. */
export interface Connection {
  /** Where it comes from; read only with `trustedProxies`. */
  readonly remoteAddress?: string | undefined;
  /** Aborted when it is closed. An event that is being carried out is carried on. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Answers AppDirect's notifications: verifies the sender, fetches the event, has it carried out once, and answers its
 * result in the form that the marketplace wants.
 *
 * Whatever proves nothing, or names an event that is not one of the marketplaces', is refused in one and the same way;
 * the reason is in the log. Pings are answered without a handler.
 *
 * @throws TypeError for options that are missing, contradictory or out of range
 * @see AppDirect's documentation, "User event notification flow"
 */
export function createEventHandler(options: EventHandlerOptions): EventHandler {
  const desk = eventDesk(options);
  return Object.assign((request: Request) => answered(request, { signal: request.signal }, desk), {
    answer: (request: RawRequest, connection: Connection = {}) => answered(request, connection, desk),
    idle: () => desk.once.idle(),
  });
}

async function answered(
  request: Request | RawRequest,
  { remoteAddress, signal }: Connection,
  desk: EventDesk,
): Promise<Response> {
  if (request.method !== "GET") return new Response(null, { status: 405, headers: { allow: "GET" } });
  const format = desk.format ?? wantedFormat(valuesOf(headerPairs(request.headers), "accept").join());
  const task = await acceptedNotification(request, remoteAddress, desk);
  if (task === undefined) return unauthorizedResponse(desk.refusalStatus, format);
  try {
    if (task.isInteractive) return await browserAnswer({ task, desk, format }, signal);
    return replyResponse(await onceAnswered(task, desk, signal), format);
  } catch (error) {
    if (!(error instanceof RequestVerificationError)) throw error;
    desk.refused(error); // only the event itself said that it needs the vendor's page
    return unauthorizedResponse(desk.refusalStatus, format);
  }
}
