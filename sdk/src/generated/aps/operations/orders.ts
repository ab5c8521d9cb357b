// Generated from aps.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "../../../runtime/index.js";
import {
  apsErrorSchema,
  correctionReasonValidationInfoSchema,
  correctionReasonValidationPatternInfoSchema,
  correctionReasonValidationRequestSchema,
  orderEstimateSchema,
  orderRequestSchema,
  orderSchema,
  placedOrderSchema,
  reasonCodeSchema,
  termConditionSchema,
} from "../schemas.js";
import type {
  ApsError,
  CorrectionReasonValidationInfo,
  CorrectionReasonValidationPatternInfo,
  CorrectionReasonValidationRequest,
  Order,
  OrderEstimate,
  OrderRequest,
  PlacedOrder,
  ReasonCode,
  TermCondition,
} from "../types.js";
import * as z from "../zod.js";

/** Lists orders. */
export const listOrders: Operation<object, Order[], { default: ApsError }> = {
  name: "orders.list",
  method: "GET",
  path: "/aps/2/services/order-manager/orders",
  safety: "safe",
  permissions: ["http://www.odin.com/billing/order-management GET"],
  parameters: [{ in: "header", name: "APS-Skip-Content-Range", option: "apsSkipContentRange", required: false }],
  responses: {
    "2XX": { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(orderSchema)) },
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
  permissions: ["http://www.odin.com/billing/order-management POST"],
  identity: { root: "object", path: ["orderId"] },
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
  permissions: ["http://www.odin.com/billing/order-management GET"],
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
  permissions: ["http://www.odin.com/billing/order-management POST"],
  parameters: [{ in: "query", name: "includeTaxes", option: "includeTaxes", required: false }],
  body: { contentType: "application/json", schema: orderRequestSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: orderEstimateSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Estimates the reseller's own cost of an order. */
export const estimateOrderCosts: Operation<{ body: OrderRequest }, OrderEstimate, { default: ApsError }> = {
  name: "orders.estimateCosts",
  method: "POST",
  path: "/aps/2/services/order-manager/orders/estimateCosts",
  safety: "safe",
  permissions: ["http://www.odin.com/billing/order-management POST"],
  parameters: [{ in: "query", name: "includeTaxes", option: "includeTaxes", required: false }],
  body: { contentType: "application/json", schema: orderRequestSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: orderEstimateSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Lists the terms and conditions of an order. */
export const listTermsAndConditions: Operation<{ body: OrderRequest }, TermCondition[], { default: ApsError }> = {
  name: "orders.termsAndConditions",
  method: "POST",
  path: "/aps/2/services/order-manager/orders/termsconditions",
  safety: "safe",
  permissions: ["http://www.odin.com/billing/order-management POST"],
  body: { contentType: "application/json", schema: orderRequestSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(termConditionSchema)) },
  },
  errors: { default: apsErrorSchema },
};

/** Lists the possible reasons for a cancellation. */
export const listReasonCodes: Operation<object, ReasonCode[], { default: ApsError }> = {
  name: "orders.listReasonCodes",
  method: "GET",
  path: "/aps/2/services/order-manager/reasonCodes",
  safety: "safe",
  permissions: ["http://www.odin.com/billing/order-management GET"],
  responses: {
    200: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(reasonCodeSchema)) },
  },
  errors: { default: apsErrorSchema },
};

/** Reads the validation rule for order correction reasons. */
export const getCorrectionReasonPattern: Operation<
  object,
  CorrectionReasonValidationPatternInfo,
  { default: ApsError }
> = {
  name: "orders.getCorrectionReasonPattern",
  method: "GET",
  path: "/aps/2/services/order-manager/correctionReasonValidation",
  safety: "safe",
  permissions: ["http://www.odin.com/billing/order-management GET"],
  responses: {
    200: { contentType: "application/json", schema: correctionReasonValidationPatternInfoSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Updates the validation rule for correction reasons. */
export const updateCorrectionReason: Operation<
  { body: CorrectionReasonValidationRequest },
  undefined,
  { default: ApsError }
> = {
  name: "orders.updateCorrectionReason",
  method: "PUT",
  path: "/aps/2/services/order-manager/correctionReasonValidation",
  safety: "idempotent",
  permissions: ["http://www.odin.com/billing/order-management PUT"],
  body: { contentType: "application/json", schema: correctionReasonValidationRequestSchema, required: true },
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Creates the validation rule for correction reasons. */
export const addCorrectionReason: Operation<
  { body: CorrectionReasonValidationRequest },
  undefined,
  { default: ApsError }
> = {
  name: "orders.addCorrectionReason",
  method: "POST",
  path: "/aps/2/services/order-manager/correctionReasonValidation",
  safety: "unsafe",
  permissions: ["http://www.odin.com/billing/order-management POST"],
  body: { contentType: "application/json", schema: correctionReasonValidationRequestSchema, required: true },
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Reads the validation rule for correction reasons, with its message in one language. */
export const getCorrectionReasonMessage: Operation<
  { locale: string },
  CorrectionReasonValidationInfo,
  { default: ApsError }
> = {
  name: "orders.getCorrectionReasonMessage",
  method: "GET",
  path: "/aps/2/services/order-manager/correctionReasonValidation/{locale}",
  safety: "safe",
  permissions: ["http://www.odin.com/billing/order-management GET"],
  responses: {
    200: { contentType: "application/json", schema: correctionReasonValidationInfoSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Deletes the message for invalid correction reasons in one language. */
export const deleteCorrectionReasonMessage: Operation<{ locale: string }, undefined, { default: ApsError }> = {
  name: "orders.deleteCorrectionReasonMessage",
  method: "DELETE",
  path: "/aps/2/services/order-manager/correctionReasonValidation/{locale}",
  safety: "unsafe",
  permissions: ["http://www.odin.com/billing/order-management DELETE"],
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};
