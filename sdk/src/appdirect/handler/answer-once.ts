import { RequestVerificationError } from "../../errors.js";
import { percentEncode } from "../../oauth1/encoding/index.js";
import { failed } from "../events/index.js";
import type { EventDesk, EventRun, EventTask } from "./event-handlers.js";
import { refusePageDetour } from "./interactive-event.js";
import { type EventOutcome, type EventReply, finalReply } from "./reply.js";

/** Processes an event. */
export type EventProcess = (run: EventRun) => Promise<EventOutcome>;

/**
 * The reply to an event, which is carried out once: every delivery is answered the same, whichever process it reaches.
 *
 * @param signal Aborted when nobody waits for the answer any more. An event that is being carried out is carried on.
 * @throws RequestVerificationError where the event itself shows that the notification must be refused
 */
export async function onceAnswered(
  task: EventTask,
  desk: EventDesk,
  process: EventProcess,
  signal?: AbortSignal,
): Promise<EventReply> {
  const { id } = task.named;
  try {
    const text = await desk.once.run(
      inboxKey(task),
      async ({ signal, interim }) => {
        const run = { task, desk, signal, interim: (reply: EventReply) => interim(JSON.stringify(reply)) };
        const outcome = await process(run);
        return {
          answer: JSON.stringify(outcome.reply),
          isKept: outcome.isKept,
          ...(outcome.isOwed && { afterwards: () => send(outcome, task, desk) }),
        };
      },
      signal,
    );
    // Written here or by another process of this vendor, and by nobody else.
    const reply = JSON.parse(text) as EventReply;
    refusePageDetour(reply, task, desk); // stored, perhaps, when the vendor had no page yet
    return reply;
  } catch (error) {
    if (error instanceof RequestVerificationError) throw error;
    desk.failed(`event ${id} could not be taken up`, error);
    return finalReply(failed("UNKNOWN_ERROR", "The event could not be taken up"));
  }
}

/** The result that the marketplace was told to wait for: to where the event came from. */
async function send({ reply }: EventOutcome, { client, named }: EventTask, desk: EventDesk): Promise<void> {
  try {
    await client.events.settle(named.url, reply.result);
  } catch (error) {
    desk.failed(`the result of event ${named.id} could not be sent`, error);
  }
}

/**
 * Key of an event in the inbox: the verified sender, then the event. Two senders may name the same event, and neither may
 * receive the other's result or keep the other waiting. Encoded, a sender's name cannot reach into the rest.
 */
export function inboxKey({ sender: { scheme, name = "" }, named }: Pick<EventTask, "sender" | "named">): string {
  return `${scheme}:${percentEncode(name)} ${named.key}`;
}
