// Generated from appdirect.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "../../../runtime/index.js";
import { getUsageStatus, reportUsage, reportUsageV2 } from "../operations/usage.js";
import type { UsageReceipt, UsageReport, UsageReportV2, UsageResult, UsageStatus } from "../types.js";

/** Options for `usage.report`. */
export interface ReportUsageOptions extends CallOptions {
  /**
   * True if the marketplace should respond before it has processed the usage. Whether and how it reports the
   * outcome later is unconfirmed.
   */
  async?: boolean | undefined;
}

/** Metered usage that the marketplace bills to the customer. */
export class Usage extends OperationGroup {
  /**
   * Reports metered usage of one account (V1).
   *
   * For products whose edition has metered units, or that bill custom items. Report usage before the marketplace
   * creates the customer's invoice. A notice of type `UPCOMING_INVOICE` seems to be the reminder (unconfirmed).
   *
   * Needs the product's key and the `accountIdentifier` that the vendor returned for the order. An item is either
   * **preconfigured**, with `unit` and `quantity` and priced by the edition, or **custom**, with `quantity`, `price`
   * and `description`.
   *
   * Check `success` in the response: it may be false in a 200. A 404 means that the marketplace does not know the
   * account; a 400 means that a field is missing.
   *
   * V1 has no idempotency key, so the SDK never retries this call. After an `OutcomeUnknownError`, look the usage up
   * in the marketplace before you report it again, or it may be billed twice. `usage.reportV2` has such a key.
   *
   * `POST /api/integration/v1/billing/usage`
   *
   * @throws ApiError 400: The body is incomplete or invalid.
   * @throws ApiError 401: The signature is missing or wrong. The format of the body is unconfirmed.
   * @throws ApiError 403: The signature is missing or wrong, or the product lacks the permission. The format of the
   * body is unconfirmed.
   * @throws ApiError 404: The marketplace has no subscription with this account identifier.
   * @throws ApiError: Refused. The format of the body is unconfirmed; it usually contains a message.
   */
  report(usage: UsageReport, options?: ReportUsageOptions): Call<UsageResult> {
    return this.core.call(reportUsage, { body: usage }, options);
  }

  /**
   * Reports metered usage of many accounts under an idempotency key, so that it is not billed twice (V2).
   *
   * For vendors that report many accounts at once or need to retry reports. V2 is in early availability: ask
   * AppDirect whether the marketplace supports it. A request may contain up to 250 usage events. Do not mix products
   * with volume pricing and other products.
   *
   * You choose the `idempotencyKey`. Create one per report, store it with the report, and send it again with every
   * retry. `billable: false` requests an estimate.
   *
   * The marketplace accepts the report and processes it later. To find refused usages, call `usage.getStatus` with
   * the `requestId` from the response.
   *
   * Because of the key, a retry is safe, so the SDK retries this call after a lost response. An error that says the
   * entry already exists for the key means that the report **was accepted**; `isDuplicateUsage(error)` detects it.
   * Never report the same usage under a new key.
   *
   * `POST /api/integration/v2/billing/usage`
   *
   * @throws ApiError 401: The signature is missing or wrong. The format of the body is unconfirmed.
   * @throws ApiError 403: The signature is missing or wrong, or the product lacks the permission. The format of the
   * body is unconfirmed.
   * @throws ApiError: Refused. If the key was used before, the message contains `Entry ALREADY exists with
   * idempotencyKey`; its
   * status and code are unconfirmed.
   */
  reportV2(usage: UsageReportV2, options?: CallOptions): Call<UsageReceipt> {
    return this.core.call(reportUsageV2, { body: usage }, options);
  }

  /**
   * Reads the progress of a usage report (V2) and its refused usages.
   *
   * Call it after `usage.reportV2` until the processed and the failed usages add up to the total. Needs the key that
   * sent the report.
   *
   * `failedUsages` identifies each refused usage by its `eventId`, so set one on every usage. Correct the refused
   * usages and report them under a new `idempotencyKey`, without the usages that were processed.
   *
   * If the marketplace does not know the id, check that you sent the report to the same marketplace with the same
   * key.
   *
   * `GET /api/integration/v2/billing/usage/requests/{requestId}`
   *
   * @param requestId The `requestId` returned by `usage.reportV2`.
   * @throws ApiError 401: The signature is missing or wrong. The format of the body is unconfirmed.
   * @throws ApiError 403: The signature is missing or wrong, or the product lacks the permission. The format of the
   * body is unconfirmed.
   * @throws ApiError: Refused.
   */
  getStatus(requestId: string, options?: CallOptions): Call<UsageStatus> {
    return this.core.call(getUsageStatus, { requestId }, options);
  }
}
