// Generated from resources.yaml. To change it, edit the document and generate again.
import { type Schema, schema } from "apsdirect/runtime";
import type {
  Dated,
  Implementing,
  Installation,
  Painting,
  PaintingInput,
  Sculpture,
  Thing,
  TypesById,
} from "./types.js";
import * as z from "./zod.js";

/** Schema of {@link Thing}. */
export const thingSchema: Schema<Thing> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    id: z.string(),
  }),
);

/** Schema of {@link Painting}. */
export const paintingSchema: Schema<Painting> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    id: z.string(),
    title: z.optional(z.string()),
  }),
);

/** Schema of {@link PaintingInput}. */
export const paintingInputSchema: Schema<PaintingInput> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    title: z.optional(z.string()),
  }),
);

/** Schema of {@link Sculpture}. */
export const sculptureSchema: Schema<Sculpture> = /* @__PURE__ */ schema(() =>
  z.intersection(
    datedSchema,
    z.looseObject({
      weight: z.optional(z.number()),
    }),
  ),
);

/** Schema of {@link Installation}. */
export const installationSchema: Schema<Installation> = /* @__PURE__ */ schema(() =>
  z.union([
    datedSchema,
    z.looseObject({
      room: z.optional(z.string()),
    }),
  ]),
);

/** Schema of {@link Dated}. */
export const datedSchema: Schema<Dated> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    year: z.optional(z.int()),
  }),
);

/** Schema of {@link TypesById}. */
export const typesByIdSchema: Schema<TypesById> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    shelf: z.optional(z.string()),
  }),
);

/** Schema of {@link Implementing}. */
export const implementingSchema: Schema<Implementing> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    tool: z.optional(z.string()),
  }),
);
