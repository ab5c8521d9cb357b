// Generated from xml.yaml. To change it, edit the document and generate again.
import { discriminatedUnion, type Schema, schema } from "apsdirect/runtime";
import type { Address, Base, DelayNotice, Notice, Parcel, ShipNotice, Unused } from "./types.js";
import * as z from "./zod.js";

/** Schema of {@link Notice}. */
export const noticeSchema: Schema<Notice> = /* @__PURE__ */ schema(() =>
  discriminatedUnion("kind", {
    ship: shipNoticeSchema,
    delay: delayNoticeSchema,
  }),
);

/** Schema of {@link Base}. */
export const baseSchema: Schema<Base> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    sent: z.optional(z.string()),
    address: z.optional(addressSchema),
    labels: z.optional(z.record(z.string(), z.string())),
    anything: z.optional(z.unknown()),
  }),
);

/** Schema of {@link ShipNotice}. */
export const shipNoticeSchema: Schema<ShipNotice> = /* @__PURE__ */ schema(() =>
  z.intersection(
    baseSchema,
    z.looseObject({
      kind: z.literal("ship"),
      parcels: z.optional(z.array(parcelSchema)),
    }),
  ),
);

/** Schema of {@link DelayNotice}. */
export const delayNoticeSchema: Schema<DelayNotice> = /* @__PURE__ */ schema(() =>
  z.intersection(
    baseSchema,
    z.looseObject({
      kind: z.literal("delay"),
      days: z.optional(z.nullable(z.int())),
      isFinal: z.optional(z.boolean()),
      reason: z.optional(z.union([z.string(), z.int()])),
      note: z.optional(z.array(z.string())),
    }),
  ),
);

/** Schema of {@link Parcel}. */
export const parcelSchema: Schema<Parcel> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    "tracking-id": z.optional(z.string()),
    size: z.optional(
      z.looseObject({
        height: z.optional(z.number()),
        unit: z.optional(z.string()),
      }),
    ),
    contains: z.optional(z.array(parcelSchema)),
  }),
);

/** Schema of {@link Address}. */
export const addressSchema: Schema<Address> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    street: z.optional(z.string()),
    parcel: z.optional(parcelSchema),
  }),
);

/** Schema of {@link Unused}. */
export const unusedSchema: Schema<Unused> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    name: z.optional(z.string()),
  }),
);
