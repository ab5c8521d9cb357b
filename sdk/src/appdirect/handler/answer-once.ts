import { RequestVerificationError } from "../../errors/index.js";
import { percentEncode } from "../../oauth1/encoding/index.js";
import { failed } from "../events/index.js";
import type { EventRun, EventTask, HandlerContext } from "./event-handlers.js";
import { assertSignedByBrowser } from "./interactive-event.js";
import { createFinalReply, type EventOutcome, type EventReply } from "./reply.js";

/** Processes an event. */
export type EventProcess = (run: EventRun) => Promise<EventOutcome>;

/**
 * Processes an event once and returns the reply. Every delivery gets the same reply, whichever process it reaches.
 *
 * @param signal Aborted when the sender no longer waits for the reply. Processing that has started continues.
 * @throws RequestVerificationError if the event itself shows that the notification must be refused
 */
export async function answerOnce(
  task: EventTask,
  context: HandlerContext,
  process: EventProcess,
  signal?: AbortSignal,
): Promise<EventReply> {
  const { id } = task.named;
  try {
    const text = await context.once.run(
      createInboxKey(task),
      async ({ signal, interim }) => {
        const run = { task, context, signal, interim: (reply: EventReply) => interim(JSON.stringify(reply)) };
        const outcome = await process(run);
        return {
          answer: JSON.stringify(outcome.reply),
          isKept: outcome.isKept,
          ...(outcome.mustSendResult && { afterwards: () => sendResult(outcome, task, context) }),
        };
      },
      signal,
    );
    // Only this vendor's processes write to the inbox.
    const reply = JSON.parse(text) as EventReply;
    assertSignedByBrowser(reply, task, context); // a stored reply may be older than the vendor's page
    return reply;
  } catch (error) {
    if (error instanceof RequestVerificationError) throw error;
    context.reportFailure(`event ${id} could not be accepted`, error);
    return createFinalReply(failed("UNKNOWN_ERROR", "The event could not be accepted"));
  }
}

/** Sends a result after the notification was answered with 202, to the marketplace of the event. */
async function sendResult(
  { reply }: EventOutcome,
  { client, named }: EventTask,
  context: HandlerContext,
): Promise<void> {
  try {
    await client.events.settle(named.url, reply.result);
  } catch (error) {
    context.reportFailure(`the result of event ${named.id} could not be sent`, error);
  }
}

/**
 * Key of an event in the inbox: the verified sender, then the event. Two senders may name the same event, and
 * neither may receive the other's result or make the other wait. The sender's name is encoded, so it cannot imitate
 * another key.
 */
function createInboxKey({ sender: { scheme, name = "" }, named }: Pick<EventTask, "sender" | "named">): string {
  return `${scheme}:${percentEncode(name)} ${named.key}`;
}
