// Generated from aps.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "../../../runtime/index.js";
import { apsErrorSchema, noParametersSchema, provisioningStateSchema, subscriptionSchema } from "../schemas.js";
import type { ApsError, NoParameters, ProvisioningState, Subscription } from "../types.js";
import * as z from "../zod.js";

/** Reads the operations side of a subscription with its links. */
export const getSubscription: Operation<{ resourceId: string }, Subscription, { default: ApsError }> = {
  name: "subscriptions.get",
  method: "GET",
  path: "/aps/2/resources/{resourceId}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: subscriptionSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Lists the operations side of subscriptions. */
export const listSubscriptions: Operation<object, Subscription[], { default: ApsError }> = {
  name: "subscriptions.list",
  method: "GET",
  path: "/aps/2/collections/subscriptions",
  safety: "safe",
  parameters: [
    { in: "header", name: "APS-Actor-Scope", option: "apsActorScope", required: false },
    { in: "header", name: "APS-Skip-Content-Range", option: "apsSkipContentRange", required: false },
  ],
  responses: {
    "2XX": { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(subscriptionSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  pageSize: 100,
};

/** Reads the provisioning state of a subscription. */
export const getProvisioningState: Operation<{ subscriptionId: string }, ProvisioningState, { default: ApsError }> = {
  name: "subscriptions.getProvisioningState",
  method: "GET",
  path: "/aps/2/resources/{subscriptionId}/provisioningState",
  safety: "safe",
  permissions: ["http://parallels.com/aps/types/pa/subscription GET"],
  responses: {
    200: { contentType: "application/json", schema: provisioningStateSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Restarts the provisioning of a subscription after a failure. */
export const restartProvisioning: Operation<{ subscriptionId: string }, undefined, { default: ApsError }> = {
  name: "subscriptions.restartProvisioning",
  method: "POST",
  path: "/aps/2/resources/{subscriptionId}/restartProvisioning",
  safety: "unsafe",
  permissions: ["http://parallels.com/aps/types/pa/subscription POST"],
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Puts a subscription on hold. */
export const holdSubscription: Operation<
  { subscriptionId: string; body: NoParameters },
  undefined,
  { default: ApsError }
> = {
  name: "subscriptions.hold",
  method: "POST",
  path: "/aps/2/resources/{subscriptionId}/hold",
  safety: "unsafe",
  permissions: ["http://parallels.com/aps/types/pa/subscription POST"],
  body: { contentType: "application/json", schema: noParametersSchema, required: true },
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Releases a subscription from hold. */
export const releaseSubscription: Operation<
  { subscriptionId: string; body: NoParameters },
  undefined,
  { default: ApsError }
> = {
  name: "subscriptions.release",
  method: "POST",
  path: "/aps/2/resources/{subscriptionId}/release",
  safety: "unsafe",
  permissions: ["http://parallels.com/aps/types/pa/subscription POST"],
  body: { contentType: "application/json", schema: noParametersSchema, required: true },
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Lists the applications that provide services to a subscription. */
export const listSubscriptionApplications: Operation<{ subscriptionId: string }, string[], { default: ApsError }> = {
  name: "subscriptions.listApplications",
  method: "GET",
  path: "/aps/2/resources/{subscriptionId}/applications",
  safety: "safe",
  permissions: ["http://parallels.com/aps/types/pa/subscription GET"],
  responses: {
    200: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(z.string())) },
  },
  errors: { default: apsErrorSchema },
};
