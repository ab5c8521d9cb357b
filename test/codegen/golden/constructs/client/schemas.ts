// Generated from constructs.yaml. To change it, edit the document and generate again.
import { type Schema, schema } from "apsdirect/runtime";
import type { Name, Size, Thing, ThingInput } from "./types.js";
import * as z from "./zod.js";

/** Checks {@link Name}. */
export const nameSchema: Schema<Name> = schema(() => z.string().check(z.minLength(1)));

/** Checks {@link Size}. */
export const sizeSchema: Schema<Size> = schema(() =>
  z.looseObject({
    width: z.number(),
  }),
);

/** Checks {@link Thing}. */
export const thingSchema: Schema<Thing> = schema(() =>
  z.looseObject({
    name: nameSchema,
    id: z.optional(nameSchema),
    short: z.optional(z.intersection(nameSchema, z.string().check(z.maxLength(3)))),
    size: z.optional(sizeSchema),
    box: z.optional(
      z.intersection(
        sizeSchema,
        z.looseObject({
          height: z.number(),
        }),
      ),
    ),
    perhaps: z.optional(z.union([nameSchema, z.null()])),
  }),
);

/** Checks {@link ThingInput}. */
export const thingInputSchema: Schema<ThingInput> = schema(() =>
  z.looseObject({
    name: nameSchema,
    secret: z.optional(nameSchema),
    short: z.optional(z.intersection(nameSchema, z.string().check(z.maxLength(3)))),
    size: z.optional(sizeSchema),
    box: z.optional(
      z.intersection(
        sizeSchema,
        z.looseObject({
          height: z.number(),
        }),
      ),
    ),
    perhaps: z.optional(z.union([nameSchema, z.null()])),
  }),
);
