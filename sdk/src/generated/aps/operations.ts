// Generated from aps.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "../../runtime/index.js";
import {
  accountDetailsSchema,
  accountSchema,
  allowedOperationChangesSchema,
  allowedOperationSchema,
  apsErrorSchema,
  apsLinkRecordSchema,
  apsResourceChangesSchema,
  apsResourceSchema,
  apsResourcesSchema,
  billingResourceSchema,
  billingResourcesSchema,
  bssAccountInfoDetailsSchema,
  bssAccountInfoSchema,
  bssSubscriptionSchema,
  controllerInfoSchema,
  correctionReasonValidationInfoSchema,
  correctionReasonValidationPatternInfoSchema,
  correctionReasonValidationRequestSchema,
  customerClassSchema,
  eventSubscriptionSchema,
  linkTargetSchema,
  loginRecordSchema,
  newApsResourceSchema,
  newApsResourcesSchema,
  newEventSubscriptionSchema,
  newUserSchema,
  noParametersSchema,
  orderEstimateSchema,
  orderRequestSchema,
  orderSchema,
  paymentMethodSchema,
  paymentSchema,
  paymentSystemSchema,
  periodSchema,
  placedOrderSchema,
  planAskedForSchema,
  planDealsSchema,
  planPeriodSwitchSchema,
  provisioningStateSchema,
  reasonCodeSchema,
  resourceDiscountSchema,
  servicePlanSchema,
  subscriptionResourcesSchema,
  subscriptionSchema,
  termConditionSchema,
  typeDescriptorSchema,
  userDetailsSchema,
  userSchema,
} from "./schemas.js";
import type {
  Account,
  AccountDetails,
  AllowedOperation,
  AllowedOperationChanges,
  ApsError,
  ApsLinkRecord,
  ApsResource,
  ApsResourceChanges,
  ApsResources,
  BillingResource,
  BillingResources,
  BssAccountInfo,
  BssAccountInfoDetails,
  BssSubscription,
  ControllerInfo,
  CorrectionReasonValidationInfo,
  CorrectionReasonValidationPatternInfo,
  CorrectionReasonValidationRequest,
  CustomerClass,
  EventSubscription,
  LinkTarget,
  LoginRecord,
  NewApsResource,
  NewApsResources,
  NewEventSubscription,
  NewUser,
  NoParameters,
  Order,
  OrderEstimate,
  OrderRequest,
  Payment,
  PaymentMethod,
  PaymentSystem,
  Period,
  PlacedOrder,
  PlanAskedFor,
  PlanDeals,
  PlanPeriodSwitch,
  ProvisioningState,
  ReasonCode,
  ResourceDiscount,
  ServicePlan,
  Subscription,
  SubscriptionResources,
  TermCondition,
  TypeDescriptor,
  User,
  UserDetails,
} from "./types.js";
import * as z from "./zod.js";

/** Reads which versions of the bus there are and what they can do. */
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

/** Lists resources of any type. */
export const listResources: Operation<object, ApsResource[], { default: ApsError }> = {
  name: "resources.list",
  method: "GET",
  path: "/aps/2/resources",
  safety: "safe",
  parameters: [
    { in: "header", name: "APS-Skip-Content-Range", option: "apsSkipContentRange", required: false },
    { in: "header", name: "APS-Actor-Scope", option: "apsActorScope", required: false },
  ],
  responses: {
    "2XX": { contentType: "application/json", schema: schema(() => z.array(apsResourceSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  pageSize: 100,
};

/** Updates the resource whose APS ID stands in the body. */
export const replaceResource: Operation<{ body: ApsResource }, ApsResource | undefined, { default: ApsError }> = {
  name: "resources.replace",
  method: "PUT",
  path: "/aps/2/resources",
  safety: "idempotent",
  parameters: [{ in: "header", name: "APS-Actor-Scope", option: "apsActorScope", required: false }],
  body: { contentType: "application/json", schema: apsResourceSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: apsResourceSchema },
    204: {},
  },
  errors: { default: apsErrorSchema },
};

/** Creates a resource. */
export const createResource: Operation<{ body: NewApsResource }, ApsResource | undefined, { default: ApsError }> = {
  name: "resources.create",
  method: "POST",
  path: "/aps/2/resources",
  safety: "unsafe",
  parameters: [
    { in: "header", name: "APS-Subscription-ID", option: "apsSubscriptionID", required: false },
    { in: "header", name: "APS-Actor-Scope", option: "apsActorScope", required: false },
  ],
  body: { contentType: "application/json", schema: newApsResourceSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: apsResourceSchema },
    201: { contentType: "application/json", schema: apsResourceSchema },
    202: { contentType: "application/json", schema: apsResourceSchema },
    204: {},
  },
  errors: { default: apsErrorSchema },
};

/** Creates several resources in one transaction. */
export const createResources: Operation<{ body: NewApsResources }, ApsResources | undefined, { default: ApsError }> = {
  name: "resources.createMany",
  method: "POST",
  path: "/aps/2/resources",
  safety: "unsafe",
  parameters: [
    { in: "header", name: "APS-Subscription-ID", option: "apsSubscriptionID", required: false },
    { in: "header", name: "APS-Actor-Scope", option: "apsActorScope", required: false },
  ],
  body: { contentType: "application/json", schema: newApsResourcesSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: apsResourcesSchema },
    201: { contentType: "application/json", schema: apsResourcesSchema },
    202: { contentType: "application/json", schema: apsResourcesSchema },
    204: {},
  },
  errors: { default: apsErrorSchema },
};

/** Reads a resource with its links. */
export const getResource: Operation<{ resourceId: string }, ApsResource, { default: ApsError }> = {
  name: "resources.get",
  method: "GET",
  path: "/aps/2/resources/{resourceId}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: apsResourceSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Sets properties of a resource. */
export const updateResource: Operation<
  { resourceId: string; body: ApsResourceChanges },
  ApsResource | undefined,
  { default: ApsError }
> = {
  name: "resources.update",
  method: "PUT",
  path: "/aps/2/resources/{resourceId}",
  safety: "idempotent",
  body: { contentType: "application/json", schema: apsResourceChangesSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: apsResourceSchema },
    204: {},
  },
  errors: { default: apsErrorSchema },
};

/** Removes a resource. */
export const deleteResource: Operation<{ resourceId: string }, ApsResource | undefined, { default: ApsError }> = {
  name: "resources.delete",
  method: "DELETE",
  path: "/aps/2/resources/{resourceId}",
  safety: "unsafe",
  responses: {
    200: { contentType: "application/json", schema: apsResourceSchema },
    204: {},
  },
  errors: { default: apsErrorSchema },
};

/** Lists all links of a resource. */
export const listLinks: Operation<{ resourceId: string }, ApsLinkRecord[], { default: ApsError }> = {
  name: "resources.listLinks",
  method: "GET",
  path: "/aps/2/resources/{resourceId}/aps/links",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: schema(() => z.array(apsLinkRecordSchema)) },
  },
  errors: { default: apsErrorSchema },
};

/** Lists the events that a resource is told of. */
export const listEventSubscriptions: Operation<{ resourceId: string }, EventSubscription[], { default: ApsError }> = {
  name: "resources.listEventSubscriptions",
  method: "GET",
  path: "/aps/2/resources/{resourceId}/aps/subscriptions",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: schema(() => z.array(eventSubscriptionSchema)) },
  },
  errors: { default: apsErrorSchema },
};

/** Has a resource told of an event. */
export const addEventSubscription: Operation<
  { resourceId: string; body: NewEventSubscription },
  EventSubscription,
  { default: ApsError }
> = {
  name: "resources.addEventSubscription",
  method: "POST",
  path: "/aps/2/resources/{resourceId}/aps/subscriptions",
  safety: "unsafe",
  body: { contentType: "application/json", schema: newEventSubscriptionSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: eventSubscriptionSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Ends the telling of events. */
export const deleteEventSubscriptions: Operation<{ resourceId: string }, undefined, { default: ApsError }> = {
  name: "resources.deleteEventSubscriptions",
  method: "DELETE",
  path: "/aps/2/resources/{resourceId}/aps/subscriptions",
  safety: "unsafe",
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Lists the resources that a relation leads to. */
export const listLinked: Operation<{ resourceId: string; relation: string }, ApsResource[], { default: ApsError }> = {
  name: "resources.listLinked",
  method: "GET",
  path: "/aps/2/resources/{resourceId}/{relation}",
  safety: "safe",
  parameters: [
    { in: "header", name: "APS-Actor-Scope", option: "apsActorScope", required: false },
    { in: "header", name: "APS-Skip-Content-Range", option: "apsSkipContentRange", required: false },
  ],
  responses: {
    "2XX": { contentType: "application/json", schema: schema(() => z.array(apsResourceSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  pageSize: 100,
};

/** Links an existing resource. */
export const link: Operation<
  { resourceId: string; relation: string; body: LinkTarget },
  ApsLinkRecord | undefined,
  { default: ApsError }
> = {
  name: "resources.link",
  method: "POST",
  path: "/aps/2/resources/{resourceId}/{relation}",
  safety: "unsafe",
  body: { contentType: "application/json", schema: linkTargetSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: apsLinkRecordSchema },
    204: {},
  },
  errors: { default: apsErrorSchema },
};

/** Creates a resource and links it. */
export const createLinked: Operation<
  { resourceId: string; relation: string; body: NewApsResource },
  ApsResource | undefined,
  { default: ApsError }
> = {
  name: "resources.createLinked",
  method: "POST",
  path: "/aps/2/resources/{resourceId}/{relation}",
  safety: "unsafe",
  body: { contentType: "application/json", schema: newApsResourceSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: apsResourceSchema },
    204: {},
  },
  errors: { default: apsErrorSchema },
};

/** Reads one of the resources that a relation leads to. */
export const getLinked: Operation<
  { resourceId: string; relation: string; linkedId: string },
  ApsResource,
  { default: ApsError }
> = {
  name: "resources.getLinked",
  method: "GET",
  path: "/aps/2/resources/{resourceId}/{relation}/{linkedId}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: apsResourceSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Removes a link. */
export const unlink: Operation<
  { resourceId: string; relation: string; linkedId: string },
  undefined,
  { default: ApsError }
> = {
  name: "resources.unlink",
  method: "DELETE",
  path: "/aps/2/resources/{resourceId}/{relation}/{linkedId}",
  safety: "unsafe",
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Lists the resources of a collection, which is an alias of one type. */
export const listCollection: Operation<{ collection: string }, ApsResource[], { default: ApsError }> = {
  name: "resources.listCollection",
  method: "GET",
  path: "/aps/2/collections/{collection}",
  safety: "safe",
  parameters: [
    { in: "header", name: "APS-Actor-Scope", option: "apsActorScope", required: false },
    { in: "header", name: "APS-Skip-Content-Range", option: "apsSkipContentRange", required: false },
  ],
  responses: {
    "2XX": { contentType: "application/json", schema: schema(() => z.array(apsResourceSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  pageSize: 100,
};

/** Reads the resource of a platform service by its alias. */
export const getService: Operation<{ service: string }, ApsResource, { default: ApsError }> = {
  name: "resources.getService",
  method: "GET",
  path: "/aps/2/services/{service}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: apsResourceSchema },
  },
  errors: { default: apsErrorSchema },
};

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

/** Reads an account as the billing side keeps it. */
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

/** Changes an account. */
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

/** Changes an account as the billing side keeps it. */
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

/** Removes an account. */
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
    "2XX": { contentType: "application/json", schema: schema(() => z.array(accountSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  pageSize: 100,
};

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

/** Changes a user. */
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

/** Removes a user. */
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

/** Lists users who administer accounts. */
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
    "2XX": { contentType: "application/json", schema: schema(() => z.array(userSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  pageSize: 100,
};

/** Lists users who administer accounts, by the type of the APS core. */
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
    "2XX": { contentType: "application/json", schema: schema(() => z.array(userSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  pageSize: 100,
};

/** Lists users of services. */
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
    "2XX": { contentType: "application/json", schema: schema(() => z.array(userSchema)) },
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
    "2XX": { contentType: "application/json", schema: schema(() => z.array(userSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  pageSize: 100,
};

/** Creates a user of an account. */
export const createUser: Operation<{ accountId: string; body: NewUser }, User, { default: ApsError }> = {
  name: "users.create",
  method: "POST",
  path: "/aps/2/resources/{accountId}/users",
  safety: "unsafe",
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
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Keeps a user from signing in. */
export const disableUser: Operation<{ userId: string }, undefined, { default: ApsError }> = {
  name: "users.disable",
  method: "POST",
  path: "/aps/2/resources/{userId}/disable",
  safety: "idempotent",
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Lets a user sign in again. */
export const enableUser: Operation<{ userId: string }, undefined, { default: ApsError }> = {
  name: "users.enable",
  method: "POST",
  path: "/aps/2/resources/{userId}/enable",
  safety: "idempotent",
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Reads when a user signed in. */
export const getLoginHistory: Operation<{ userId: string }, LoginRecord[], { default: ApsError }> = {
  name: "users.getLoginHistory",
  method: "GET",
  path: "/aps/2/resources/{userId}/loginHistory",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: schema(() => z.array(loginRecordSchema)) },
  },
  errors: { default: apsErrorSchema },
};

/** Reads which custom operations the key of an administrator may call. */
export const getAllowedOperations: Operation<{ userId: string }, AllowedOperation[], { default: ApsError }> = {
  name: "users.getAllowedOperations",
  method: "GET",
  path: "/aps/2/resources/{userId}/allowedOperations",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: schema(() => z.array(allowedOperationSchema)) },
  },
  errors: { default: apsErrorSchema },
};

/** Grants and takes back custom operations. */
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

/** Reads the operations side of a subscription with its links. */
export const getSubscription: Operation<{ resourceId: string }, Subscription, { default: ApsError }> = {
  name: "subscriptions.get",
  method: "GET",
  path: "/aps/2/resources/{resourceId}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: subscriptionSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Lists subscriptions as the operations side keeps them. */
export const listSubscriptions: Operation<object, Subscription[], { default: ApsError }> = {
  name: "subscriptions.list",
  method: "GET",
  path: "/aps/2/collections/subscriptions",
  safety: "safe",
  parameters: [
    { in: "header", name: "APS-Actor-Scope", option: "apsActorScope", required: false },
    { in: "header", name: "APS-Skip-Content-Range", option: "apsSkipContentRange", required: false },
  ],
  responses: {
    "2XX": { contentType: "application/json", schema: schema(() => z.array(subscriptionSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  pageSize: 100,
};

/** Reads how far the provisioning of a subscription is. */
export const getProvisioningState: Operation<{ subscriptionId: string }, ProvisioningState, { default: ApsError }> = {
  name: "subscriptions.getProvisioningState",
  method: "GET",
  path: "/aps/2/resources/{subscriptionId}/provisioningState",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: provisioningStateSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Provisions a subscription again after it failed. */
export const restartProvisioning: Operation<{ subscriptionId: string }, undefined, { default: ApsError }> = {
  name: "subscriptions.restartProvisioning",
  method: "POST",
  path: "/aps/2/resources/{subscriptionId}/restartProvisioning",
  safety: "unsafe",
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Puts a subscription on hold. */
export const holdSubscription: Operation<
  { subscriptionId: string; body: NoParameters },
  undefined,
  { default: ApsError }
> = {
  name: "subscriptions.hold",
  method: "POST",
  path: "/aps/2/resources/{subscriptionId}/hold",
  safety: "unsafe",
  body: { contentType: "application/json", schema: noParametersSchema, required: true },
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Ends the hold of a subscription. */
export const releaseSubscription: Operation<
  { subscriptionId: string; body: NoParameters },
  undefined,
  { default: ApsError }
> = {
  name: "subscriptions.release",
  method: "POST",
  path: "/aps/2/resources/{subscriptionId}/release",
  safety: "unsafe",
  body: { contentType: "application/json", schema: noParametersSchema, required: true },
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Lists the applications whose services a subscription has. */
export const listSubscriptionApplications: Operation<{ subscriptionId: string }, string[], { default: ApsError }> = {
  name: "subscriptions.listApplications",
  method: "GET",
  path: "/aps/2/resources/{subscriptionId}/applications",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: schema(() => z.array(z.string())) },
  },
  errors: { default: apsErrorSchema },
};

/** Reads the billing side of a subscription with its links. */
export const getBssSubscription: Operation<{ resourceId: string }, BssSubscription, { default: ApsError }> = {
  name: "bssSubscriptions.get",
  method: "GET",
  path: "/aps/2/resources/{resourceId}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: bssSubscriptionSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Puts a subscription on hold from the billing side. */
export const holdBssSubscription: Operation<
  { subscriptionId: string; body: NoParameters },
  undefined,
  { default: ApsError }
> = {
  name: "bssSubscriptions.hold",
  method: "POST",
  path: "/aps/2/resources/{subscriptionId}/hold",
  safety: "unsafe",
  body: { contentType: "application/json", schema: noParametersSchema, required: true },
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Ends the hold of a subscription from the billing side. */
export const releaseBssSubscription: Operation<
  { subscriptionId: string; body: NoParameters },
  undefined,
  { default: ApsError }
> = {
  name: "bssSubscriptions.release",
  method: "POST",
  path: "/aps/2/resources/{subscriptionId}/release",
  safety: "unsafe",
  body: { contentType: "application/json", schema: noParametersSchema, required: true },
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Lists subscriptions as the billing side keeps them. */
export const listBssSubscriptions: Operation<object, BssSubscription[], { default: ApsError }> = {
  name: "bssSubscriptions.list",
  method: "GET",
  path: "/aps/2/collections/bss-subscriptions",
  safety: "safe",
  parameters: [
    { in: "header", name: "APS-Actor-Scope", option: "apsActorScope", required: false },
    { in: "header", name: "APS-Skip-Content-Range", option: "apsSkipContentRange", required: false },
  ],
  responses: {
    "2XX": { contentType: "application/json", schema: schema(() => z.array(bssSubscriptionSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  pageSize: 100,
};

/** Lists the amounts of resources that a subscription has. */
export const listSubscriptionResources: Operation<
  { subscriptionId: string },
  SubscriptionResources,
  { default: ApsError }
> = {
  name: "bssSubscriptions.listResources",
  method: "GET",
  path: "/aps/2/resources/{subscriptionId}/resources",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: subscriptionResourcesSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Reads a service plan with its links. */
export const getServicePlan: Operation<{ resourceId: string }, ServicePlan, { default: ApsError }> = {
  name: "servicePlans.get",
  method: "GET",
  path: "/aps/2/resources/{resourceId}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: servicePlanSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Reads a billing resource, such as gigabytes or mailboxes. */
export const getBillingResource: Operation<{ resourceId: string }, BillingResource, { default: ApsError }> = {
  name: "servicePlans.getResource",
  method: "GET",
  path: "/aps/2/resources/{resourceId}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: billingResourceSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Lists the billing resources of a service plan. */
export const listPlanResources: Operation<{ subscriptionId: string }, BillingResources, { default: ApsError }> = {
  name: "servicePlans.listResources",
  method: "GET",
  path: "/aps/2/resources/{subscriptionId}/resources",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: billingResourcesSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Lists the service plans that the caller may sell. */
export const listServicePlans: Operation<object, ServicePlan[], { default: ApsError }> = {
  name: "servicePlans.list",
  method: "GET",
  path: "/aps/2/collections/service-plans",
  safety: "safe",
  parameters: [
    { in: "header", name: "APS-Actor-Scope", option: "apsActorScope", required: false },
    { in: "header", name: "APS-Skip-Content-Range", option: "apsSkipContentRange", required: false },
  ],
  responses: {
    "2XX": { contentType: "application/json", schema: schema(() => z.array(servicePlanSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  pageSize: 100,
};

/** Lists the plans and periods that a subscription may be switched to. */
export const listPlanPeriodSwitches: Operation<
  { planId: string; body: Period },
  PlanPeriodSwitch[],
  { default: ApsError }
> = {
  name: "servicePlans.listPeriodSwitches",
  method: "POST",
  path: "/aps/2/resources/{planId}/planPeriodSwitches",
  safety: "safe",
  body: { contentType: "application/json", schema: periodSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: schema(() => z.array(planPeriodSwitchSchema)) },
  },
  errors: { default: apsErrorSchema },
};

/** Lists orders. */
export const listOrders: Operation<object, Order[], { default: ApsError }> = {
  name: "orders.list",
  method: "GET",
  path: "/aps/2/services/order-manager/orders",
  safety: "safe",
  parameters: [{ in: "header", name: "APS-Skip-Content-Range", option: "apsSkipContentRange", required: false }],
  responses: {
    "2XX": { contentType: "application/json", schema: schema(() => z.array(orderSchema)) },
  },
  errors: { default: apsErrorSchema },
  rql: true,
  pageSize: 100,
};

/** Places an order. */
export const createOrder: Operation<{ body: OrderRequest }, PlacedOrder, { default: ApsError }> = {
  name: "orders.create",
  method: "POST",
  path: "/aps/2/services/order-manager/orders",
  safety: "unsafe",
  parameters: [{ in: "query", name: "estimate", option: "estimate", required: false }],
  body: { contentType: "application/json", schema: orderRequestSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: placedOrderSchema },
    201: { contentType: "application/json", schema: placedOrderSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Reads an order. */
export const getOrder: Operation<{ orderId: string }, Order, { default: ApsError }> = {
  name: "orders.get",
  method: "GET",
  path: "/aps/2/services/order-manager/orders/{orderId}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: orderSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Prices an order without placing it. */
export const estimateOrder: Operation<{ body: OrderRequest }, OrderEstimate, { default: ApsError }> = {
  name: "orders.estimate",
  method: "POST",
  path: "/aps/2/services/order-manager/orders/estimate",
  safety: "safe",
  parameters: [{ in: "query", name: "includeTaxes", option: "includeTaxes", required: false }],
  body: { contentType: "application/json", schema: orderRequestSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: orderEstimateSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Tells what a reseller pays upstream for an order. */
export const estimateOrderCosts: Operation<{ body: OrderRequest }, OrderEstimate, { default: ApsError }> = {
  name: "orders.estimateCosts",
  method: "POST",
  path: "/aps/2/services/order-manager/orders/estimateCosts",
  safety: "safe",
  parameters: [{ in: "query", name: "includeTaxes", option: "includeTaxes", required: false }],
  body: { contentType: "application/json", schema: orderRequestSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: orderEstimateSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Lists the terms and conditions that an order is placed under. */
export const listTermsAndConditions: Operation<{ body: OrderRequest }, TermCondition[], { default: ApsError }> = {
  name: "orders.termsAndConditions",
  method: "POST",
  path: "/aps/2/services/order-manager/orders/termsconditions",
  safety: "safe",
  body: { contentType: "application/json", schema: orderRequestSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: schema(() => z.array(termConditionSchema)) },
  },
  errors: { default: apsErrorSchema },
};

/** Lists the reasons that a cancellation may give. */
export const listReasonCodes: Operation<object, ReasonCode[], { default: ApsError }> = {
  name: "orders.listReasonCodes",
  method: "GET",
  path: "/aps/2/services/order-manager/reasonCodes",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: schema(() => z.array(reasonCodeSchema)) },
  },
  errors: { default: apsErrorSchema },
};

/** Reads the rule that reasons for the correction of an order have to follow. */
export const getCorrectionReasonPattern: Operation<
  object,
  CorrectionReasonValidationPatternInfo,
  { default: ApsError }
> = {
  name: "orders.getCorrectionReasonPattern",
  method: "GET",
  path: "/aps/2/services/order-manager/correctionReasonValidation",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: correctionReasonValidationPatternInfoSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Changes the rule for correction reasons. */
export const updateCorrectionReason: Operation<
  { body: CorrectionReasonValidationRequest },
  undefined,
  { default: ApsError }
> = {
  name: "orders.updateCorrectionReason",
  method: "PUT",
  path: "/aps/2/services/order-manager/correctionReasonValidation",
  safety: "idempotent",
  body: { contentType: "application/json", schema: correctionReasonValidationRequestSchema, required: true },
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Sets the rule for correction reasons up. */
export const addCorrectionReason: Operation<
  { body: CorrectionReasonValidationRequest },
  undefined,
  { default: ApsError }
> = {
  name: "orders.addCorrectionReason",
  method: "POST",
  path: "/aps/2/services/order-manager/correctionReasonValidation",
  safety: "unsafe",
  body: { contentType: "application/json", schema: correctionReasonValidationRequestSchema, required: true },
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Reads the rule for correction reasons with its message in one language. */
export const getCorrectionReasonMessage: Operation<
  { locale: string },
  CorrectionReasonValidationInfo,
  { default: ApsError }
> = {
  name: "orders.getCorrectionReasonMessage",
  method: "GET",
  path: "/aps/2/services/order-manager/correctionReasonValidation/{locale}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: correctionReasonValidationInfoSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Removes the message for invalid correction reasons in one language. */
export const deleteCorrectionReasonMessage: Operation<{ locale: string }, undefined, { default: ApsError }> = {
  name: "orders.deleteCorrectionReasonMessage",
  method: "DELETE",
  path: "/aps/2/services/order-manager/correctionReasonValidation/{locale}",
  safety: "unsafe",
  responses: {
    "2XX": {},
  },
  errors: { default: apsErrorSchema },
};

/** Lists the payment methods of an account. */
export const listPaymentMethods: Operation<object, PaymentMethod[], { default: ApsError }> = {
  name: "paymentMethods.list",
  method: "GET",
  path: "/aps/2/services/payment-method-manager/paymentMethods",
  safety: "safe",
  parameters: [
    { in: "query", name: "accountId", option: "accountId", required: false },
    { in: "query", name: "paymentSystemId", option: "paymentSystemId", required: false },
    { in: "query", name: "externalId", option: "externalId", required: false },
  ],
  responses: {
    200: { contentType: "application/json", schema: schema(() => z.array(paymentMethodSchema)) },
  },
  errors: { default: apsErrorSchema },
};

/** Adds a payment method to an account. */
export const createPaymentMethod: Operation<{ body: PaymentMethod }, PaymentMethod, { default: ApsError }> = {
  name: "paymentMethods.create",
  method: "POST",
  path: "/aps/2/services/payment-method-manager/paymentMethods",
  safety: "unsafe",
  body: { contentType: "application/json", schema: paymentMethodSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: paymentMethodSchema },
    201: { contentType: "application/json", schema: paymentMethodSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Changes a payment method. */
export const updatePaymentMethod: Operation<
  { paymentMethodId: number; body: PaymentMethod },
  PaymentMethod | undefined,
  { default: ApsError }
> = {
  name: "paymentMethods.update",
  method: "PUT",
  path: "/aps/2/services/payment-method-manager/paymentMethods/{paymentMethodId}",
  safety: "idempotent",
  body: { contentType: "application/json", schema: paymentMethodSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: paymentMethodSchema },
    204: {},
  },
  errors: { default: apsErrorSchema },
};

/** Lists the payment systems that an account may use. */
export const listPaymentSystems: Operation<object, PaymentSystem[], { default: ApsError }> = {
  name: "paymentMethods.listPaymentSystems",
  method: "GET",
  path: "/aps/2/services/payment-method-manager/paymentSystems",
  safety: "safe",
  parameters: [{ in: "query", name: "accountId", option: "accountId", required: false }],
  responses: {
    200: { contentType: "application/json", schema: schema(() => z.array(paymentSystemSchema)) },
  },
  errors: { default: apsErrorSchema },
};

/** Lists payments of an account. */
export const listPayments: Operation<object, Payment[], { default: ApsError }> = {
  name: "payments.list",
  method: "GET",
  path: "/aps/2/services/payment-manager/payments",
  safety: "safe",
  parameters: [
    { in: "query", name: "accountId", option: "accountId", required: false },
    { in: "query", name: "paymentIds", option: "paymentIds", required: false },
  ],
  responses: {
    200: { contentType: "application/json", schema: schema(() => z.array(paymentSchema)) },
  },
  errors: { default: apsErrorSchema },
};

/** Charges or records a payment. */
export const pay: Operation<{ body: Payment }, Payment, { default: ApsError }> = {
  name: "payments.pay",
  method: "POST",
  path: "/aps/2/services/payment-manager/payments",
  safety: "unsafe",
  body: { contentType: "application/json", schema: paymentSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: paymentSchema },
    201: { contentType: "application/json", schema: paymentSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Changes a payment. */
export const updatePayment: Operation<
  { paymentId: number; body: Payment },
  Payment | undefined,
  { default: ApsError }
> = {
  name: "payments.update",
  method: "PUT",
  path: "/aps/2/services/payment-manager/payments/{paymentId}",
  safety: "unsafe",
  body: { contentType: "application/json", schema: paymentSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: paymentSchema },
    204: {},
  },
  errors: { default: apsErrorSchema },
};

/**
 * Charges or records a payment, as older platforms have it.
 *
 * @deprecated
 */
export const payDeprecated: Operation<{ body: Payment }, Payment, { default: ApsError }> = {
  name: "payments.payDeprecated",
  method: "POST",
  path: "/aps/2/services/payment-manager/payment",
  safety: "unsafe",
  body: { contentType: "application/json", schema: paymentSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: paymentSchema },
    201: { contentType: "application/json", schema: paymentSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Lists the prices of service plans after discounts, by the unit. */
export const listDeals: Operation<{ body: PlanAskedFor[] }, PlanDeals[], { default: ApsError }> = {
  name: "discounts.listDeals",
  method: "POST",
  path: "/aps/2/services/discount-manager/deals",
  safety: "safe",
  parameters: [
    { in: "query", name: "accountId", option: "accountId", required: false },
    { in: "query", name: "resellerId", option: "resellerId", required: false },
    {
      in: "query",
      name: "includeParentPlanDiscountConditions",
      option: "includeParentPlanDiscountConditions",
      required: false,
    },
    { in: "query", name: "providerCosts", option: "providerCosts", required: false },
  ],
  body: { contentType: "application/json", schema: schema(() => z.array(planAskedForSchema)), required: true },
  responses: {
    200: { contentType: "application/json", schema: schema(() => z.array(planDealsSchema)) },
  },
  errors: { default: apsErrorSchema },
};

/** Lists the prices of service plans after discounts, as older platforms have it. */
export const listDealsForPlans: Operation<{ body: PlanAskedFor[] }, PlanDeals[], { default: ApsError }> = {
  name: "discounts.listDealsForPlans",
  method: "POST",
  path: "/aps/2/services/discount-manager/deals/get-for-plans",
  safety: "safe",
  body: { contentType: "application/json", schema: schema(() => z.array(planAskedForSchema)), required: true },
  responses: {
    200: { contentType: "application/json", schema: schema(() => z.array(planDealsSchema)) },
  },
  errors: { default: apsErrorSchema },
};

/** Reads the discount on one resource of one subscription. */
export const getResourceDiscount: Operation<object, ResourceDiscount, { default: ApsError }> = {
  name: "discounts.getResourceDiscount",
  method: "GET",
  path: "/aps/2/services/discount-manager/discounts/resource-discount",
  safety: "safe",
  parameters: [
    { in: "query", name: "accountUuid", option: "accountUuid", required: true },
    { in: "query", name: "subscriptionUuid", option: "subscriptionUuid", required: true },
    { in: "query", name: "resourceUuid", option: "resourceUuid", required: true },
  ],
  responses: {
    200: { contentType: "application/json", schema: resourceDiscountSchema },
  },
  errors: { default: apsErrorSchema },
};

/** Lists APS types. */
export const listTypes: Operation<object, TypeDescriptor[], { default: ApsError }> = {
  name: "types.list",
  method: "GET",
  path: "/aps/2/types",
  safety: "safe",
  parameters: [{ in: "header", name: "APS-Skip-Content-Range", option: "apsSkipContentRange", required: false }],
  responses: {
    "2XX": { contentType: "application/json", schema: schema(() => z.array(typeDescriptorSchema)) },
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
