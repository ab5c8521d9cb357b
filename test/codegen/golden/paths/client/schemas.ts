// Generated from paths.yaml. To change it, edit the document and generate again.
import { discriminatedUnion, type Schema, schema, tuple } from "apsdirect/runtime";
import type { Circle, Note, Order, OrderLine, OrderRecord, Problem, Shape, Square, Thread } from "./types.js";
import * as z from "./zod.js";

/** Schema of {@link OrderRecord}. */
export const orderRecordSchema: Schema<OrderRecord> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    id: z.string(),
    ["__proto__"]: z.int(),
    status: z.optional(z.string()),
    note: z.optional(noteSchema),
    checked: z.optional(
      z.intersection(
        noteSchema,
        z.looseObject({
          text: z.string(),
        }),
      ),
    ),
    nothing: z.optional(z.literal(null)),
    never: z.optional(z.never()),
    anything: z.optional(z.unknown()),
    parts: z.optional(tuple([z.string(), z.number()]).check(z.minLength(2), z.maxLength(2))),
    hidden: z.optional(z.looseObject({})),
    line: z.optional(orderLineSchema),
  }),
);

/** Schema of {@link Note}. */
export const noteSchema: Schema<Note> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    text: z.optional(z.string()),
  }),
);

/** Schema of {@link Thread}. */
export const threadSchema: Schema<Thread> = /* @__PURE__ */ schema(() => z.array(threadSchema));

/** Schema of {@link Shape}. */
export const shapeSchema: Schema<Shape> = /* @__PURE__ */ schema(() =>
  z.intersection(
    z.looseObject({
      kind: z.string(),
      area: z.optional(z.number()),
    }),
    discriminatedUnion("kind", {
      circle: circleSchema,
      square: squareSchema,
    }),
  ),
);

/** Schema of {@link Circle}. */
export const circleSchema: Schema<Circle> = /* @__PURE__ */ schema(() =>
  z.intersection(
    z.looseObject({
      kind: z.string(),
      area: z.optional(z.number()),
    }),
    z.looseObject({
      radius: z.optional(z.number()),
    }),
  ),
);

/** Schema of {@link Square}. */
export const squareSchema: Schema<Square> = /* @__PURE__ */ schema(() =>
  z.intersection(
    z.looseObject({
      kind: z.string(),
      area: z.optional(z.number()),
    }),
    z.looseObject({
      side: z.optional(z.number()),
    }),
  ),
);

/** Schema of {@link Order}. */
export const orderSchema: Schema<Order> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    line: z.looseObject({
      amount: z.optional(z.int()),
    }),
  }),
);

/** Schema of {@link Problem}. */
export const problemSchema: Schema<Problem> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    message: z.optional(z.string()),
  }),
);

/** Schema of {@link OrderLine}. */
export const orderLineSchema: Schema<OrderLine> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    amount: z.optional(z.int()),
  }),
);
