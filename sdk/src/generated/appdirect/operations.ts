// Generated from appdirect.yaml. To change it, edit the document and generate again.
import type { Operation } from "../../runtime/index.js";
import {
  domainVerificationSchema,
  eventResultSchema,
  eventSchema,
  marketplaceErrorSchema,
  samlIdpSchema,
  usageErrorSchema,
  usageReceiptSchema,
  usageReportSchema,
  usageReportV2Schema,
  usageResultSchema,
  usageStatusSchema,
  userSyncTaskSchema,
} from "./schemas.js";
import type {
  DomainVerification,
  Event,
  EventResult,
  MarketplaceError,
  SamlIdp,
  UsageError,
  UsageReceipt,
  UsageReport,
  UsageReportV2,
  UsageResult,
  UsageStatus,
  UserSyncTask,
} from "./types.js";

/** Fetches the event that a notification named. */
export const getEvent: Operation<{ token: string }, Event, { 404: MarketplaceError; default: MarketplaceError }> = {
  name: "events.get",
  method: "GET",
  path: "/api/integration/v1/events/{token}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: eventSchema },
  },
  errors: { 404: marketplaceErrorSchema, default: marketplaceErrorSchema },
};

/** Reports the result of an event whose notification was answered with 202. */
export const sendEventResult: Operation<
  { token: string; body: EventResult },
  undefined,
  { 404: MarketplaceError; default: MarketplaceError }
> = {
  name: "events.sendResult",
  method: "POST",
  path: "/api/integration/v1/events/{token}/result",
  safety: "unsafe",
  body: { contentType: "application/json", schema: eventResultSchema, required: true },
  responses: {
    "2XX": {},
  },
  errors: { 404: marketplaceErrorSchema, default: marketplaceErrorSchema },
};

/** Reports metered usage of one account (V1). */
export const reportUsage: Operation<
  { body: UsageReport },
  UsageResult,
  { 400: MarketplaceError; 404: MarketplaceError; default: MarketplaceError }
> = {
  name: "usage.report",
  method: "POST",
  path: "/api/integration/v1/billing/usage",
  safety: "unsafe",
  parameters: [{ in: "query", name: "async", option: "async", required: false }],
  body: { contentType: "application/json", schema: usageReportSchema, required: true },
  responses: {
    "2XX": { contentType: "application/json", schema: usageResultSchema },
  },
  errors: { 400: marketplaceErrorSchema, 404: marketplaceErrorSchema, default: marketplaceErrorSchema },
};

/** Reports metered usage of many accounts under a key that keeps it from being billed twice (V2). */
export const reportUsageV2: Operation<{ body: UsageReportV2 }, UsageReceipt, { default: UsageError }> = {
  name: "usage.reportV2",
  method: "POST",
  path: "/api/integration/v2/billing/usage",
  safety: "idempotent",
  body: { contentType: "application/json", schema: usageReportV2Schema, required: true },
  responses: {
    "2XX": { contentType: "application/json", schema: usageReceiptSchema },
  },
  errors: { default: usageErrorSchema },
};

/** Tells how far a usage report (V2) has been processed, and which usages were refused. */
export const getUsageStatus: Operation<{ requestId: string }, UsageStatus, { default: UsageError }> = {
  name: "usage.getStatus",
  method: "GET",
  path: "/api/integration/v2/billing/usage/requests/{requestId}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: usageStatusSchema },
  },
  errors: { default: usageErrorSchema },
};

/** Tells the marketplace that the vendor assigned or unassigned a user itself. */
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

/** Reads the SAML identity provider that signs the users of a subscription in. */
export const getSamlIdp: Operation<{ url: string }, SamlIdp, { default: MarketplaceError }> = {
  name: "saml.getIdp",
  method: "GET",
  path: "/{url}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: samlIdpSchema },
  },
  errors: { default: marketplaceErrorSchema },
};

/** Tells the marketplace whether a customer's domain was verified. */
export const sendDomainVerification: Operation<
  { url: string; body: DomainVerification },
  undefined,
  { default: MarketplaceError }
> = {
  name: "domains.sendVerification",
  method: "POST",
  path: "/{url}",
  safety: "unsafe",
  body: { contentType: "application/json", schema: domainVerificationSchema, required: true },
  responses: {
    "2XX": {},
  },
  errors: { default: marketplaceErrorSchema },
};
