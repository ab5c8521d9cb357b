// Generated from constructs.yaml. To change it, edit the document and generate again.
import { extensibleObject, patternedObject, type Schema, schema, tuple } from "apsdirect/runtime";
import type {
  Counts,
  Draft,
  Name,
  OnlyPatterns,
  Pair,
  Patterned,
  Published,
  Row,
  Size,
  Sold,
  Thing,
  ThingInput,
  Tuples,
  UnclearPattern,
} from "./types.js";
import * as z from "./zod.js";

/** Schema of {@link Name}. */
export const nameSchema: Schema<Name> = /* @__PURE__ */ schema(() => z.string().check(z.minLength(1)));

/** Schema of {@link Size}. */
export const sizeSchema: Schema<Size> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    width: z.number(),
  }),
);

/** Schema of {@link Thing}. */
export const thingSchema: Schema<Thing> = /* @__PURE__ */ schema(() =>
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
    perhaps: z.optional(z.nullable(nameSchema)),
  }),
);

/** Schema of {@link ThingInput}. */
export const thingInputSchema: Schema<ThingInput> = /* @__PURE__ */ schema(() =>
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
    perhaps: z.optional(z.nullable(nameSchema)),
  }),
);

/** Schema of {@link Tuples}. */
export const tuplesSchema: Schema<Tuples> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    pair: z.optional(tuple([z.string(), sizeSchema]).check(z.minLength(2), z.maxLength(2))),
    open: z.optional(tuple([z.string(), z.number()]).check(z.minLength(1))),
    row: z.optional(tuple([z.string()], z.nullable(z.int())).check(z.minLength(2), z.maxLength(3))),
    cut: z.optional(tuple([z.string()]).check(z.maxLength(1))),
    anything: z.optional(tuple([z.unknown(), z.unknown()]).check(z.minLength(2))),
    choice: z.optional(tuple([z.union([z.string(), z.boolean()])])),
    empty: z.optional(z.array(z.never())),
  }),
);

/** Schema of {@link Patterned}. */
export const patternedSchema: Schema<Patterned> = /* @__PURE__ */ schema(() =>
  patternedObject(
    {
      id: z.int(),
      "x-known": z.optional(z.string().check(z.minLength(2))),
    },
    [
      [new RegExp("^size", "u"), sizeSchema],
      [new RegExp("^x-", "u"), z.string()],
    ],
  ),
);

/** Schema of {@link OnlyPatterns}. */
export const onlyPatternsSchema: Schema<OnlyPatterns> = /* @__PURE__ */ schema(() =>
  patternedObject(
    {},
    [
      [new RegExp("^\\d+$", "u"), z.boolean()],
    ],
    z.int(),
  ),
);

/** Schema of {@link UnclearPattern}. */
export const unclearPatternSchema: Schema<UnclearPattern> = /* @__PURE__ */ schema(() =>
  z.record(z.string(), z.union([z.string(), z.int()])),
);

/** Schema of {@link Counts}. */
export const countsSchema: Schema<Counts> = /* @__PURE__ */ schema(() =>
  extensibleObject(
    {
      name: z.optional(z.string()),
    },
    z.int(),
  ),
);

/** Schema of {@link Row}. */
export const rowSchema: Schema<Row> = /* @__PURE__ */ schema(() =>
  tuple([z.string(), sizeSchema], z.boolean()).check(z.minLength(2)),
);

/** Schema of {@link Pair}. */
export const pairSchema: Schema<Pair> = /* @__PURE__ */ schema(() =>
  tuple([z.int(), patternedSchema]).check(z.minLength(1), z.maxLength(2)),
);

/** Schema of {@link Draft}. */
export const draftSchema: Schema<Draft> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    title: z.optional(z.string()),
    id: z.optional(z.string()),
    size: z.optional(sizeSchema),
  }),
);

/** Schema of {@link Published}. */
export const publishedSchema: Schema<Published> = /* @__PURE__ */ schema(() =>
  z.intersection(
    draftSchema,
    z.looseObject({
      title: z.string(),
      id: z.string(),
    }),
  ),
);

/** Schema of {@link Sold}. */
export const soldSchema: Schema<Sold> = /* @__PURE__ */ schema(() =>
  z.intersection(
    publishedSchema,
    z.looseObject({
      size: sizeSchema,
    }),
  ),
);
