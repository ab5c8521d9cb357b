// Generated from files.yaml. To change it, edit the document and generate again.
import { type Schema, schema } from "apsdirect/runtime";
import type {
  Id,
  Money,
  MoneyCurrency,
  Order,
  OrderAllOf0,
  OrderAllOf1Lines,
  OrderAllOf1LinesItem,
  PositiveNumber,
} from "./types.js";
import * as z from "./zod.js";

/** Schema of {@link Order}. */
export const orderSchema: Schema<Order> = /* @__PURE__ */ schema(() =>
  z.intersection(
    z.looseObject({
      id: idSchema,
      total: z.optional(moneySchema),
    }),
    z.looseObject({
      lines: z.optional(
        z.array(
          z.looseObject({
            price: moneySchema,
            of: z.optional(orderSchema),
            first: z.optional(orderAllOf0Schema),
          }),
        ),
      ),
    }),
  ),
);

/** Schema of {@link Money}. */
export const moneySchema: Schema<Money> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    amount: z.number(),
    currency: z.optional(z.string()),
  }),
);

/** Schema of {@link MoneyCurrency}. */
export const moneyCurrencySchema: Schema<MoneyCurrency> = /* @__PURE__ */ schema(() => z.string());

/** Schema of {@link Id}. */
export const idSchema: Schema<Id> = /* @__PURE__ */ schema(() => z.string().check(z.minLength(1)));

/** Schema of {@link OrderAllOf1Lines}. */
export const orderAllOf1LinesSchema: Schema<OrderAllOf1Lines> = /* @__PURE__ */ schema(() =>
  z.array(
    z.looseObject({
      price: moneySchema,
      of: z.optional(orderSchema),
      first: z.optional(orderAllOf0Schema),
    }),
  ),
);

/** Schema of {@link PositiveNumber}. */
export const positiveNumberSchema: Schema<PositiveNumber> = /* @__PURE__ */ schema(() => z.int().check(z.gte(1)));

/** Schema of {@link OrderAllOf0}. */
export const orderAllOf0Schema: Schema<OrderAllOf0> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    id: idSchema,
    total: z.optional(moneySchema),
  }),
);

/** Schema of {@link OrderAllOf1LinesItem}. */
export const orderAllOf1LinesItemSchema: Schema<OrderAllOf1LinesItem> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    price: moneySchema,
    of: z.optional(orderSchema),
    first: z.optional(orderAllOf0Schema),
  }),
);
