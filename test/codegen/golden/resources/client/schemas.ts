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

/** Checks {@link Thing}. */
export const thingSchema: Schema<Thing> = schema(() =>
  z.looseObject({
    id: z.string(),
  }),
);

/** Checks {@link Painting}. */
export const paintingSchema: Schema<Painting> = schema(() =>
  z.looseObject({
    id: z.string(),
    title: z.optional(z.string()),
  }),
);

/** Checks {@link PaintingInput}. */
export const paintingInputSchema: Schema<PaintingInput> = schema(() =>
  z.looseObject({
    title: z.optional(z.string()),
  }),
);

/** Checks {@link Sculpture}. */
export const sculptureSchema: Schema<Sculpture> = schema(() =>
  z.intersection(
    datedSchema,
    z.looseObject({
      weight: z.optional(z.number()),
    }),
  ),
);

/** Checks {@link Installation}. */
export const installationSchema: Schema<Installation> = schema(() =>
  z.union([
    datedSchema,
    z.looseObject({
      room: z.optional(z.string()),
    }),
  ]),
);

/** Checks {@link Dated}. */
export const datedSchema: Schema<Dated> = schema(() =>
  z.looseObject({
    year: z.optional(z.int()),
  }),
);

/** Checks {@link TypesById}. */
export const typesByIdSchema: Schema<TypesById> = schema(() =>
  z.looseObject({
    shelf: z.optional(z.string()),
  }),
);

/** Checks {@link Implementing}. */
export const implementingSchema: Schema<Implementing> = schema(() =>
  z.looseObject({
    tool: z.optional(z.string()),
  }),
);
