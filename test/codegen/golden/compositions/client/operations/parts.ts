// Generated from compositions.yaml. To change it, edit the document and generate again.
import type { Operation } from "apsdirect/runtime";
import { partsInputSchema, partsSchema } from "../schemas.js";
import type { Parts, PartsInput } from "../types.js";

/** `POST /parts` */
export const createParts: Operation<{ body: PartsInput }, Parts> = {
  name: "parts.createParts",
  method: "POST",
  path: "/parts",
  body: { contentType: "application/json", schema: partsInputSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: partsSchema },
  },
};
