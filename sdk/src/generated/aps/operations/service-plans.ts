// Generated from aps.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "../../../runtime/index.js";
import {
  apsErrorSchema,
  billingResourceSchema,
  billingResourcesSchema,
  periodSchema,
  planPeriodSwitchSchema,
  servicePlanSchema,
} from "../schemas.js";
import type { ApsError, BillingResource, BillingResources, Period, PlanPeriodSwitch, ServicePlan } from "../types.js";
import * as z from "../zod.js";

/** Reads a service plan with its links. */
export const getServicePlan: Operation<{ resourceId: string }, ServicePlan, { default: ApsError }> = {
  name: "servicePlans.get",
  method: "GET",
  path: "/aps/2/resources/{resourceId}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: servicePlanSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Reads a billing resource, such as gigabytes or mailboxes. */
export const getBillingResource: Operation<{ resourceId: string }, BillingResource, { default: ApsError }> = {
  name: "servicePlans.getResource",
  method: "GET",
  path: "/aps/2/resources/{resourceId}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: billingResourceSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Lists the billing resources of a service plan. */
export const listPlanResources: Operation<{ subscriptionId: string }, BillingResources, { default: ApsError }> = {
  name: "servicePlans.listResources",
  method: "GET",
  path: "/aps/2/resources/{subscriptionId}/resources",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: billingResourcesSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Lists the service plans that the caller may sell. */
export const listServicePlans: Operation<object, ServicePlan[], { default: ApsError }> = {
  name: "servicePlans.list",
  method: "GET",
  path: "/aps/2/collections/service-plans",
  safety: "safe",
  parameters: [
    { in: "header", name: "APS-Actor-Scope", option: "apsActorScope", required: false },
    { in: "header", name: "APS-Skip-Content-Range", option: "apsSkipContentRange", required: false },
  ],
  responses: {
    "2XX": { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(servicePlanSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  pageSize: 100,
};

/** Lists the plans and periods that a subscription can switch to. */
export const listPlanPeriodSwitches: Operation<
  { planId: string; body: Period },
  PlanPeriodSwitch[],
  { default: ApsError }
> = {
  name: "servicePlans.listPeriodSwitches",
  method: "POST",
  path: "/aps/2/resources/{planId}/planPeriodSwitches",
  safety: "safe",
  permissions: ["http://www.odin.com/billing/ServicePlan POST"],
  body: { contentType: "application/json", schema: periodSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(planPeriodSwitchSchema)) },
  },
  errors: { default: apsErrorSchema },
};
