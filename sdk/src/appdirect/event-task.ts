import { percentEncode } from "../oauth1/percent-encoding.js";
import type { AppDirectClient } from "./app-direct-client.js";
import type { NamedEvent } from "./named-event.js";
import type { Sender } from "./sender.js";
import type { TrustedMarketplaces } from "./trusted-marketplaces.js";

/** A notification that was accepted: an event to be carried out. */
export interface EventTask {
  readonly named: NamedEvent;
  readonly sender: Sender;
  /** Fetches the event. */
  readonly client: AppDirectClient;
  /** Those that the event's addresses may lead to. */
  readonly marketplaces: TrustedMarketplaces;
  /** Whether a browser waits, which cannot be told later. */
  readonly isInteractive: boolean;
}

/**
 * Key of an event in the inbox: the verified sender, then the event. Two senders may name the same event, and neither may
 * receive the other's result or keep the other waiting. Encoded, a sender's name cannot reach into the rest.
 */
export function inboxKey({ sender: { scheme, name = "" }, named }: Pick<EventTask, "sender" | "named">): string {
  return `${scheme}:${percentEncode(name)} ${named.key}`;
}
