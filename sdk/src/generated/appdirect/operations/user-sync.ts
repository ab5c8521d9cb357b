// Generated from appdirect.yaml. To change it, edit the document and generate again.
import type { Operation } from "../../../runtime/index.js";
import { marketplaceErrorSchema, userSyncTaskSchema } from "../schemas.js";
import type { MarketplaceError, UserSyncTask } from "../types.js";

/** Reports that the vendor assigned or unassigned a user. */
export const createUserSyncTask: Operation<
  { body: UserSyncTask },
  undefined,
  { 400: MarketplaceError; 404: MarketplaceError; default: MarketplaceError }
> = {
  name: "userSync.create",
  method: "POST",
  path: "/api/sync/v1/tasks",
  safety: "unsafe",
  body: { contentType: "application/json", schema: userSyncTaskSchema, required: true },
  responses: {
    202: {},
  },
  errors: { 400: marketplaceErrorSchema, 404: marketplaceErrorSchema, default: marketplaceErrorSchema },
};
