// Generated from compositions.yaml. To change it, edit the document and generate again.
import { type Schema, schema } from "apsdirect/runtime";
import type {
  Empty,
  EmptyToo,
  Named,
  NextToAllOf,
  NextToOneOf,
  OfEmptyBase,
  OfReadOnlyBase,
  OfReadOnlyBaseInput,
  Open,
  Parts,
  PartsInput,
  RequiredOnly,
  Sized,
  Stamp,
  StampInput,
} from "./types.js";
import * as z from "./zod.js";

/** Schema of {@link Parts}. */
export const partsSchema: Schema<Parts> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    next: z.optional(nextToAllOfSchema),
    choice: z.optional(nextToOneOfSchema),
    derived: z.optional(ofEmptyBaseSchema),
    stamped: z.optional(ofReadOnlyBaseSchema),
    stamp: z.optional(stampSchema),
    open: z.optional(openSchema),
    either: z.optional(requiredOnlySchema),
    free: z.optional(z.looseObject({})),
  }),
);

/** Schema of {@link PartsInput}. */
export const partsInputSchema: Schema<PartsInput> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    next: z.optional(nextToAllOfSchema),
    choice: z.optional(nextToOneOfSchema),
    derived: z.optional(ofEmptyBaseSchema),
    stamped: z.optional(ofReadOnlyBaseInputSchema),
    stamp: z.optional(stampInputSchema),
    open: z.optional(openSchema),
    either: z.optional(requiredOnlySchema),
    free: z.optional(z.looseObject({})),
  }),
);

/** Schema of {@link Named}. */
export const namedSchema: Schema<Named> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    name: z.string(),
  }),
);

/** Schema of {@link Sized}. */
export const sizedSchema: Schema<Sized> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    size: z.int(),
  }),
);

/** Schema of {@link NextToAllOf}. */
export const nextToAllOfSchema: Schema<NextToAllOf> = /* @__PURE__ */ schema(() =>
  z.intersection(z.intersection(z.looseObject({}), namedSchema), sizedSchema),
);

/** Schema of {@link NextToOneOf}. */
export const nextToOneOfSchema: Schema<NextToOneOf> = /* @__PURE__ */ schema(() =>
  z.intersection(z.looseObject({}), z.union([namedSchema, sizedSchema])),
);

/** Schema of {@link Empty}. */
export const emptySchema: Schema<Empty> = /* @__PURE__ */ schema(() => z.looseObject({}));

/** Schema of {@link EmptyToo}. */
export const emptyTooSchema: Schema<EmptyToo> = /* @__PURE__ */ schema(() => emptySchema);

/** Schema of {@link OfEmptyBase}. */
export const ofEmptyBaseSchema: Schema<OfEmptyBase> = /* @__PURE__ */ schema(() =>
  z.intersection(emptyTooSchema, namedSchema),
);

/** Schema of {@link Stamp}. */
export const stampSchema: Schema<Stamp> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    id: z.string(),
  }),
);

/** Schema of {@link StampInput}. */
export const stampInputSchema: Schema<StampInput> = /* @__PURE__ */ schema(() => z.looseObject({}));

/** Schema of {@link OfReadOnlyBase}. */
export const ofReadOnlyBaseSchema: Schema<OfReadOnlyBase> = /* @__PURE__ */ schema(() =>
  z.intersection(stampSchema, namedSchema),
);

/** Schema of {@link OfReadOnlyBaseInput}. */
export const ofReadOnlyBaseInputSchema: Schema<OfReadOnlyBaseInput> = /* @__PURE__ */ schema(() =>
  z.intersection(stampInputSchema, namedSchema),
);

/** Schema of {@link Open}. */
export const openSchema: Schema<Open> = /* @__PURE__ */ schema(() => z.intersection(namedSchema, z.looseObject({})));

/** Schema of {@link RequiredOnly}. */
export const requiredOnlySchema: Schema<RequiredOnly> = /* @__PURE__ */ schema(() =>
  z.intersection(z.looseObject({}), z.union([z.unknown(), z.unknown()])),
);
