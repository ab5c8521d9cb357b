import type { RawRequest } from "../../oauth1/encoding/index.js";
import type { EventDesk, EventTask } from "./event-handlers.js";
import { namedEvent } from "./named-event.js";

/**
 * What a notification asks for, once it is certain who sent it, and that the event it names is one of a marketplace's.
 * `undefined` where it is refused: the reason is for the log alone.
 */
export async function acceptedNotification(
  request: Request | RawRequest,
  remoteAddress: string | undefined,
  desk: EventDesk,
): Promise<EventTask | undefined> {
  try {
    const { sender, isInteractive, parameters } = await desk.check(request, remoteAddress);
    const client = await desk.clientOf(sender);
    const marketplaces = desk.marketplacesOf(client);
    const named = namedEvent(parameters, desk.names, { marketplaces, baseUrl: client.core.baseUrl });
    return { named, sender, client, marketplaces, isInteractive };
  } catch (error) {
    desk.refused(error);
    return undefined;
  }
}
