// Generated from aps.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "../../../runtime/index.js";
import { apsErrorSchema, planAskedForSchema, planDealsSchema, resourceDiscountSchema } from "../schemas.js";
import type { ApsError, PlanAskedFor, PlanDeals, ResourceDiscount } from "../types.js";
import * as z from "../zod.js";

/** Lists the unit prices of service plans after discounts. */
export const listDeals: Operation<{ body: PlanAskedFor[] }, PlanDeals[], { default: ApsError }> = {
  name: "discounts.listDeals",
  method: "POST",
  path: "/aps/2/services/discount-manager/deals",
  safety: "safe",
  permissions: ["http://www.parallels.com/products/automation/billing POST"],
  parameters: [
    { in: "query", name: "accountId", option: "accountId", required: false },
    { in: "query", name: "resellerId", option: "resellerId", required: false },
    {
      in: "query",
      name: "includeParentPlanDiscountConditions",
      option: "includeParentPlanDiscountConditions",
      required: false,
    },
    { in: "query", name: "providerCosts", option: "providerCosts", required: false },
  ],
  body: {
    contentType: "application/json",
    schema: /* @__PURE__ */ schema(() => z.array(planAskedForSchema)),
    required: true,
  },
  responses: {
    200: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(planDealsSchema)) },
  },
  errors: { default: apsErrorSchema },
};

/** Lists the prices of service plans after discounts, on older platforms. */
export const listDealsForPlans: Operation<{ body: PlanAskedFor[] }, PlanDeals[], { default: ApsError }> = {
  name: "discounts.listDealsForPlans",
  method: "POST",
  path: "/aps/2/services/discount-manager/deals/get-for-plans",
  safety: "safe",
  permissions: ["http://www.parallels.com/products/automation/billing POST"],
  body: {
    contentType: "application/json",
    schema: /* @__PURE__ */ schema(() => z.array(planAskedForSchema)),
    required: true,
  },
  responses: {
    200: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(planDealsSchema)) },
  },
  errors: { default: apsErrorSchema },
};

/** Reads the discount on one resource of a subscription. */
export const getResourceDiscount: Operation<object, ResourceDiscount, { default: ApsError }> = {
  name: "discounts.getResourceDiscount",
  method: "GET",
  path: "/aps/2/services/discount-manager/discounts/resource-discount",
  safety: "safe",
  permissions: ["http://www.parallels.com/products/automation/billing GET"],
  parameters: [
    { in: "query", name: "accountUuid", option: "accountUuid", required: true },
    { in: "query", name: "subscriptionUuid", option: "subscriptionUuid", required: true },
    { in: "query", name: "resourceUuid", option: "resourceUuid", required: true },
  ],
  responses: {
    200: { contentType: "application/json", schema: resourceDiscountSchema },
  },
  errors: { default: apsErrorSchema },
};
