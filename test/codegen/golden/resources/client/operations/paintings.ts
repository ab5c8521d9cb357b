// Generated from resources.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "apsdirect/runtime";
import { paintingInputSchema, paintingSchema } from "../schemas.js";
import type { Painting, PaintingInput } from "../types.js";
import * as z from "../zod.js";

/** Lists paintings, whatever `implementing` says. */
export const listPaintings: Operation<object, Painting[]> = {
  name: "paintings.list",
  method: "GET",
  path: "/paintings",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(paintingSchema)) },
  },
  rql: true,
  pageSize: 20,
};

/** `POST /paintings` */
export const addPainting: Operation<{ body: PaintingInput }, undefined> = {
  name: "paintings.add",
  method: "POST",
  path: "/paintings",
  safety: "unsafe",
  body: { contentType: "application/json", schema: paintingInputSchema, required: true },
  responses: {
    204: {},
  },
};
