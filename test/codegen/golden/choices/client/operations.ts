// Generated from choices.yaml. To change it, edit the document and generate again.
import type { Operation } from "apsdirect/runtime";
import { eventSchema } from "./schemas.js";
import type { Event } from "./types.js";

/** `POST /events` */
export const createEvent: Operation<{ body: Event }, Event> = {
  name: "events.createEvent",
  method: "POST",
  path: "/events",
  safety: "unsafe",
  body: { contentType: "application/json", schema: eventSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: eventSchema },
  },
};
