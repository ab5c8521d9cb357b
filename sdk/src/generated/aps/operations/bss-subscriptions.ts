// Generated from aps.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "../../../runtime/index.js";
import { apsErrorSchema, bssSubscriptionSchema, noParametersSchema, subscriptionResourcesSchema } from "../schemas.js";
import type { ApsError, BssSubscription, NoParameters, SubscriptionResources } from "../types.js";
import * as z from "../zod.js";

/** Reads the billing side of a subscription with its links. */
export const getBssSubscription: Operation<{ resourceId: string }, BssSubscription, { default: ApsError }> = {
  name: "bssSubscriptions.get",
  method: "GET",
  path: "/aps/2/resources/{resourceId}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: bssSubscriptionSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Puts a subscription on hold from the billing side. */
export const holdBssSubscription: Operation<
  { subscriptionId: string; body: NoParameters },
  undefined,
  { default: ApsError }
> = {
  name: "bssSubscriptions.hold",
  method: "POST",
  path: "/aps/2/resources/{subscriptionId}/hold",
  safety: "unsafe",
  permissions: ["http://www.odin.com/billing/Subscription POST"],
  body: { contentType: "application/json", schema: noParametersSchema, required: true },
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Releases a subscription from hold, from the billing side. */
export const releaseBssSubscription: Operation<
  { subscriptionId: string; body: NoParameters },
  undefined,
  { default: ApsError }
> = {
  name: "bssSubscriptions.release",
  method: "POST",
  path: "/aps/2/resources/{subscriptionId}/release",
  safety: "unsafe",
  permissions: ["http://www.odin.com/billing/Subscription POST"],
  body: { contentType: "application/json", schema: noParametersSchema, required: true },
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Lists the billing side of subscriptions. */
export const listBssSubscriptions: Operation<object, BssSubscription[], { default: ApsError }> = {
  name: "bssSubscriptions.list",
  method: "GET",
  path: "/aps/2/collections/bss-subscriptions",
  safety: "safe",
  parameters: [
    { in: "header", name: "APS-Actor-Scope", option: "apsActorScope", required: false },
    { in: "header", name: "APS-Skip-Content-Range", option: "apsSkipContentRange", required: false },
  ],
  responses: {
    "2XX": { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(bssSubscriptionSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  pageSize: 100,
};

/** Lists the resource amounts of a subscription. */
export const listSubscriptionResources: Operation<
  { subscriptionId: string },
  SubscriptionResources,
  { default: ApsError }
> = {
  name: "bssSubscriptions.listResources",
  method: "GET",
  path: "/aps/2/resources/{subscriptionId}/resources",
  safety: "safe",
  permissions: ["http://www.odin.com/billing/Subscription GET"],
  responses: {
    200: { contentType: "application/json", schema: subscriptionResourcesSchema },
  },
  errors: { default: apsErrorSchema },
};
