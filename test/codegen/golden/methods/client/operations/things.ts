// Generated from methods.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "apsdirect/runtime";
import type { GetThingResult, PatchThingResult, PutThingResult, QueryThingResult, StartThingResult } from "../types.js";
import * as z from "../zod.js";

/** `GET /things/{id}` */
export const getThing: Operation<{ id: string }, GetThingResult> = {
  name: "things.getThing",
  method: "GET",
  path: "/things/{id}",
  responses: {
    200: {
      contentType: "application/json",
      schema: /* @__PURE__ */ schema(() =>
        z.looseObject({
          id: z.optional(z.string()),
        }),
      ),
    },
  },
};

/** `PUT /things/{id}` */
export const putThing: Operation<{ id: string }, PutThingResult> = {
  name: "things.putThing",
  method: "PUT",
  path: "/things/{id}",
  responses: {
    200: {
      contentType: "application/json",
      schema: /* @__PURE__ */ schema(() =>
        z.looseObject({
          id: z.optional(z.string()),
        }),
      ),
    },
  },
};

/** `POST /things/{id}` */
export const startThing: Operation<{ id: string }, StartThingResult> = {
  name: "things.startThing",
  method: "POST",
  path: "/things/{id}",
  responses: {
    200: {
      contentType: "application/json",
      schema: /* @__PURE__ */ schema(() =>
        z.looseObject({
          id: z.optional(z.string()),
        }),
      ),
    },
  },
};

/** `DELETE /things/{id}` */
export const deleteThing: Operation<{ id: string }, undefined> = {
  name: "things.deleteThing",
  method: "DELETE",
  path: "/things/{id}",
  responses: {
    204: {},
  },
};

/** `OPTIONS /things/{id}` */
export const optionsOfThing: Operation<{ id: string }, undefined> = {
  name: "things.optionsOfThing",
  method: "OPTIONS",
  path: "/things/{id}",
  responses: {
    204: {},
  },
};

/** `HEAD /things/{id}` */
export const headThing: Operation<{ id: string }, undefined> = {
  name: "things.headThing",
  method: "HEAD",
  path: "/things/{id}",
  responses: {
    204: {},
  },
};

/** `PATCH /things/{id}` */
export const patchThing: Operation<{ id: string }, PatchThingResult> = {
  name: "things.patchThing",
  method: "PATCH",
  path: "/things/{id}",
  responses: {
    200: {
      contentType: "application/json",
      schema: /* @__PURE__ */ schema(() =>
        z.looseObject({
          id: z.optional(z.string()),
        }),
      ),
    },
  },
};

/** `QUERY /things/{id}` */
export const queryThing: Operation<{ id: string }, QueryThingResult> = {
  name: "things.queryThing",
  method: "QUERY",
  path: "/things/{id}",
  responses: {
    200: {
      contentType: "application/json",
      schema: /* @__PURE__ */ schema(() =>
        z.looseObject({
          id: z.optional(z.string()),
        }),
      ),
    },
  },
};
