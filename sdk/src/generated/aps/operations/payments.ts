// Generated from aps.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "../../../runtime/index.js";
import { apsErrorSchema, paymentSchema } from "../schemas.js";
import type { ApsError, Payment } from "../types.js";
import * as z from "../zod.js";

/** Lists the payments of an account. */
export const listPayments: Operation<object, Payment[], { default: ApsError }> = {
  name: "payments.list",
  method: "GET",
  path: "/aps/2/services/payment-manager/payments",
  safety: "safe",
  permissions: ["http://www.odin.com/billing/payment-management GET"],
  parameters: [
    { in: "query", name: "accountId", option: "accountId", required: false },
    { in: "query", name: "paymentIds", option: "paymentIds", required: false },
  ],
  responses: {
    200: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(paymentSchema)) },
  },
  errors: { default: apsErrorSchema },
};

/** Charges or records a payment. */
export const pay: Operation<{ body: Payment }, Payment, { default: ApsError }> = {
  name: "payments.pay",
  method: "POST",
  path: "/aps/2/services/payment-manager/payments",
  safety: "unsafe",
  permissions: ["http://www.odin.com/billing/payment-management POST"],
  body: { contentType: "application/json", schema: paymentSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: paymentSchema },
    201: { contentType: "application/json", schema: paymentSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Updates a payment. */
export const updatePayment: Operation<
  { paymentId: number; body: Payment },
  Payment | undefined,
  { default: ApsError }
> = {
  name: "payments.update",
  method: "PUT",
  path: "/aps/2/services/payment-manager/payments/{paymentId}",
  safety: "unsafe",
  permissions: ["http://www.odin.com/billing/payment-management PUT"],
  body: { contentType: "application/json", schema: paymentSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: paymentSchema },
    204: {},
  },
  errors: { default: apsErrorSchema },
};

/**
 * Charges or records a payment on older platforms.
 *
 * @deprecated
 */
export const payDeprecated: Operation<{ body: Payment }, Payment, { default: ApsError }> = {
  name: "payments.payDeprecated",
  method: "POST",
  path: "/aps/2/services/payment-manager/payment",
  safety: "unsafe",
  permissions: ["http://www.odin.com/billing/payment-management POST"],
  body: { contentType: "application/json", schema: paymentSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: paymentSchema },
    201: { contentType: "application/json", schema: paymentSchema },
  },
  errors: { default: apsErrorSchema },
};
