// Generated from aps.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "../../../runtime/index.js";
import {
  apsErrorSchema,
  apsLinkRecordSchema,
  apsResourceChangesSchema,
  apsResourceSchema,
  apsResourcesSchema,
  eventSubscriptionSchema,
  linkTargetSchema,
  newApsResourceSchema,
  newApsResourcesSchema,
  newEventSubscriptionSchema,
} from "../schemas.js";
import { schemasById } from "../type-ids.js";
import type {
  ApsError,
  ApsLinkRecord,
  ApsResource,
  ApsResourceChanges,
  ApsResources,
  EventSubscription,
  LinkTarget,
  NewApsResource,
  NewApsResources,
  NewEventSubscription,
} from "../types.js";
import * as z from "../zod.js";

/** Lists resources of any type. */
export const listResources: Operation<object, ApsResource[], { default: ApsError }> = {
  name: "resources.list",
  method: "GET",
  path: "/aps/2/resources",
  safety: "safe",
  parameters: [
    { in: "header", name: "APS-Skip-Content-Range", option: "apsSkipContentRange", required: false },
    { in: "header", name: "APS-Actor-Scope", option: "apsActorScope", required: false },
  ],
  responses: {
    "2XX": { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(apsResourceSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  types: schemasById,
  pageSize: 100,
};

/** Updates the resource whose APS ID is in the body. */
export const replaceResource: Operation<{ body: ApsResource }, ApsResource | undefined, { default: ApsError }> = {
  name: "resources.replace",
  method: "PUT",
  path: "/aps/2/resources",
  safety: "idempotent",
  parameters: [{ in: "header", name: "APS-Actor-Scope", option: "apsActorScope", required: false }],
  body: { contentType: "application/json", schema: apsResourceSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: apsResourceSchema },
    204: {},
  },
  errors: { default: apsErrorSchema },
};

/** Creates a resource. */
export const createResource: Operation<{ body: NewApsResource }, ApsResource | undefined, { default: ApsError }> = {
  name: "resources.create",
  method: "POST",
  path: "/aps/2/resources",
  safety: "unsafe",
  identity: { root: "object", path: ["aps", "id"] },
  parameters: [
    { in: "header", name: "APS-Subscription-ID", option: "apsSubscriptionID", required: false },
    { in: "header", name: "APS-Actor-Scope", option: "apsActorScope", required: false },
  ],
  body: { contentType: "application/json", schema: newApsResourceSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: apsResourceSchema },
    201: { contentType: "application/json", schema: apsResourceSchema },
    202: { contentType: "application/json", schema: apsResourceSchema },
    204: {},
  },
  errors: { default: apsErrorSchema },
};

/** Creates several resources in one transaction. */
export const createResources: Operation<{ body: NewApsResources }, ApsResources | undefined, { default: ApsError }> = {
  name: "resources.createMany",
  method: "POST",
  path: "/aps/2/resources",
  safety: "unsafe",
  identity: { root: "list", path: ["aps", "id"] },
  parameters: [
    { in: "header", name: "APS-Subscription-ID", option: "apsSubscriptionID", required: false },
    { in: "header", name: "APS-Actor-Scope", option: "apsActorScope", required: false },
  ],
  body: { contentType: "application/json", schema: newApsResourcesSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: apsResourcesSchema },
    201: { contentType: "application/json", schema: apsResourcesSchema },
    202: { contentType: "application/json", schema: apsResourcesSchema },
    204: {},
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

/** Updates properties of a resource. */
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

/** Deletes a resource. */
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

/** Lists all links of a resource. */
export const listLinks: Operation<{ resourceId: string }, ApsLinkRecord[], { default: ApsError }> = {
  name: "resources.listLinks",
  method: "GET",
  path: "/aps/2/resources/{resourceId}/aps/links",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(apsLinkRecordSchema)) },
  },
  errors: { default: apsErrorSchema },
};

/** Lists the event subscriptions of a resource. */
export const listEventSubscriptions: Operation<{ resourceId: string }, EventSubscription[], { default: ApsError }> = {
  name: "resources.listEventSubscriptions",
  method: "GET",
  path: "/aps/2/resources/{resourceId}/aps/subscriptions",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(eventSubscriptionSchema)) },
  },
  errors: { default: apsErrorSchema },
};

/** Subscribes a resource to an event. */
export const addEventSubscription: Operation<
  { resourceId: string; body: NewEventSubscription },
  EventSubscription,
  { default: ApsError }
> = {
  name: "resources.addEventSubscription",
  method: "POST",
  path: "/aps/2/resources/{resourceId}/aps/subscriptions",
  safety: "unsafe",
  identity: { root: "object", path: ["id"] },
  body: { contentType: "application/json", schema: newEventSubscriptionSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: eventSubscriptionSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Deletes the event subscriptions of a resource. */
export const deleteEventSubscriptions: Operation<{ resourceId: string }, undefined, { default: ApsError }> = {
  name: "resources.deleteEventSubscriptions",
  method: "DELETE",
  path: "/aps/2/resources/{resourceId}/aps/subscriptions",
  safety: "unsafe",
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Lists the resources that a relation links to. */
export const listLinked: Operation<{ resourceId: string; relation: string }, ApsResource[], { default: ApsError }> = {
  name: "resources.listLinked",
  method: "GET",
  path: "/aps/2/resources/{resourceId}/{relation}",
  safety: "safe",
  parameters: [
    { in: "header", name: "APS-Actor-Scope", option: "apsActorScope", required: false },
    { in: "header", name: "APS-Skip-Content-Range", option: "apsSkipContentRange", required: false },
  ],
  responses: {
    "2XX": { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(apsResourceSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  types: schemasById,
  pageSize: 100,
};

/** Links an existing resource. */
export const link: Operation<
  { resourceId: string; relation: string; body: LinkTarget },
  ApsLinkRecord | undefined,
  { default: ApsError }
> = {
  name: "resources.link",
  method: "POST",
  path: "/aps/2/resources/{resourceId}/{relation}",
  safety: "unsafe",
  body: { contentType: "application/json", schema: linkTargetSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: apsLinkRecordSchema },
    204: {},
  },
  errors: { default: apsErrorSchema },
};

/** Creates a resource and links it. */
export const createLinked: Operation<
  { resourceId: string; relation: string; body: NewApsResource },
  ApsResource | undefined,
  { default: ApsError }
> = {
  name: "resources.createLinked",
  method: "POST",
  path: "/aps/2/resources/{resourceId}/{relation}",
  safety: "unsafe",
  identity: { root: "object", path: ["aps", "id"] },
  body: { contentType: "application/json", schema: newApsResourceSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: apsResourceSchema },
    204: {},
  },
  errors: { default: apsErrorSchema },
};

/** Reads one of the resources that a relation links to. */
export const getLinked: Operation<
  { resourceId: string; relation: string; linkedId: string },
  ApsResource,
  { default: ApsError }
> = {
  name: "resources.getLinked",
  method: "GET",
  path: "/aps/2/resources/{resourceId}/{relation}/{linkedId}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: apsResourceSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Removes a link. */
export const unlink: Operation<
  { resourceId: string; relation: string; linkedId: string },
  undefined,
  { default: ApsError }
> = {
  name: "resources.unlink",
  method: "DELETE",
  path: "/aps/2/resources/{resourceId}/{relation}/{linkedId}",
  safety: "unsafe",
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Lists the resources of a collection, which is an alias for one type. */
export const listCollection: Operation<{ collection: string }, ApsResource[], { default: ApsError }> = {
  name: "resources.listCollection",
  method: "GET",
  path: "/aps/2/collections/{collection}",
  safety: "safe",
  parameters: [
    { in: "header", name: "APS-Actor-Scope", option: "apsActorScope", required: false },
    { in: "header", name: "APS-Skip-Content-Range", option: "apsSkipContentRange", required: false },
  ],
  responses: {
    "2XX": { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(apsResourceSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  types: schemasById,
  pageSize: 100,
};

/** Reads the resource of a platform service by its alias. */
export const getService: Operation<{ service: string }, ApsResource, { default: ApsError }> = {
  name: "resources.getService",
  method: "GET",
  path: "/aps/2/services/{service}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: apsResourceSchema },
  },
  errors: { default: apsErrorSchema },
};
