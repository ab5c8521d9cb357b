// Generated from aps.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "../../../runtime/index.js";
import { apsErrorSchema, servicePlanSchema } from "../schemas.js";
import type { ApsError, ServicePlan } from "../types.js";
import * as z from "../zod.js";

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
