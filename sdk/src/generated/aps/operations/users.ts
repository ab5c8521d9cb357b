// Generated from aps.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "../../../runtime/index.js";
import {
  allowedOperationChangesSchema,
  allowedOperationSchema,
  apsErrorSchema,
  loginRecordSchema,
  newUserSchema,
  userDetailsSchema,
  userSchema,
} from "../schemas.js";
import type {
  AllowedOperation,
  AllowedOperationChanges,
  ApsError,
  LoginRecord,
  NewUser,
  User,
  UserDetails,
} from "../types.js";
import * as z from "../zod.js";

/** Reads a user with its links. */
export const getUser: Operation<{ resourceId: string }, User, { default: ApsError }> = {
  name: "users.get",
  method: "GET",
  path: "/aps/2/resources/{resourceId}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: userSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Updates a user. */
export const updateUserDetails: Operation<
  { resourceId: string; body: UserDetails },
  User | undefined,
  { default: ApsError }
> = {
  name: "users.update",
  method: "PUT",
  path: "/aps/2/resources/{resourceId}",
  safety: "idempotent",
  body: { contentType: "application/json", schema: userDetailsSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: userSchema },
    204: {},
  },
  errors: { default: apsErrorSchema },
};

/** Deletes a user. */
export const deleteUser: Operation<{ resourceId: string }, User | undefined, { default: ApsError }> = {
  name: "users.delete",
  method: "DELETE",
  path: "/aps/2/resources/{resourceId}",
  safety: "unsafe",
  responses: {
    200: { contentType: "application/json", schema: userSchema },
    204: {},
  },
  errors: { default: apsErrorSchema },
};

/** Lists account administrators. */
export const listAdmins: Operation<object, User[], { default: ApsError }> = {
  name: "users.listAdmins",
  method: "GET",
  path: "/aps/2/collections/pa-admin-users",
  safety: "safe",
  parameters: [
    { in: "header", name: "APS-Actor-Scope", option: "apsActorScope", required: false },
    { in: "header", name: "APS-Skip-Content-Range", option: "apsSkipContentRange", required: false },
  ],
  responses: {
    "2XX": { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(userSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  pageSize: 100,
};

/** Lists account administrators by the type of the APS core. */
export const listCoreAdmins: Operation<object, User[], { default: ApsError }> = {
  name: "users.listCoreAdmins",
  method: "GET",
  path: "/aps/2/collections/admin-users",
  safety: "safe",
  parameters: [
    { in: "header", name: "APS-Actor-Scope", option: "apsActorScope", required: false },
    { in: "header", name: "APS-Skip-Content-Range", option: "apsSkipContentRange", required: false },
  ],
  responses: {
    "2XX": { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(userSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  pageSize: 100,
};

/** Lists service users. */
export const listServiceUsers: Operation<object, User[], { default: ApsError }> = {
  name: "users.listServiceUsers",
  method: "GET",
  path: "/aps/2/collections/pa-service-users",
  safety: "safe",
  parameters: [
    { in: "header", name: "APS-Actor-Scope", option: "apsActorScope", required: false },
    { in: "header", name: "APS-Skip-Content-Range", option: "apsSkipContentRange", required: false },
  ],
  responses: {
    "2XX": { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(userSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  pageSize: 100,
};

/** Lists the users of an account. */
export const listUsers: Operation<{ accountId: string }, User[], { default: ApsError }> = {
  name: "users.list",
  method: "GET",
  path: "/aps/2/resources/{accountId}/users",
  safety: "safe",
  parameters: [{ in: "header", name: "APS-Skip-Content-Range", option: "apsSkipContentRange", required: false }],
  responses: {
    "2XX": { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(userSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  pageSize: 100,
};

/** Creates a user in an account. */
export const createUser: Operation<{ accountId: string; body: NewUser }, User, { default: ApsError }> = {
  name: "users.create",
  method: "POST",
  path: "/aps/2/resources/{accountId}/users",
  safety: "unsafe",
  identity: { root: "object", path: ["aps", "id"] },
  body: { contentType: "application/json", schema: newUserSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: userSchema },
    201: { contentType: "application/json", schema: userSchema },
    202: { contentType: "application/json", schema: userSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Invites a user to sign in. */
export const inviteUser: Operation<{ userId: string }, undefined, { default: ApsError }> = {
  name: "users.invite",
  method: "POST",
  path: "/aps/2/resources/{userId}/invite",
  safety: "unsafe",
  permissions: [
    "http://parallels.com/aps/types/pa/admin-user POST",
    "http://parallels.com/aps/types/pa/service-user POST",
  ],
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Activates a user. */
export const activateUser: Operation<{ userId: string }, undefined, { default: ApsError }> = {
  name: "users.activate",
  method: "POST",
  path: "/aps/2/resources/{userId}/activate",
  safety: "unsafe",
  permissions: [
    "http://parallels.com/aps/types/pa/admin-user POST",
    "http://parallels.com/aps/types/pa/service-user POST",
  ],
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Resets the password of a user. */
export const resetUserPassword: Operation<{ userId: string }, undefined, { default: ApsError }> = {
  name: "users.resetPassword",
  method: "POST",
  path: "/aps/2/resources/{userId}/resetPassword",
  safety: "unsafe",
  permissions: [
    "http://parallels.com/aps/types/pa/admin-user POST",
    "http://parallels.com/aps/types/pa/service-user POST",
  ],
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Unlocks a user. */
export const unlockUser: Operation<{ userId: string }, undefined, { default: ApsError }> = {
  name: "users.unlock",
  method: "POST",
  path: "/aps/2/resources/{userId}/unlock",
  safety: "idempotent",
  permissions: [
    "http://parallels.com/aps/types/pa/admin-user POST",
    "http://parallels.com/aps/types/pa/service-user POST",
  ],
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Prevents a user from signing in. */
export const disableUser: Operation<{ userId: string }, undefined, { default: ApsError }> = {
  name: "users.disable",
  method: "POST",
  path: "/aps/2/resources/{userId}/disable",
  safety: "idempotent",
  permissions: [
    "http://parallels.com/aps/types/pa/admin-user POST",
    "http://parallels.com/aps/types/pa/service-user POST",
  ],
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Allows a disabled user to sign in again. */
export const enableUser: Operation<{ userId: string }, undefined, { default: ApsError }> = {
  name: "users.enable",
  method: "POST",
  path: "/aps/2/resources/{userId}/enable",
  safety: "idempotent",
  permissions: [
    "http://parallels.com/aps/types/pa/admin-user POST",
    "http://parallels.com/aps/types/pa/service-user POST",
  ],
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Reads the sign-in history of a user. */
export const getLoginHistory: Operation<{ userId: string }, LoginRecord[], { default: ApsError }> = {
  name: "users.getLoginHistory",
  method: "GET",
  path: "/aps/2/resources/{userId}/loginHistory",
  safety: "safe",
  permissions: [
    "http://parallels.com/aps/types/pa/admin-user GET",
    "http://parallels.com/aps/types/pa/service-user GET",
  ],
  responses: {
    200: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(loginRecordSchema)) },
  },
  errors: { default: apsErrorSchema },
};

/** Reads the custom operations that an administrator's key may call. */
export const getAllowedOperations: Operation<{ userId: string }, AllowedOperation[], { default: ApsError }> = {
  name: "users.getAllowedOperations",
  method: "GET",
  path: "/aps/2/resources/{userId}/allowedOperations",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(allowedOperationSchema)) },
  },
  errors: { default: apsErrorSchema },
};

/** Grants and revokes custom operations. */
export const updateAllowedOperations: Operation<
  { userId: string; body: AllowedOperationChanges },
  undefined,
  { default: ApsError }
> = {
  name: "users.updateAllowedOperations",
  method: "PUT",
  path: "/aps/2/resources/{userId}/allowedOperations",
  safety: "idempotent",
  body: { contentType: "application/json", schema: allowedOperationChangesSchema, required: true },
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};
