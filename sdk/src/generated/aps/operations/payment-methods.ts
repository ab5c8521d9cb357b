// Generated from aps.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "../../../runtime/index.js";
import { apsErrorSchema, paymentMethodSchema, paymentSystemSchema } from "../schemas.js";
import type { ApsError, PaymentMethod, PaymentSystem } from "../types.js";
import * as z from "../zod.js";

/** Lists the payment methods of an account. */
export const listPaymentMethods: Operation<object, PaymentMethod[], { default: ApsError }> = {
  name: "paymentMethods.list",
  method: "GET",
  path: "/aps/2/services/payment-method-manager/paymentMethods",
  safety: "safe",
  permissions: ["http://www.odin.com/billing/payment-method-management GET"],
  parameters: [
    { in: "query", name: "accountId", option: "accountId", required: false },
    { in: "query", name: "paymentSystemId", option: "paymentSystemId", required: false },
    { in: "query", name: "externalId", option: "externalId", required: false },
  ],
  responses: {
    200: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(paymentMethodSchema)) },
  },
  errors: { default: apsErrorSchema },
};

/** Adds a payment method to an account. */
export const createPaymentMethod: Operation<{ body: PaymentMethod }, PaymentMethod, { default: ApsError }> = {
  name: "paymentMethods.create",
  method: "POST",
  path: "/aps/2/services/payment-method-manager/paymentMethods",
  safety: "unsafe",
  permissions: ["http://www.odin.com/billing/payment-method-management POST"],
  identity: { root: "object", path: ["id"] },
  body: { contentType: "application/json", schema: paymentMethodSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: paymentMethodSchema },
    201: { contentType: "application/json", schema: paymentMethodSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Updates a payment method. */
export const updatePaymentMethod: Operation<
  { paymentMethodId: number; body: PaymentMethod },
  PaymentMethod | undefined,
  { default: ApsError }
> = {
  name: "paymentMethods.update",
  method: "PUT",
  path: "/aps/2/services/payment-method-manager/paymentMethods/{paymentMethodId}",
  safety: "idempotent",
  permissions: ["http://www.odin.com/billing/payment-method-management PUT"],
  body: { contentType: "application/json", schema: paymentMethodSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: paymentMethodSchema },
    204: {},
  },
  errors: { default: apsErrorSchema },
};

/** Lists the payment systems that an account may use. */
export const listPaymentSystems: Operation<object, PaymentSystem[], { default: ApsError }> = {
  name: "paymentMethods.listPaymentSystems",
  method: "GET",
  path: "/aps/2/services/payment-method-manager/paymentSystems",
  safety: "safe",
  permissions: ["http://www.odin.com/billing/payment-method-management GET"],
  parameters: [{ in: "query", name: "accountId", option: "accountId", required: false }],
  responses: {
    200: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(paymentSystemSchema)) },
  },
  errors: { default: apsErrorSchema },
};
