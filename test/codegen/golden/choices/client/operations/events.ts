// Generated from choices.yaml. To change it, edit the document and generate again.
import { dateTime, type Operation, schemaWithDates } from "apsdirect/runtime";
import { eventSchema, rangeSchema } from "../schemas.js";
import type { Event, Moment, Range } from "../types.js";
import * as z from "../zod.js";

/** `POST /events` */
export const createEvent: Operation<{ body: Event }, Event> = {
  name: "events.createEvent",
  method: "POST",
  path: "/events",
  body: { contentType: "application/json", schema: eventSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: eventSchema },
  },
};

/** Response headers of `events.listEvents`. */
export interface ListEventsHeaders {
  xWindow?: Range;
  xUntil?: string;
}

/** `GET /events/{since}` */
export const listEvents: Operation<{ since: Moment }, Event[], object, ListEventsHeaders> = {
  name: "events.listEvents",
  method: "GET",
  path: "/events/{since}",
  parameters: [
    { in: "query", name: "until", option: "until", required: false },
    { in: "query", name: "at", option: "at", required: false },
    { in: "query", name: "range", option: "range", required: false, style: "deepObject" },
    { in: "header", name: "X-Since", option: "xSince", required: false },
  ],
  responses: {
    200: { contentType: "application/json", schema: /* @__PURE__ */ schemaWithDates(() => z.array(eventSchema)) },
  },
  headers: [
    { name: "X-Window", property: "xWindow", form: "json", schema: rangeSchema },
    { name: "X-Until", property: "xUntil", form: "text" },
  ],
};

/** `POST /forms` */
export const sendForm: Operation<{ body: Range }, undefined> = {
  name: "events.sendForm",
  method: "POST",
  path: "/forms",
  body: { contentType: "application/x-www-form-urlencoded", schema: rangeSchema, required: true },
  responses: {
    204: {},
  },
};

/** `POST /parts` */
export const sendParts: Operation<{ body: Range }, undefined> = {
  name: "events.sendParts",
  method: "POST",
  path: "/parts",
  body: { contentType: "multipart/form-data", schema: rangeSchema, required: true },
  responses: {
    204: {},
  },
};

/** `POST /texts` */
export const sendText: Operation<{ body: globalThis.Date }, globalThis.Date> = {
  name: "events.sendText",
  method: "POST",
  path: "/texts",
  body: { contentType: "text/plain", schema: /* @__PURE__ */ schemaWithDates(() => dateTime()), required: true },
  responses: {
    200: { contentType: "text/plain", schema: /* @__PURE__ */ schemaWithDates(() => dateTime()) },
  },
};
