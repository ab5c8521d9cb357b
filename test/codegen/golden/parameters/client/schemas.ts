// Generated from parameters.yaml. To change it, edit the document and generate again.
import { type Schema, schema } from "apsdirect/runtime";
import type { Filter, List, Range, Size } from "./types.js";
import * as z from "./zod.js";

/** Schema of {@link List}. */
export const listSchema: Schema<List> = /* @__PURE__ */ schema(() => z.array(z.string()));

/** Schema of {@link Size}. */
export const sizeSchema: Schema<Size> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    width: z.int(),
    height: z.int(),
  }),
);

/** Schema of {@link Filter}. */
export const filterSchema: Schema<Filter> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    name: z.optional(z.string()),
    price: z.optional(rangeSchema),
  }),
);

/** Schema of {@link Range}. */
export const rangeSchema: Schema<Range> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    gt: z.optional(z.number()),
    lt: z.optional(z.number()),
  }),
);
