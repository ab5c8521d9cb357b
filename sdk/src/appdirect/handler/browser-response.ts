import { signCheckedReturnUrl } from "../client/index.js";
import { failed, type IdentifiedEvent } from "../events/index.js";
import { createEventContext, type EventTask, type HandlerContext, type InteractiveHandler } from "./event-handlers.js";
import { fetchEvent, toFailedResult } from "./fetch-event.js";
import { isPing } from "./interactive-event.js";
import { createFinalReply, createRedirect, createReplyResponse, type EventReply } from "./reply.js";
import type { ResultFormat } from "./result-text.js";

/** A browser that brought an event. */
export interface BrowserVisit {
  readonly task: EventTask;
  readonly context: HandlerContext;
  /** For what is not said by sending the browser on. */
  readonly format: ResultFormat;
}

/**
 * The answer to a browser that brought an event: it is sent on, to the vendor's page or back to the marketplace with the
 * result. The address that it came by holds a signature, which is used up and must not stay in its history all the same.
 */
export async function createBrowserResponse(visit: BrowserVisit, reply: () => Promise<EventReply>): Promise<Response> {
  const { interactive } = visit.context;
  if (interactive !== undefined) return createPageResponse(visit, interactive);
  return redirectBack(await reply(), visit);
}

async function createPageResponse(visit: BrowserVisit, interactive: InteractiveHandler): Promise<Response> {
  const { task, context, format } = visit;
  let event: IdentifiedEvent;
  try {
    event = await fetchEvent(task, context.fetchDeadline);
  } catch (error) {
    context.reportFailure(`event ${task.named.id} could not be fetched`, error);
    return createReplyResponse(createFinalReply(toFailedResult(error)), format);
  }
  if (isPing(event)) return createReplyResponse(createFinalReply({ success: true }), format);
  try {
    const page = await interactive(event, createEventContext(task, new AbortController().signal));
    return page instanceof Response ? page : createRedirect(new URL(page).href);
  } catch (error) {
    context.reportFailure(`there was no page for event ${event.id}`, error);
    return redirectBack(
      { ...createFinalReply(failed("UNKNOWN_ERROR")), ...(event.returnUrl && { returnUrl: event.returnUrl }) },
      visit,
    );
  }
}

/** Back to the marketplace with the result; where the event names no way back, or none that may be taken, the result alone. */
async function redirectBack(reply: EventReply, { task, context, format }: BrowserVisit): Promise<Response> {
  const { sender, marketplaces, named } = task;
  const { returnUrl, result } = reply;
  try {
    const consumerSecret = await context.secretFor?.(sender.name ?? "");
    if (returnUrl === undefined || !sender.name || !consumerSecret) return createReplyResponse(reply, format);
    const credentials = { consumerKey: sender.name, consumerSecret };
    return createRedirect(signCheckedReturnUrl(returnUrl, result, { credentials, marketplaces }, { now: context.now }));
  } catch (error) {
    context.reportFailure(`event ${named.id} has no way back to the marketplace`, error);
    return createReplyResponse(reply, format);
  }
}
