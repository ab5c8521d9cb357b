// Generated from aps.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "../../runtime/index.js";
import {
  accountSchema,
  apsResourceChangesSchema,
  apsResourceSchema,
  newApsResourceSchema,
  orderEstimateSchema,
  orderRequestSchema,
  orderSchema,
  placedOrderSchema,
  servicePlanSchema,
} from "./schemas.js";
import type {
  Account,
  ApsResource,
  ApsResourceChanges,
  NewApsResource,
  Order,
  OrderEstimate,
  OrderRequest,
  PlacedOrder,
  ServicePlan,
} from "./types.js";
import * as z from "./zod.js";

/** Lists resources of any type. */
export const listResources: Operation<object, ApsResource[]> = {
  name: "resources.list",
  method: "GET",
  path: "/aps/2/resources",
  safety: "safe",
  responses: {
    "2XX": { contentType: "application/json", schema: schema(() => z.array(apsResourceSchema)) },
  },
  rql: true,
  pageSize: 100,
};

/** Creates a resource. */
export const createResource: Operation<{ body: NewApsResource }, ApsResource> = {
  name: "resources.create",
  method: "POST",
  path: "/aps/2/resources",
  safety: "unsafe",
  body: { contentType: "application/json", schema: newApsResourceSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: apsResourceSchema },
    201: { contentType: "application/json", schema: apsResourceSchema },
  },
};

/** Reads a resource with its links. */
export const getResource: Operation<{ resourceId: string }, ApsResource> = {
  name: "resources.get",
  method: "GET",
  path: "/aps/2/resources/{resourceId}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: apsResourceSchema },
  },
};

/** Sets properties of a resource. */
export const updateResource: Operation<{ resourceId: string; body: ApsResourceChanges }, ApsResource | undefined> = {
  name: "resources.update",
  method: "PUT",
  path: "/aps/2/resources/{resourceId}",
  safety: "idempotent",
  body: { contentType: "application/json", schema: apsResourceChangesSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: apsResourceSchema },
    204: {},
  },
};

/** Removes a resource. */
export const deleteResource: Operation<{ resourceId: string }, ApsResource | undefined> = {
  name: "resources.delete",
  method: "DELETE",
  path: "/aps/2/resources/{resourceId}",
  safety: "unsafe",
  responses: {
    200: { contentType: "application/json", schema: apsResourceSchema },
    204: {},
  },
};

/** Reads an account with its links. */
export const getAccount: Operation<{ resourceId: string }, Account> = {
  name: "accounts.get",
  method: "GET",
  path: "/aps/2/resources/{resourceId}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: accountSchema },
  },
};

/** Lists accounts. */
export const listAccounts: Operation<object, Account[]> = {
  name: "accounts.list",
  method: "GET",
  path: "/aps/2/collections/accounts",
  safety: "safe",
  responses: {
    "2XX": { contentType: "application/json", schema: schema(() => z.array(accountSchema)) },
  },
  rql: true,
  pageSize: 100,
};

/** Lists the service plans that the caller may sell. */
export const listServicePlans: Operation<object, ServicePlan[]> = {
  name: "servicePlans.list",
  method: "GET",
  path: "/aps/2/collections/service-plans",
  safety: "safe",
  responses: {
    "2XX": { contentType: "application/json", schema: schema(() => z.array(servicePlanSchema)) },
  },
  rql: true,
  pageSize: 100,
};

/** Lists orders. */
export const listOrders: Operation<object, Order[]> = {
  name: "orders.list",
  method: "GET",
  path: "/aps/2/services/order-manager/orders",
  safety: "safe",
  responses: {
    "2XX": { contentType: "application/json", schema: schema(() => z.array(orderSchema)) },
  },
  rql: true,
  pageSize: 100,
};

/** Places an order. */
export const createOrder: Operation<{ body: OrderRequest }, PlacedOrder> = {
  name: "orders.create",
  method: "POST",
  path: "/aps/2/services/order-manager/orders",
  safety: "unsafe",
  body: { contentType: "application/json", schema: orderRequestSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: placedOrderSchema },
    201: { contentType: "application/json", schema: placedOrderSchema },
  },
};

/** Reads an order. */
export const getOrder: Operation<{ orderId: string }, Order> = {
  name: "orders.get",
  method: "GET",
  path: "/aps/2/services/order-manager/orders/{orderId}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: orderSchema },
  },
};

/** Prices an order without placing it. */
export const estimateOrder: Operation<{ body: OrderRequest }, OrderEstimate> = {
  name: "orders.estimate",
  method: "POST",
  path: "/aps/2/services/order-manager/orders/estimate",
  safety: "safe",
  parameters: [{ in: "query", name: "includeTaxes", option: "includeTaxes", required: false }],
  body: { contentType: "application/json", schema: orderRequestSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: orderEstimateSchema },
  },
};
