// Generated from shapes.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "apsdirect/runtime";
import { aQuiteLongNameOfASchemaThatTakesRoomSchema, shapeSchema } from "../schemas.js";
import type { AQuiteLongNameOfASchemaThatTakesRoom, Shape } from "../types.js";
import * as z from "../zod.js";

/** Reads a shape. */
export const getShape: Operation<{ "shape-id": string }, Shape | undefined> = {
  name: "shapes.get",
  method: "GET",
  path: "/shapes/{shape-id}",
  safety: "safe",
  parameters: [
    { in: "query", name: "unit", option: "unit", required: false },
    { in: "query", name: "timeout", option: "timeoutParam", required: false },
    { in: "header", name: "X-Tenant", option: "xTenant", required: true },
  ],
  responses: {
    200: { contentType: "application/json", schema: shapeSchema },
    204: {},
  },
};

/**
 * Replaces a shape.
 *
 * @deprecated
 */
export const replaceShape: Operation<{ "shape-id": string; body?: Shape | undefined }, undefined> = {
  name: "shapes.replace",
  method: "PUT",
  path: "/shapes/{shape-id}",
  safety: "idempotent",
  body: { contentType: "application/json", schema: shapeSchema, required: false },
  responses: {
    200: {},
  },
};

/** `POST /unmarked` */
export const doSomethingWithAVeryLongNameThatLeavesHardlyAnyRoomForParameters: Operation<
  { body: AQuiteLongNameOfASchemaThatTakesRoom },
  Shape[]
> = {
  name: "shapes.doSomethingWithAVeryLongNameThatLeavesHardlyAnyRoomForParameters",
  method: "POST",
  path: "/unmarked",
  body: { contentType: "application/json", schema: aQuiteLongNameOfASchemaThatTakesRoomSchema, required: true },
  responses: {
    default: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(shapeSchema)) },
  },
};
