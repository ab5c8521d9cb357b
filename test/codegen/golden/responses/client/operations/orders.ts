// Generated from responses.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "apsdirect/runtime";
import { missingSchema, orderSchema, problemSchema } from "../schemas.js";
import type { Filter, Missing, Order, Problem, State } from "../types.js";
import * as z from "../zod.js";

/** Response headers of `orders.list`. */
export interface ListOrdersHeaders {
  /** How many there are. */
  xTotal?: number;
  xShare?: number;
  xIsLast?: boolean;
  xState?: State;
  xTags?: string[];
  xSizes?: number[];
  xFilter?: Filter;
  /** For questions. */
  xRequestId?: string;
}

/** Orders, with what the headers say of them. */
export const listOrders: Operation<object, Order[], { 404: Missing; "4XX": Problem }, ListOrdersHeaders> = {
  name: "orders.list",
  method: "GET",
  path: "/orders",
  safety: "safe",
  responses: {
    "2XX": { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(orderSchema)) },
  },
  errors: { 404: missingSchema, "4XX": problemSchema },
  headers: [
    { name: "X-Total", property: "xTotal", form: "number" },
    { name: "X-Share", property: "xShare", form: "number" },
    { name: "X-Is-Last", property: "xIsLast", form: "boolean" },
    { name: "X-State", property: "xState", form: "text" },
    { name: "X-Tags", property: "xTags", form: "texts" },
    { name: "X-Sizes", property: "xSizes", form: "numbers" },
    { name: "X-Filter", property: "xFilter", form: "json" },
    { name: "X-Request-Id", property: "xRequestId", form: "text" },
  ],
};

/** Response headers of `orders.replace`. */
export interface ReplaceOrderHeaders {
  /** For questions. */
  xRequestId?: string;
}

/** `PUT /orders/{id}` */
export const replaceOrder: Operation<
  { id: string },
  Order | undefined,
  { 409: Problem; default: Problem },
  ReplaceOrderHeaders
> = {
  name: "orders.replace",
  method: "PUT",
  path: "/orders/{id}",
  safety: "idempotent",
  responses: {
    200: { contentType: "application/json", schema: orderSchema },
    204: {},
  },
  errors: { 409: problemSchema, default: problemSchema },
  headers: [{ name: "X-Request-Id", property: "xRequestId", form: "text" }],
};
