// Generated from aps.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "../../../runtime/index.js";
import { apsErrorSchema, typeDescriptorSchema } from "../schemas.js";
import type { ApsError, TypeDescriptor } from "../types.js";
import * as z from "../zod.js";

/** Lists APS types. */
export const listTypes: Operation<object, TypeDescriptor[], { default: ApsError }> = {
  name: "types.list",
  method: "GET",
  path: "/aps/2/types",
  safety: "safe",
  parameters: [{ in: "header", name: "APS-Skip-Content-Range", option: "apsSkipContentRange", required: false }],
  responses: {
    "2XX": { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(typeDescriptorSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  pageSize: 100,
};

/** Reads an APS type by its number in the type library. */
export const getType: Operation<{ typeNumber: string }, TypeDescriptor, { default: ApsError }> = {
  name: "types.get",
  method: "GET",
  path: "/aps/2/types/{typeNumber}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: typeDescriptorSchema },
  },
  errors: { default: apsErrorSchema },
};
