import { RequestVerificationError } from "../../errors.js";
import { headerPairs, type RawRequest, valuesOf } from "../../oauth1/encoding/index.js";
import { acceptedNotification } from "./accept-notification.js";
import { onceAnswered } from "./answer-once.js";
import { browserAnswer } from "./browser-response.js";
import type { Connection, EventDesk, EventHandler, EventHandlerOptions } from "./event-handlers.js";
import { eventDesk } from "./handler-context.js";
import { carriedOut } from "./process-event.js";
import { replyResponse, unauthorizedResponse } from "./reply.js";
import { wantedFormat } from "./result-text.js";

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
    const reply = () => onceAnswered(task, desk, carriedOut, signal);
    if (task.isInteractive) return await browserAnswer({ task, desk, format }, reply);
    return replyResponse(await reply(), format);
  } catch (error) {
    if (!(error instanceof RequestVerificationError)) throw error;
    desk.refused(error); // only the event itself said that it needs the vendor's page
    return unauthorizedResponse(desk.refusalStatus, format);
  }
}
