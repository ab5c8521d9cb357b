import { failed, type IdentifiedEvent, type Later, type Result } from "../events/index.js";
import { checkAnswer, checkResult, isLater } from "./check-answer.js";
import { type AnyEventHandler, createEventContext, type EventRun, findHandler } from "./event-handlers.js";
import { fetchEvent, toFailedResult } from "./fetch-event.js";
import { assertSignedByBrowser, isPing } from "./interactive-event.js";
import { createFinalReply, createPendingReply, type EventOutcome, type EventReply } from "./reply.js";

/**
 * Fetches an event and carries it out. Failures are reported, and answered as a failed result.
 *
 * @throws RequestVerificationError for an interactive event that did not come by a browser: nothing was done
 */
export async function processEvent(run: EventRun): Promise<EventOutcome> {
  const { task, context } = run;
  let event: IdentifiedEvent;
  try {
    event = await fetchEvent(task, context.fetchDeadline);
  } catch (error) {
    context.reportFailure(`event ${task.named.id} could not be fetched`, error);
    return dropResult(toFailedResult(error));
  }
  if (isPing(event)) return dropResult({ success: true }); // nothing may come of it
  assertSignedByBrowser(event, task, context);
  const { reply, ...outcome } = await callHandler(event, run);
  return { ...outcome, reply: { ...reply, ...(event.returnUrl && { returnUrl: event.returnUrl }) } };
}

async function callHandler(event: IdentifiedEvent, run: EventRun): Promise<EventOutcome> {
  const handler = findHandler(run.context.on, event);
  if (handler === undefined) {
    // Not kept: the vendor's next version may know what to do.
    return dropResult(failed("CONFIGURATION_ERROR", `Events of type ${event.type} are not supported`));
  }
  try {
    return await processAnswer(event, handler, run);
  } catch (error) {
    return failProcessing(event, run, error);
  }
}

async function processAnswer(event: IdentifiedEvent, handler: AnyEventHandler, run: EventRun): Promise<EventOutcome> {
  const answer = checkAnswer(event.type, await handler(event, createEventContext(run.task, run.signal)));
  return isLater(answer) ? processLater(event, answer, run) : keepReply(createFinalReply(answer));
}

/** A notice is never answered later, and a browser cannot be: then the answer waits for the work. */
async function processLater(event: IdentifiedEvent, { work, message }: Later, run: EventRun): Promise<EventOutcome> {
  const mustWait = run.task.isInteractive || event.type === "SUBSCRIPTION_NOTICE";
  if (work === undefined && mustWait) throw new TypeError(`${event.type} needs its result now: give later() the work`);
  if (work === undefined) return keepReply(createPendingReply(message));
  if (mustWait) return keepReply(createFinalReply(checkResult(event.type, await work())));
  await run.interim(createPendingReply(message));
  return { ...(await processWork(event, work, run)), isOwed: true };
}

/** Where the work fails, the marketplace must be told as well: it would wait for ever. */
async function processWork(event: IdentifiedEvent, work: () => Promise<Result>, run: EventRun): Promise<EventOutcome> {
  try {
    return keepReply(createFinalReply(checkResult(event.type, await work())));
  } catch (error) {
    return failProcessing(event, run, error);
  }
}

/** Not kept: what was thrown says nothing about the event, which is carried out when it comes again. */
function failProcessing({ id, type }: IdentifiedEvent, { context }: EventRun, error: unknown): EventOutcome {
  context.reportFailure(`event ${id}, ${type}, could not be carried out`, error);
  return dropResult(failed("UNKNOWN_ERROR", "The event could not be carried out"));
}

function keepReply(reply: EventReply): EventOutcome {
  return { reply, isKept: true, isOwed: false };
}

function dropResult(result: Result): EventOutcome {
  return { reply: createFinalReply(result), isKept: false, isOwed: false };
}
