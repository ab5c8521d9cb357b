// Generated from responses.yaml. To change it, edit the document and generate again.
import { type Schema, schema } from "apsdirect/runtime";
import type { Filter, Missing, Order, Problem, State } from "./types.js";
import * as z from "./zod.js";

/** Schema of {@link State}. */
export const stateSchema: Schema<State> = /* @__PURE__ */ schema(() => z.string());

/** Schema of {@link Filter}. */
export const filterSchema: Schema<Filter> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    state: z.optional(stateSchema),
  }),
);

/** Schema of {@link Order}. */
export const orderSchema: Schema<Order> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    id: z.string(),
  }),
);

/** Schema of {@link Missing}. */
export const missingSchema: Schema<Missing> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    missing: z.string(),
  }),
);

/** Schema of {@link Problem}. */
export const problemSchema: Schema<Problem> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    title: z.string(),
  }),
);
