import type { RawRequest } from "../../oauth1/encoding/index.js";
import type { EventTask, HandlerContext } from "./event-handlers.js";
import { findNamedEvent } from "./named-event.js";

/**
 * What a notification asks for, once it is certain who sent it, and that the event it names is one of a marketplace's.
 * `undefined` where it is refused: the reason is for the log alone.
 */
export async function acceptNotification(
  request: Request | RawRequest,
  remoteAddress: string | undefined,
  context: HandlerContext,
): Promise<EventTask | undefined> {
  try {
    const { sender, isInteractive, parameters } = await context.check(request, remoteAddress);
    const client = await context.clientOf(sender);
    const marketplaces = context.marketplacesOf(client);
    const named = findNamedEvent(parameters, context.names, { marketplaces, baseUrl: client.core.baseUrl });
    return { named, sender, client, marketplaces, isInteractive };
  } catch (error) {
    context.reportRefusal(error);
    return undefined;
  }
}
