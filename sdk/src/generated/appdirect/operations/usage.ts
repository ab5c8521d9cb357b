// Generated from appdirect.yaml. To change it, edit the document and generate again.
import type { Operation } from "../../../runtime/index.js";
import {
  marketplaceErrorSchema,
  usageErrorSchema,
  usageReceiptSchema,
  usageReportSchema,
  usageReportV2Schema,
  usageResultSchema,
  usageStatusSchema,
} from "../schemas.js";
import type {
  MarketplaceError,
  UsageError,
  UsageReceipt,
  UsageReport,
  UsageReportV2,
  UsageResult,
  UsageStatus,
} from "../types.js";

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
  identity: { root: "object", path: ["success"] },
  parameters: [{ in: "query", name: "async", option: "async", required: false }],
  body: { contentType: "application/json", schema: usageReportSchema, required: true },
  responses: {
    "2XX": { contentType: "application/json", schema: usageResultSchema },
  },
  errors: { 400: marketplaceErrorSchema, 404: marketplaceErrorSchema, default: marketplaceErrorSchema },
};

/** Reports metered usage of many accounts under an idempotency key, so that it is not billed twice (V2). */
export const reportUsageV2: Operation<{ body: UsageReportV2 }, UsageReceipt, { default: UsageError }> = {
  name: "usage.reportV2",
  method: "POST",
  path: "/api/integration/v2/billing/usage",
  safety: "idempotent",
  identity: { root: "object", path: ["requestId"] },
  body: { contentType: "application/json", schema: usageReportV2Schema, required: true },
  responses: {
    "2XX": { contentType: "application/json", schema: usageReceiptSchema },
  },
  errors: { default: usageErrorSchema },
};

/** Reads the progress of a usage report (V2) and its refused usages. */
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
