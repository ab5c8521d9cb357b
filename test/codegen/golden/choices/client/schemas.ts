// Generated from choices.yaml. To change it, edit the document and generate again.
import {
  dateTime,
  discriminatedUnion,
  file,
  intersectionWithDates,
  patternedObject,
  type Schema,
  schema,
  schemaWithDates,
  tuple,
} from "apsdirect/runtime";
import type { Blob, Change, Colour, Date, Dated, Event, Log, Moment, Move, Range, Rename } from "./types.js";
import * as z from "./zod.js";

/** Schema of {@link Colour}. */
export const colourSchema: Schema<Colour> = /* @__PURE__ */ schema(() => z.literal(["red", "green", 7, null]));

/** Schema of {@link Event}. */
export const eventSchema: Schema<Event> = /* @__PURE__ */ schemaWithDates(() =>
  z.looseObject({
    kind: z.optional(z.literal(["start", "end"])),
    colour: z.optional(colourSchema),
    day: z.optional(z.string()),
    at: z.optional(dateTime()),
    ended: z.optional(z.nullable(dateTime())),
    history: z.optional(z.array(momentSchema)),
    range: z.optional(rangeSchema),
    span: z.optional(tuple([momentSchema, z.string()])),
    dated: z.optional(datedSchema),
    log: z.optional(logSchema),
    change: z.optional(changeSchema),
    picture: z.optional(file()),
  }),
);

/** Schema of {@link Moment}. */
export const momentSchema: Schema<Moment> = /* @__PURE__ */ schemaWithDates(() => dateTime());

/** Schema of {@link Range}. */
export const rangeSchema: Schema<Range> = /* @__PURE__ */ schemaWithDates(() =>
  z.looseObject({
    from: z.optional(dateTime()),
    to: z.optional(dateTime()),
  }),
);

/** Schema of {@link Dated}. */
export const datedSchema: Schema<Dated> = /* @__PURE__ */ schemaWithDates(() =>
  intersectionWithDates([
    z.looseObject({
      title: z.optional(z.string()),
    }),
    z.looseObject({
      at: dateTime(),
    }),
  ]),
);

/** Schema of {@link Log}. */
export const logSchema: Schema<Log> = /* @__PURE__ */ schemaWithDates(() =>
  patternedObject({}, [
    [new RegExp("^at-", "u"), momentSchema],
  ]),
);

/** Schema of {@link Change}. */
export const changeSchema: Schema<Change> = /* @__PURE__ */ schemaWithDates(() =>
  discriminatedUnion("type", {
    move: moveSchema,
    rename: renameSchema,
  }),
);

/** Schema of {@link Move}. */
export const moveSchema: Schema<Move> = /* @__PURE__ */ schemaWithDates(() =>
  z.looseObject({
    type: z.literal("move"),
    to: dateTime(),
  }),
);

/** Schema of {@link Rename}. */
export const renameSchema: Schema<Rename> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    type: z.literal("rename"),
    name: z.optional(z.string()),
  }),
);

/** Schema of {@link Date}. */
export const dateSchema: Schema<Date> = /* @__PURE__ */ schema(() => z.string());

/** Schema of {@link Blob}. */
export const blobSchema: Schema<Blob> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    day: z.optional(dateSchema),
  }),
);
