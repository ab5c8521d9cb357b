import { randomUUID } from "node:crypto";
import { Failure } from "../failure.js";
import { isJsonObject, type Json, type JsonObject, property } from "../json.js";
import { parseJsonBody, type Route, type RoutedCall } from "../router.js";
import { jsonResponse } from "./json-response.js";

const USAGE_V2 = "/api/integration/v2/billing/usage";

/** AppDirect's limit for one V2 report. */
const MAX_USAGES = 250;

/** Accepted usage report. */
export interface TakenUsage {
  /** API version that the vendor used. */
  readonly version: "V1" | "V2";
  /** Report as the vendor sent it. */
  readonly report: JsonObject;
}

/** Routes for metered usage: V1 returns the outcome directly, V2 stores a report under its idempotency key. */
export function usageRoutes(take: (usage: TakenUsage) => void): readonly Route[] {
  const statuses = new Map<string, JsonObject>();
  const keys = new Set<string>();
  return [
    {
      path: /^\/api\/integration\/v1\/billing\/usage$/,
      methods: {
        POST: (call) => {
          const report = parseObjectBody(call);
          checkReport(report);
          take({ version: "V1", report });
          return jsonResponse(200, { success: true, message: "Usage received" });
        },
      },
    },
    {
      path: /^\/api\/integration\/v2\/billing\/usage$/,
      methods: {
        POST: (call) => {
          const report = parseObjectBody(call);
          const { idempotencyKey, usages } = checkReportV2(report);
          if (keys.has(idempotencyKey)) throw duplicate(idempotencyKey);
          keys.add(idempotencyKey);
          take({ version: "V2", report });
          const requestId = randomUUID();
          statuses.set(requestId, statusOf(usages));
          return jsonResponse(200, {
            requestId,
            idempotencyKey,
            queryUsageStatus: `${USAGE_V2}/requests/${requestId}`,
          });
        },
      },
    },
    {
      path: /^\/api\/integration\/v2\/billing\/usage\/requests\/([^/]+)$/,
      methods: {
        GET: (_, requestId = "") => {
          const status = statuses.get(requestId);
          if (status === undefined) throw refusalV2(404, "NOT_FOUND", `No usage request ${requestId}`);
          return jsonResponse(200, status);
        },
      },
    },
  ];
}

/** Body of a call. Anything but an object is treated as empty, so that it lacks all required fields. */
function parseObjectBody(call: RoutedCall): JsonObject {
  const body = parseJsonBody(call);
  return isJsonObject(body) ? body : {};
}

function checkReport(report: Json): void {
  if (!isText(property(property(report, "account"), "accountIdentifier"))) {
    throw new Failure(400, "account.accountIdentifier is not set");
  }
  const items = property(report, "items");
  if (!Array.isArray(items) || items.length === 0) throw new Failure(400, "items is empty or not set");
  const wrong = items.findIndex((item) => !isUsage(item, { unit: "unit", price: "price" }));
  if (wrong >= 0) throw new Failure(400, `items[${wrong}] has neither a unit nor a price with a description`);
}

function checkReportV2(report: Json): { readonly idempotencyKey: string; readonly usages: readonly Json[] } {
  const idempotencyKey = property(report, "idempotencyKey");
  if (!isText(idempotencyKey)) throw refusalV2(400, "BAD_REQUEST", "idempotencyKey is not set");
  if (typeof property(report, "billable") !== "boolean") throw refusalV2(400, "BAD_REQUEST", "billable is not set");
  const accounts = property(report, "usages");
  const isComplete = Array.isArray(accounts) && accounts.every((account) => isText(property(account, "accountId")));
  if (!isComplete) throw refusalV2(400, "BAD_REQUEST", "usages is not set, or one of them has no accountId");
  const usages = accounts.flatMap((account) => listOf(property(account, "usageList")));
  if (usages.length > MAX_USAGES) throw refusalV2(400, "BAD_REQUEST", `Found more than ${MAX_USAGES} usages`);
  return { idempotencyKey, usages };
}

/** Status of a report. The sandbox processes reports immediately. */
function statusOf(usages: readonly Json[]): JsonObject {
  const failed = usages.filter((usage) => !isUsage(usage, { unit: "pricingUnit", price: "unitPrice" }));
  return {
    status: failed.length === 0 ? "PROCESSED" : "PROCESSED_WITH_ERRORS",
    totalUsagesCount: usages.length,
    processedUsagesCount: usages.length - failed.length,
    failedUsagesCount: failed.length,
    failedUsages: failed.map((usage) => ({
      eventId: property(usage, "eventId") ?? null,
      errorCode: "INVALID_USAGE",
      errorDescription: "The usage has neither a unit nor a price with a description",
    })),
  };
}

/**
 * Returns true for a valid usage: preconfigured, with a unit that the edition prices, or custom, with a price and a
 * description for the invoice.
 */
function isUsage(usage: Json, { unit, price }: { readonly unit: string; readonly price: string }): boolean {
  const isCustom = isDecimal(property(usage, price)) && isText(property(usage, "description"));
  return isDecimal(property(usage, "quantity")) && (isText(property(usage, unit)) || isCustom);
}

function isText(value: Json | undefined): value is string {
  return typeof value === "string" && value !== "";
}

function isDecimal(value: Json | undefined): boolean {
  return typeof value === "number" || (typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value));
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** Uses the message that AppDirect's own SDK checks for. */
function duplicate(idempotencyKey: string): Failure {
  const message = `Entry ALREADY exists with idempotencyKey ${idempotencyKey}`;
  return refusalV2(409, "IDEMPOTENCY_KEY_EXISTS", message);
}

function refusalV2(status: number, code: string, message: string): Failure {
  return new Failure(status, message, { members: { status, code } });
}
