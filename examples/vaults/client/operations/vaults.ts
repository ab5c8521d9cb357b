// Generated from vaults.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "apsdirect/runtime";
import { vaultSchema } from "../schemas.js";
import type { Vault } from "../types.js";
import * as z from "../zod.js";

/** Lists vaults. The query must name the type with `implementing`. */
export const getAps2Resources: Operation<object, Vault[]> = {
  name: "vaults.list",
  method: "GET",
  path: "/aps/2/resources",
  safety: "safe",
  responses: {
    "2XX": { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(vaultSchema)) },
  },
  rql: true,
  pageSize: 100,
};

/** Creates a vault. */
export const postAps2Resources: Operation<{ body: Vault }, Vault> = {
  name: "vaults.create",
  method: "POST",
  path: "/aps/2/resources",
  safety: "unsafe",
  body: { contentType: "application/json", schema: vaultSchema, required: true },
  responses: {
    "2XX": { contentType: "application/json", schema: vaultSchema },
  },
};
