// Generated from aps.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "../../../runtime/index.js";
import {
  accountDetailsSchema,
  accountSchema,
  apsErrorSchema,
  bssAccountInfoDetailsSchema,
  bssAccountInfoSchema,
  customerClassSchema,
} from "../schemas.js";
import type {
  Account,
  AccountDetails,
  ApsError,
  BssAccountInfo,
  BssAccountInfoDetails,
  CustomerClass,
} from "../types.js";
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

/** Reads the billing information of an account. */
export const getBssAccountInfo: Operation<{ resourceId: string }, BssAccountInfo, { default: ApsError }> = {
  name: "accounts.getBssAccountInfo",
  method: "GET",
  path: "/aps/2/resources/{resourceId}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: bssAccountInfoSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Reads a customer class. */
export const getCustomerClass: Operation<{ resourceId: string }, CustomerClass, { default: ApsError }> = {
  name: "accounts.getCustomerClass",
  method: "GET",
  path: "/aps/2/resources/{resourceId}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: customerClassSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Updates an account. */
export const updateAccount: Operation<
  { resourceId: string; body: AccountDetails },
  Account | undefined,
  { default: ApsError }
> = {
  name: "accounts.update",
  method: "PUT",
  path: "/aps/2/resources/{resourceId}",
  safety: "idempotent",
  body: { contentType: "application/json", schema: accountDetailsSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: accountSchema },
    204: {},
  },
  errors: { default: apsErrorSchema },
};

/** Updates the billing information of an account. */
export const updateBssAccountInfo: Operation<
  { resourceId: string; body: BssAccountInfoDetails },
  BssAccountInfo | undefined,
  { default: ApsError }
> = {
  name: "accounts.updateBssAccountInfo",
  method: "PUT",
  path: "/aps/2/resources/{resourceId}",
  safety: "idempotent",
  body: { contentType: "application/json", schema: bssAccountInfoDetailsSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: bssAccountInfoSchema },
    204: {},
  },
  errors: { default: apsErrorSchema },
};

/** Deletes an account. */
export const deleteAccount: Operation<{ resourceId: string }, Account | undefined, { default: ApsError }> = {
  name: "accounts.delete",
  method: "DELETE",
  path: "/aps/2/resources/{resourceId}",
  safety: "unsafe",
  responses: {
    200: { contentType: "application/json", schema: accountSchema },
    204: {},
  },
  errors: { default: apsErrorSchema },
};

/** Lists accounts. */
export const listAccounts: Operation<object, Account[], { default: ApsError }> = {
  name: "accounts.list",
  method: "GET",
  path: "/aps/2/collections/accounts",
  safety: "safe",
  parameters: [
    { in: "header", name: "APS-Actor-Scope", option: "apsActorScope", required: false },
    { in: "header", name: "APS-Skip-Content-Range", option: "apsSkipContentRange", required: false },
  ],
  responses: {
    "2XX": { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(accountSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  pageSize: 100,
};
