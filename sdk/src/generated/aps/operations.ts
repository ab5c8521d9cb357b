// Generated from aps.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "../../runtime/index.js";
import {
  accountSchema,
  apsErrorSchema,
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
  ApsError,
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
export const listResources: Operation<object, ApsResource[], { default: ApsError }> = {
  name: "resources.list",
  method: "GET",
  path: "/aps/2/resources",
  safety: "safe",
  responses: {
    "2XX": { contentType: "application/json", schema: schema(() => z.array(apsResourceSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  pageSize: 100,
};

/** Creates a resource. */
export const createResource: Operation<{ body: NewApsResource }, ApsResource, { default: ApsError }> = {
  name: "resources.create",
  method: "POST",
  path: "/aps/2/resources",
  safety: "unsafe",
  body: { contentType: "application/json", schema: newApsResourceSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: apsResourceSchema },
    201: { contentType: "application/json", schema: apsResourceSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Reads a resource with its links. */
export const getResource: Operation<{ resourceId: string }, ApsResource, { default: ApsError }> = {
  name: "resources.get",
  method: "GET",
  path: "/aps/2/resources/{resourceId}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: apsResourceSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Sets properties of a resource. */
export const updateResource: Operation<
  { resourceId: string; body: ApsResourceChanges },
  ApsResource | undefined,
  { default: ApsError }
> = {
  name: "resources.update",
  method: "PUT",
  path: "/aps/2/resources/{resourceId}",
  safety: "idempotent",
  body: { contentType: "application/json", schema: apsResourceChangesSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: apsResourceSchema },
    204: {},
  },
  errors: { default: apsErrorSchema },
};

/** Removes a resource. */
export const deleteResource: Operation<{ resourceId: string }, ApsResource | undefined, { default: ApsError }> = {
  name: "resources.delete",
  method: "DELETE",
  path: "/aps/2/resources/{resourceId}",
  safety: "unsafe",
  responses: {
    200: { contentType: "application/json", schema: apsResourceSchema },
    204: {},
  },
  errors: { default: apsErrorSchema },
};

/** Reads an account with its links. */
export const getAccount: Operation<{ resourceId: string }, Account, { default: ApsError }> = {
  name: "accounts.get",
  method: "GET",
  path: "/aps/2/resources/{resourceId}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: accountSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Lists accounts. */
export const listAccounts: Operation<object, Account[], { default: ApsError }> = {
  name: "accounts.list",
  method: "GET",
  path: "/aps/2/collections/accounts",
  safety: "safe",
  responses: {
    "2XX": { contentType: "application/json", schema: schema(() => z.array(accountSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  pageSize: 100,
};

/** Lists the service plans that the caller may sell. */
export const listServicePlans: Operation<object, ServicePlan[], { default: ApsError }> = {
  name: "servicePlans.list",
  method: "GET",
  path: "/aps/2/collections/service-plans",
  safety: "safe",
  responses: {
    "2XX": { contentType: "application/json", schema: schema(() => z.array(servicePlanSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  pageSize: 100,
};

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
