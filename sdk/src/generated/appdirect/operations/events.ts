// Generated from appdirect.yaml. To change it, edit the document and generate again.
import type { Operation } from "../../../runtime/index.js";
import { eventResultSchema, eventSchema, marketplaceErrorSchema } from "../schemas.js";
import type { Event, EventResult, MarketplaceError } from "../types.js";

/** Fetches an event. */
export const getEvent: Operation<{ token: string }, Event, { default: MarketplaceError }> = {
  name: "events.get",
  method: "GET",
  path: "/api/integration/v1/events/{token}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: eventSchema },
  },
  errors: { default: marketplaceErrorSchema },
};

/** Reports the result of an event that was answered with 202 before. */
export const sendEventResult: Operation<
  { token: string; body: EventResult },
  undefined,
  { default: MarketplaceError }
> = {
  name: "events.sendResult",
  method: "POST",
  path: "/api/integration/v1/events/{token}/result",
  safety: "unsafe",
  body: { contentType: "application/json", schema: eventResultSchema, required: true },
  responses: {
    200: {},
    202: {},
    204: {},
  },
  errors: { default: marketplaceErrorSchema },
};
