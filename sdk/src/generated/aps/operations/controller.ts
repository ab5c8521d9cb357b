// Generated from aps.yaml. To change it, edit the document and generate again.
import type { Operation } from "../../../runtime/index.js";
import { apsErrorSchema, controllerInfoSchema } from "../schemas.js";
import type { ApsError, ControllerInfo } from "../types.js";

/** Reads the versions of the bus and their features. */
export const getControllerInfo: Operation<object, ControllerInfo, { default: ApsError }> = {
  name: "controller.get",
  method: "GET",
  path: "/aps",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: controllerInfoSchema },
  },
  errors: { default: apsErrorSchema },
};
