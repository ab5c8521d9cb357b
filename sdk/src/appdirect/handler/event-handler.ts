import { RequestVerificationError } from "../../errors/index.js";
import { getHeaderValues, listHeaders, type RawRequest } from "../../oauth1/encoding/index.js";
import { acceptNotification } from "./accept-notification.js";
import { answerOnce } from "./answer-once.js";
import { createBrowserResponse } from "./browser-response.js";
import type { Connection, EventHandler, EventHandlerOptions, HandlerContext } from "./event-handlers.js";
import { createHandlerContext } from "./handler-context.js";
import { processEvent } from "./process-event.js";
import { createReplyResponse, createUnauthorizedResponse } from "./reply.js";
import { negotiateFormat } from "./result-text.js";

/**
 * Creates a handler for AppDirect's notifications. It verifies the sender, fetches the event, processes it once, and
 * responds with the result in the format that the marketplace requests.
 *
 * All notifications that fail verification, or name an event outside the trusted marketplaces, get the same refusal;
 * the log contains the reason. Pings do not reach your handlers.
 *
 * @throws TypeError for options that are missing, contradictory or out of range
 * @see AppDirect's documentation, "User event notification flow"
 */
export function createEventHandler(options: EventHandlerOptions): EventHandler {
  const context = createHandlerContext(options);
  return Object.assign((request: Request) => handleNotification(request, { signal: request.signal }, context), {
    answer: (request: RawRequest, connection: Connection = {}) => handleNotification(request, connection, context),
    idle: () => context.once.idle(),
  });
}

async function handleNotification(
  request: Request | RawRequest,
  { remoteAddress, signal }: Connection,
  context: HandlerContext,
): Promise<Response> {
  if (request.method !== "GET") return new Response(null, { status: 405, headers: { allow: "GET" } });
  const format = context.format ?? negotiateFormat(getHeaderValues(listHeaders(request.headers), "accept").join());
  const task = await acceptNotification(request, remoteAddress, context);
  if (task === undefined) return createUnauthorizedResponse(context.refusalStatus, format);
  try {
    const reply = () => answerOnce(task, context, processEvent, signal);
    if (task.isInteractive) return await createBrowserResponse({ task, context, format }, reply);
    return createReplyResponse(await reply(), format);
  } catch (error) {
    if (!(error instanceof RequestVerificationError)) throw error;
    context.reportRefusal(error); // only the fetched event showed that it must go through the vendor's page
    return createUnauthorizedResponse(context.refusalStatus, format);
  }
}
