// Generated from resources.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "apsdirect/runtime";
import { thingSchema } from "../schemas.js";
import { schemasById } from "../type-ids.js";
import type { Thing } from "../types.js";
import * as z from "../zod.js";

/** Lists things of all types; `implementing` says of which. */
export const listThings: Operation<object, Thing[]> = {
  name: "things.list",
  method: "GET",
  path: "/things",
  safety: "safe",
  permissions: ["things.read", "things.\"secret\".read"],
  responses: {
    200: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(thingSchema)) },
  },
  rql: true,
  types: schemasById,
  pageSize: 20,
};

/** `GET /things/{thingId}/{relation}` */
export const listRelatedThings: Operation<{ thingId: string; relation: string }, Thing[]> = {
  name: "things.listRelated",
  method: "GET",
  path: "/things/{thingId}/{relation}",
  safety: "safe",
  parameters: [{ in: "header", name: "Language", option: "language", required: false }],
  responses: {
    200: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(thingSchema)) },
  },
  rql: true,
  types: schemasById,
  pageSize: 20,
};

/** Has the name of what its file imports. */
export const schemasByIdOperation: Operation<object, undefined> = {
  name: "things.schemasById",
  method: "GET",
  path: "/schemas",
  responses: {
    204: {},
  },
};
