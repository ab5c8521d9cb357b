// Generated from choices.yaml. To change it, edit the document and generate again.
import { type Schema, schema } from "apsdirect/runtime";
import type { Colour, Event } from "./types.js";
import * as z from "./zod.js";

/** Checks {@link Colour}. */
export const colourSchema: Schema<Colour> = schema(() => z.literal(["red", "green", 7, null]));

/** Checks {@link Event}. */
export const eventSchema: Schema<Event> = schema(() =>
  z.looseObject({
    kind: z.optional(z.literal(["start", "end"])),
    colour: z.optional(colourSchema),
  }),
);
