// Generated from files.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "apsdirect/runtime";
import { orderAllOf0Schema, orderAllOf1LinesItemSchema, orderAllOf1LinesSchema, orderSchema } from "../schemas.js";
import type { Id, Order, OrderAllOf0, OrderAllOf1Lines, OrderAllOf1LinesItem } from "../types.js";
import * as z from "../zod.js";

/** `GET /orders/{id}` */
export const getOrder: Operation<{ id: Id }, Order> = {
  name: "orders.getOrder",
  method: "GET",
  path: "/orders/{id}",
  parameters: [
    { in: "header", name: "X-Tenant", option: "xTenant", required: false },
    { in: "query", name: "currency", option: "currency", required: false },
  ],
  responses: {
    200: { contentType: "application/json", schema: orderSchema },
  },
};

/** `PUT /orders/{id}` */
export const replaceOrder: Operation<{ id: Id; body: Order }, OrderAllOf1Lines> = {
  name: "orders.replaceOrder",
  method: "PUT",
  path: "/orders/{id}",
  body: { contentType: "application/json", schema: orderSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: orderAllOf1LinesSchema },
  },
};

/** `GET /orders` */
export const listOrders: Operation<object, Order | OrderAllOf0> = {
  name: "orders.listOrders",
  method: "GET",
  path: "/orders",
  parameters: [
    { in: "query", name: "currency", option: "currency", required: false },
    { in: "query", name: "page", option: "page", required: false },
  ],
  responses: {
    200: { contentType: "application/json", schema: orderSchema },
    202: { contentType: "application/json", schema: orderAllOf0Schema },
  },
};

/** `POST /orders` */
export const createOrder: Operation<{ body: Order }, OrderAllOf1LinesItem | OrderAllOf1LinesItem[]> = {
  name: "orders.createOrder",
  method: "POST",
  path: "/orders",
  body: { contentType: "application/json", schema: orderSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: orderAllOf1LinesItemSchema },
    201: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(orderAllOf1LinesItemSchema)) },
  },
};
