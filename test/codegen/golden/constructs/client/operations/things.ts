// Generated from constructs.yaml. To change it, edit the document and generate again.
import type { Operation } from "apsdirect/runtime";
import { thingInputSchema, thingSchema } from "../schemas.js";
import type { Thing, ThingInput } from "../types.js";

/** `POST /things` */
export const createThing: Operation<{ body: ThingInput }, Thing> = {
  name: "things.createThing",
  method: "POST",
  path: "/things",
  body: { contentType: "application/json", schema: thingInputSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: thingSchema },
  },
};
