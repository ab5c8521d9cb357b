import { RequestVerificationError } from "../../errors/index.js";
import { percentEncode } from "../../oauth1/encoding/index.js";
import { failed } from "../events/index.js";
import type { EventRun, EventTask, HandlerContext } from "./event-handlers.js";
import { assertSignedByBrowser } from "./interactive-event.js";
import { createFinalReply, type EventOutcome, type EventReply } from "./reply.js";

/** Processes an event. */
export type EventProcess = (run: EventRun) => Promise<EventOutcome>;

/**
 * The reply to an event, which is carried out once: every delivery is answered the same, whichever process it reaches.
 *
 * @param signal Aborted when nobody waits for the answer any more. An event that is being carried out is carried on.
 * @throws RequestVerificationError where the event itself shows that the notification must be refused
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
          ...(outcome.isOwed && { afterwards: () => send(outcome, task, context) }),
        };
      },
      signal,
    );
    // Written here or by another process of this vendor, and by nobody else.
    const reply = JSON.parse(text) as EventReply;
    assertSignedByBrowser(reply, task, context); // stored, perhaps, when the vendor had no page yet
    return reply;
  } catch (error) {
    if (error instanceof RequestVerificationError) throw error;
    context.reportFailure(`event ${id} could not be taken up`, error);
    return createFinalReply(failed("UNKNOWN_ERROR", "The event could not be taken up"));
  }
}

/** The result that the marketplace was told to wait for: to where the event came from. */
async function send({ reply }: EventOutcome, { client, named }: EventTask, context: HandlerContext): Promise<void> {
  try {
    await client.events.settle(named.url, reply.result);
  } catch (error) {
    context.reportFailure(`the result of event ${named.id} could not be sent`, error);
  }
}

/**
 * Key of an event in the inbox: the verified sender, then the event. Two senders may name the same event, and neither may
 * receive the other's result or keep the other waiting. Encoded, a sender's name cannot reach into the rest.
 */
function createInboxKey({ sender: { scheme, name = "" }, named }: Pick<EventTask, "sender" | "named">): string {
  return `${scheme}:${percentEncode(name)} ${named.key}`;
}
