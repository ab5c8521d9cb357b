import { signCheckedReturnUrl } from "../client/index.js";
import { failed, type IdentifiedEvent } from "../events/index.js";
import { createEventContext, type EventTask, type HandlerContext, type InteractiveHandler } from "./event-handlers.js";
import { fetchEvent, toFailedResult } from "./fetch-event.js";
import { isPing } from "./interactive-event.js";
import { createFinalReply, createRedirect, createReplyResponse, type EventReply } from "./reply.js";
import type { ResultFormat } from "./result-text.js";

/** Interactive event that a browser brought. */
export interface BrowserVisit {
  readonly task: EventTask;
  readonly context: HandlerContext;
  /** Format of responses that are not redirects. */
  readonly format: ResultFormat;
}

/**
 * Responds to a browser that brought an event: redirects it to the vendor's page, or back to the marketplace with the
 * result. The browser's current URL contains a signature. It cannot be used again, but must not stay in the history.
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
    context.reportFailure(`the interactive handler failed for event ${event.id}`, error);
    return redirectBack(
      { ...createFinalReply(failed("UNKNOWN_ERROR")), ...(event.returnUrl && { returnUrl: event.returnUrl }) },
      visit,
    );
  }
}

/**
 * Redirects back to the marketplace with the result. Returns only the result if the event has no return URL, or one
 * that is not allowed.
 */
async function redirectBack(reply: EventReply, { task, context, format }: BrowserVisit): Promise<Response> {
  const { sender, marketplaces, named } = task;
  const { returnUrl, result } = reply;
  try {
    const consumerSecret = await context.secretFor?.(sender.name ?? "");
    if (returnUrl === undefined || !sender.name || !consumerSecret) return createReplyResponse(reply, format);
    const credentials = { consumerKey: sender.name, consumerSecret };
    return createRedirect(signCheckedReturnUrl(returnUrl, result, { credentials, marketplaces }, { now: context.now }));
  } catch (error) {
    context.reportFailure(`the return URL of event ${named.id} could not be signed`, error);
    return createReplyResponse(reply, format);
  }
}
