// Generated from aps.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "../../../runtime/index.js";
import { accountSchema, apsErrorSchema } from "../schemas.js";
import type { Account, ApsError } from "../types.js";
import * as z from "../zod.js";

/** Reads an account with its links. */
export const getAccount: Operation<{ resourceId: string }, Account, { default: ApsError }> = {
  name: "accounts.get",
  method: "GET",
  path: "/aps/2/resources/{resourceId}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: accountSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Lists accounts. */
export const listAccounts: Operation<object, Account[], { default: ApsError }> = {
  name: "accounts.list",
  method: "GET",
  path: "/aps/2/collections/accounts",
  safety: "safe",
  responses: {
    "2XX": { contentType: "application/json", schema: schema(() => z.array(accountSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  pageSize: 100,
};
