// Generated from aps.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "../../../runtime/index.js";
import { apsErrorSchema, orderEstimateSchema, orderRequestSchema, orderSchema, placedOrderSchema } from "../schemas.js";
import type { ApsError, Order, OrderEstimate, OrderRequest, PlacedOrder } from "../types.js";
import * as z from "../zod.js";

/** Lists orders. */
export const listOrders: Operation<object, Order[], { default: ApsError }> = {
  name: "orders.list",
  method: "GET",
  path: "/aps/2/services/order-manager/orders",
  safety: "safe",
  responses: {
    "2XX": { contentType: "application/json", schema: schema(() => z.array(orderSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  pageSize: 100,
};

/** Places an order. */
export const createOrder: Operation<{ body: OrderRequest }, PlacedOrder, { default: ApsError }> = {
  name: "orders.create",
  method: "POST",
  path: "/aps/2/services/order-manager/orders",
  safety: "unsafe",
  body: { contentType: "application/json", schema: orderRequestSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: placedOrderSchema },
    201: { contentType: "application/json", schema: placedOrderSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Reads an order. */
export const getOrder: Operation<{ orderId: string }, Order, { default: ApsError }> = {
  name: "orders.get",
  method: "GET",
  path: "/aps/2/services/order-manager/orders/{orderId}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: orderSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Prices an order without placing it. */
export const estimateOrder: Operation<{ body: OrderRequest }, OrderEstimate, { default: ApsError }> = {
  name: "orders.estimate",
  method: "POST",
  path: "/aps/2/services/order-manager/orders/estimate",
  safety: "safe",
  parameters: [{ in: "query", name: "includeTaxes", option: "includeTaxes", required: false }],
  body: { contentType: "application/json", schema: orderRequestSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: orderEstimateSchema },
  },
  errors: { default: apsErrorSchema },
};
