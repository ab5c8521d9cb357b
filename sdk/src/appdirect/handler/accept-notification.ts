import type { RawRequest } from "../../oauth1/encoding/index.js";
import type { EventTask, HandlerContext } from "./event-handlers.js";
import { findNamedEvent } from "./named-event.js";

/**
 * Verifies the sender of a notification, and that its event belongs to a trusted marketplace. Returns `undefined` if
 * the notification is refused; only the log gets the reason.
 */
export async function acceptNotification(
  request: Request | RawRequest,
  remoteAddress: string | undefined,
  context: HandlerContext,
): Promise<EventTask | undefined> {
  try {
    const { sender, isInteractive, parameters } = await context.check(request, remoteAddress);
    const client = await context.selectClient(sender);
    const marketplaces = context.getMarketplaces(client);
    const named = findNamedEvent(parameters, context.names, { marketplaces, baseUrl: client.core.baseUrl });
    return { named, sender, client, marketplaces, isInteractive };
  } catch (error) {
    context.reportRefusal(error);
    return undefined;
  }
}
