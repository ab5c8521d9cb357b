import { signedReturnUrl } from "../client/index.js";
import { failed, type IdentifiedEvent } from "../events/index.js";
import { contextOf, type EventDesk, type EventTask, type InteractiveHandler } from "./event-handlers.js";
import { fetchEvent, fetchFailure } from "./fetch-event.js";
import { isPing } from "./interactive-event.js";
import { type EventReply, finalReply, redirectResponse, replyResponse } from "./reply.js";
import type { ResultFormat } from "./result-text.js";

/** A browser that brought an event. */
export interface Visit {
  readonly task: EventTask;
  readonly desk: EventDesk;
  /** For what is not said by sending the browser on. */
  readonly format: ResultFormat;
}

/**
 * The answer to a browser that brought an event: it is sent on, to the vendor's page or back to the marketplace with the
 * result. The address that it came by holds a signature, which is used up and must not stay in its history all the same.
 */
export async function browserAnswer(visit: Visit, reply: () => Promise<EventReply>): Promise<Response> {
  const { interactive } = visit.desk;
  if (interactive !== undefined) return pageAnswer(visit, interactive);
  return wayBack(await reply(), visit);
}

async function pageAnswer(visit: Visit, interactive: InteractiveHandler): Promise<Response> {
  const { task, desk, format } = visit;
  let event: IdentifiedEvent;
  try {
    event = await fetchEvent(task, desk.fetchDeadline);
  } catch (error) {
    desk.failed(`event ${task.named.id} could not be fetched`, error);
    return replyResponse(finalReply(fetchFailure(error)), format);
  }
  if (isPing(event)) return replyResponse(finalReply({ success: true }), format);
  try {
    const page = await interactive(event, contextOf(task, new AbortController().signal));
    return page instanceof Response ? page : redirectResponse(new URL(page).href);
  } catch (error) {
    desk.failed(`there was no page for event ${event.id}`, error);
    return wayBack(
      { ...finalReply(failed("UNKNOWN_ERROR")), ...(event.returnUrl && { returnUrl: event.returnUrl }) },
      visit,
    );
  }
}

/** Back to the marketplace with the result; where the event names no way back, or none that may be taken, the result alone. */
async function wayBack(reply: EventReply, { task, desk, format }: Visit): Promise<Response> {
  const { sender, marketplaces, named } = task;
  const { returnUrl, result } = reply;
  try {
    const consumerSecret = await desk.secretFor?.(sender.name ?? "");
    if (returnUrl === undefined || !sender.name || !consumerSecret) return replyResponse(reply, format);
    const credentials = { consumerKey: sender.name, consumerSecret };
    return redirectResponse(signedReturnUrl(returnUrl, result, { credentials, marketplaces }, { now: desk.now }));
  } catch (error) {
    desk.failed(`event ${named.id} has no way back to the marketplace`, error);
    return replyResponse(reply, format);
  }
}
