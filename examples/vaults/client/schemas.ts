// Generated from vaults.yaml. To change it, edit the document and generate again.
import { type Schema, schema } from "apsdirect/runtime";
import type { Vault } from "./types.js";
import * as z from "./zod.js";

/** Schema of {@link Vault}. */
export const vaultSchema: Schema<Vault> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    aps: z.looseObject({
      id: z.optional(z.string()),
      type: z.string(),
    }),
    name: z.string(),
    gigabytes: z.number().check(z.gte(1)),
  }),
);
