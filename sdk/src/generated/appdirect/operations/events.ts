// Generated from appdirect.yaml. To change it, edit the document and generate again.
import type { Operation } from "../../../runtime/index.js";
import { eventResultSchema, eventSchema, marketplaceErrorSchema } from "../schemas.js";
import type { Event, EventResult, MarketplaceError } from "../types.js";

/** Fetches the event named in a notification. */
export const getEvent: Operation<{ token: string }, Event, { 404: MarketplaceError; default: MarketplaceError }> = {
  name: "events.get",
  method: "GET",
  path: "/api/integration/v1/events/{token}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: eventSchema },
  },
  errors: { 404: marketplaceErrorSchema, default: marketplaceErrorSchema },
};

/** Sends the result of an event after a 202 response to its notification. */
export const sendEventResult: Operation<
  { token: string; body: EventResult },
  undefined,
  { 404: MarketplaceError; default: MarketplaceError }
> = {
  name: "events.sendResult",
  method: "POST",
  path: "/api/integration/v1/events/{token}/result",
  safety: "unsafe",
  body: { contentType: "application/json", schema: eventResultSchema, required: true },
  responses: {
    "2XX": {},
  },
  errors: { 404: marketplaceErrorSchema, default: marketplaceErrorSchema },
};
