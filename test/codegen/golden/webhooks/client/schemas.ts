// Generated from webhooks.yaml. To change it, edit the document and generate again.
import { type Schema, schema } from "apsdirect/runtime";
import type { Pet } from "./types.js";
import * as z from "./zod.js";

/** Schema of {@link Pet}. */
export const petSchema: Schema<Pet> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    id: z.int(),
    name: z.string(),
  }),
);
