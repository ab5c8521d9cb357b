// Generated from paths.yaml. To change it, edit the document and generate again.
import type { Operation } from "apsdirect/runtime";
import { orderRecordSchema, orderSchema, problemSchema } from "../schemas.js";
import type { Order, OrderRecord, Problem } from "../types.js";

/** `POST /orders` */
export const postOrders: Operation<{ body: Order }, Order> = {
  name: "orders.postOrders",
  method: "POST",
  path: "/orders",
  body: { contentType: "application/json", schema: orderSchema, required: true },
  responses: {
    201: { contentType: "application/json", schema: orderSchema },
  },
};

/** `POST /drafts` */
export const postDrafts: Operation<{ body: Order }, Order> = {
  name: "orders.postDrafts",
  method: "POST",
  path: "/drafts",
  body: { contentType: "application/json", schema: orderSchema, required: true },
  responses: {
    201: { contentType: "application/json", schema: orderSchema },
  },
};

/** Response headers of `orders.readOrder`. */
export interface ReadOrderHeaders {
  eTag?: string;
}

/** Reads an order. */
export const readOrder: Operation<{ id: string }, OrderRecord, { 404: Problem }, ReadOrderHeaders> = {
  name: "orders.readOrder",
  method: "GET",
  path: "/orders/{id}",
  parameters: [{ in: "query", name: "fields", option: "fields", required: false }],
  responses: {
    200: { contentType: "application/json", schema: orderRecordSchema },
  },
  errors: { 404: problemSchema },
  headers: [{ name: "ETag", property: "eTag", form: "text" }],
};

/** `QUERY /orders/{id}` */
export const askOrder: Operation<{ id: string }, undefined> = {
  name: "orders.askOrder",
  method: "QUERY",
  path: "/orders/{id}",
  responses: {
    204: {},
  },
};
