// Generated from aps.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "../../../runtime/index.js";
import { apsErrorSchema, apsResourceChangesSchema, apsResourceSchema, newApsResourceSchema } from "../schemas.js";
import type { ApsError, ApsResource, ApsResourceChanges, NewApsResource } from "../types.js";
import * as z from "../zod.js";

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
