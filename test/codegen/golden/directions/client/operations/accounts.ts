// Generated from directions.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "apsdirect/runtime";
import { accountInputSchema, accountSchema, entrySchema } from "../schemas.js";
import type { Account, AccountInput, Entry } from "../types.js";
import * as z from "../zod.js";

/** `POST /accounts` */
export const createAccount: Operation<{ body: AccountInput }, Account> = {
  name: "accounts.create",
  method: "POST",
  path: "/accounts",
  body: { contentType: "application/json", schema: accountInputSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: accountSchema },
  },
};

/** `GET /log` */
export const readLog: Operation<object, Entry[]> = {
  name: "accounts.log",
  method: "GET",
  path: "/log",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(entrySchema)) },
  },
};
