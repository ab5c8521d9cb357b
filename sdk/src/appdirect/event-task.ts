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
