import { failed, type IdentifiedEvent, type Later, type Result } from "../events/index.js";
import { checkedAnswer, checkedResult, isLater } from "./check-answer.js";
import { type AnyEventHandler, contextOf, type EventRun, handlerFor } from "./event-handlers.js";
import { fetchEvent, fetchFailure } from "./fetch-event.js";
import { isPing, refusePageDetour } from "./interactive-event.js";
import { type EventOutcome, type EventReply, finalReply, pendingReply } from "./reply.js";

/**
 * Fetches an event and carries it out. Failures are reported, and answered as a failed result.
 *
 * @throws RequestVerificationError for an interactive event that did not come by a browser: nothing was done
 */
export async function carriedOut(run: EventRun): Promise<EventOutcome> {
  const { task, desk } = run;
  let event: IdentifiedEvent;
  try {
    event = await fetchEvent(task, desk.fetchDeadline);
  } catch (error) {
    desk.failed(`event ${task.named.id} could not be fetched`, error);
    return unkept(fetchFailure(error));
  }
  if (isPing(event)) return unkept({ success: true }); // nothing may come of it
  refusePageDetour(event, task, desk);
  const { reply, ...outcome } = await handled(event, run);
  return { ...outcome, reply: { ...reply, ...(event.returnUrl && { returnUrl: event.returnUrl }) } };
}

async function handled(event: IdentifiedEvent, run: EventRun): Promise<EventOutcome> {
  const handler = handlerFor(run.desk.on, event);
  if (handler === undefined) {
    // Not kept: the vendor's next version may know what to do.
    return unkept(failed("CONFIGURATION_ERROR", `Events of type ${event.type} are not supported`));
  }
  try {
    return await answered(event, handler, run);
  } catch (error) {
    return broken(event, run, error);
  }
}

async function answered(event: IdentifiedEvent, handler: AnyEventHandler, run: EventRun): Promise<EventOutcome> {
  const answer = checkedAnswer(event.type, await handler(event, contextOf(run.task, run.signal)));
  return isLater(answer) ? answeredLater(event, answer, run) : kept(finalReply(answer));
}

/** A notice is never answered later, and a browser cannot be: then the answer waits for the work. */
async function answeredLater(event: IdentifiedEvent, { work, message }: Later, run: EventRun): Promise<EventOutcome> {
  const mustWait = run.task.isInteractive || event.type === "SUBSCRIPTION_NOTICE";
  if (work === undefined && mustWait) throw new TypeError(`${event.type} needs its result now: give later() the work`);
  if (work === undefined) return kept(pendingReply(message));
  if (mustWait) return kept(finalReply(checkedResult(event.type, await work())));
  await run.interim(pendingReply(message));
  return { ...(await worked(event, work, run)), isOwed: true };
}

/** Where the work fails, the marketplace must be told as well: it would wait for ever. */
async function worked(event: IdentifiedEvent, work: () => Promise<Result>, run: EventRun): Promise<EventOutcome> {
  try {
    return kept(finalReply(checkedResult(event.type, await work())));
  } catch (error) {
    return broken(event, run, error);
  }
}

/** Not kept: what was thrown says nothing about the event, which is carried out when it comes again. */
function broken({ id, type }: IdentifiedEvent, { desk }: EventRun, error: unknown): EventOutcome {
  desk.failed(`event ${id}, ${type}, could not be carried out`, error);
  return unkept(failed("UNKNOWN_ERROR", "The event could not be carried out"));
}

function kept(reply: EventReply): EventOutcome {
  return { reply, isKept: true, isOwed: false };
}

function unkept(result: Result): EventOutcome {
  return { reply: finalReply(result), isKept: false, isOwed: false };
}
