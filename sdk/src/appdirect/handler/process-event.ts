import { failed, type IdentifiedEvent, type Later, type Result } from "../events/index.js";
import { checkAnswer, checkResult, isLater } from "./check-answer.js";
import { type AnyEventHandler, createEventContext, type EventRun, findHandler } from "./event-handlers.js";
import { fetchEvent, toFailedResult } from "./fetch-event.js";
import { assertSignedByBrowser, isPing } from "./interactive-event.js";
import { createFinalReply, createPendingReply, type EventOutcome, type EventReply } from "./reply.js";

/**
 * Fetches an event and processes it. Failures are logged and become a failed result.
 *
 * @throws RequestVerificationError for an interactive event that was not signed for a browser, before its handler runs
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
  if (isPing(event)) return dropResult({ success: true }); // a ping must not change anything
  assertSignedByBrowser(event, task, context);
  const { reply, ...outcome } = await callHandler(event, run);
  return { ...outcome, reply: { ...reply, ...(event.returnUrl && { returnUrl: event.returnUrl }) } };
}

async function callHandler(event: IdentifiedEvent, run: EventRun): Promise<EventOutcome> {
  const handler = findHandler(run.context.on, event);
  if (handler === undefined) {
    // Not kept, because the vendor's next version may support the type.
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

/** Sends an interim reply while the work runs. For a notice or a browser, waits for the work instead. */
async function processLater(event: IdentifiedEvent, { work, message }: Later, run: EventRun): Promise<EventOutcome> {
  const mustWait = run.task.isInteractive || event.type === "SUBSCRIPTION_NOTICE";
  if (work === undefined && mustWait) {
    throw new TypeError(`${event.type} needs its result now: pass the work to later()`);
  }
  if (work === undefined) return keepReply(createPendingReply(message));
  if (mustWait) return keepReply(createFinalReply(checkResult(event.type, await work())));
  await run.interim(createPendingReply(message));
  return { ...(await processWork(event, work, run)), mustSendResult: true };
}

/** Runs the work. A failure becomes a result, too, because the marketplace would otherwise wait forever. */
async function processWork(event: IdentifiedEvent, work: () => Promise<Result>, run: EventRun): Promise<EventOutcome> {
  try {
    return keepReply(createFinalReply(checkResult(event.type, await work())));
  } catch (error) {
    return failProcessing(event, run, error);
  }
}

/** Reports a failure. The result is not kept, so the next delivery processes the event again. */
function failProcessing({ id, type }: IdentifiedEvent, { context }: EventRun, error: unknown): EventOutcome {
  context.reportFailure(`event ${id} (${type}) could not be processed`, error);
  return dropResult(failed("UNKNOWN_ERROR", "The event could not be processed"));
}

function keepReply(reply: EventReply): EventOutcome {
  return { reply, isKept: true, mustSendResult: false };
}

function dropResult(result: Result): EventOutcome {
  return { reply: createFinalReply(result), isKept: false, mustSendResult: false };
}
