// Generated from appdirect.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "../../../runtime/index.js";
import { getUsageStatus, reportUsage, reportUsageV2 } from "../operations/usage.js";
import type { UsageReceipt, UsageReport, UsageReportV2, UsageResult, UsageStatus } from "../types.js";

/** What `usage.report` takes beside its arguments. */
export interface ReportUsageOptions extends CallOptions {
  /**
   * Whether the marketplace answers before it has processed the usage. Whether and how it tells the outcome
   * afterwards is unconfirmed.
   */
  async?: boolean | undefined;
}

/** Metered usage, which the marketplace bills to the customer. */
export class Usage extends OperationGroup {
  /**
   * Reports metered usage of one account (V1).
   *
   * For products whose edition has metered units, or that bill what they like by the piece. Report before the
   * customer's invoice is made; a notice of the type `UPCOMING_INVOICE` seems to be the reminder (unconfirmed).
   *
   * Needs the product's key and the `accountIdentifier` that the vendor answered to the order. An item is either
   * one of a **preconfigured** unit, with `unit` and `quantity`, priced by the edition, or a **custom** one, with
   * `quantity`, `price` and `description`.
   *
   * The answer is a result: look at `success`, which may be false in a 200. A 404 means that the account is not
   * known to the marketplace, a 400 that something is missing.
   *
   * V1 has no key against repetition, so this call is never repeated by itself. After an `OutcomeUnknownError`
   * look the usage up in the marketplace before reporting it again, or it is billed twice; `usage.reportV2` has
   * such a key.
   *
   * `POST /api/integration/v1/billing/usage`
   *
   * @throws ApiError 400: Something in the body is missing or wrong.
   * @throws ApiError 401: The signature is missing or wrong. The form of the body is unconfirmed.
   * @throws ApiError 403: The signature is missing or wrong, or the product may not do this. The form of the body is
   * unconfirmed.
   * @throws ApiError 404: The marketplace has no subscription with this account identifier.
   * @throws ApiError: Refused. The form of the body is unconfirmed; a message in words is usual.
   */
  report(usage: UsageReport, options?: ReportUsageOptions): Call<UsageResult> {
    return this.core.call(reportUsage, { body: usage }, options);
  }

  /**
   * Reports metered usage of many accounts under a key that keeps it from being billed twice (V2).
   *
   * For vendors that report many accounts at once, or must be able to repeat a report. V2 is in early availability:
   * ask AppDirect whether the marketplace has it. At most 250 usage events fit in one request; do not mix products
   * priced by volume with others.
   *
   * `idempotencyKey` is the vendor's own. Make it once per report, keep it with the report, and send it again with
   * every repetition. `billable: false` asks for an estimate.
   *
   * The marketplace takes the report and processes it later: ask `usage.getStatus` with the `requestId` of the
   * answer for usages that were refused.
   *
   * The key makes a repetition harmless, so the SDK repeats this call after a lost answer. An error that says the
   * entry already exists under the key means that the report **has been taken**; `isDuplicateUsage(error)`
   * recognises it. Never report the same usage under a new key.
   *
   * `POST /api/integration/v2/billing/usage`
   *
   * @throws ApiError 401: The signature is missing or wrong. The form of the body is unconfirmed.
   * @throws ApiError 403: The signature is missing or wrong, or the product may not do this. The form of the body is
   * unconfirmed.
   * @throws ApiError: Refused. A key that was used before is answered with a message that holds `Entry ALREADY exists
   * with
   * idempotencyKey`; its status and code are unconfirmed.
   */
  reportV2(usage: UsageReportV2, options?: CallOptions): Call<UsageReceipt> {
    return this.core.call(reportUsageV2, { body: usage }, options);
  }

  /**
   * Tells how far a usage report (V2) has been processed, and which usages were refused.
   *
   * Ask after `usage.reportV2`, until the processed and the failed usages add up to the total. Needs the key that
   * reported.
   *
   * `failedUsages` names each refused usage by its `eventId`, so give usages one. Correct them and report them
   * again under a new `idempotencyKey`; those that were processed must not be in it.
   *
   * For an id that the marketplace does not know, check that the report went to the same marketplace with the same
   * key.
   *
   * `GET /api/integration/v2/billing/usage/requests/{requestId}`
   *
   * @param requestId The `requestId` that `usage.reportV2` answered.
   * @throws ApiError 401: The signature is missing or wrong. The form of the body is unconfirmed.
   * @throws ApiError 403: The signature is missing or wrong, or the product may not do this. The form of the body is
   * unconfirmed.
   * @throws ApiError: Refused.
   */
  getStatus(requestId: string, options?: CallOptions): Call<UsageStatus> {
    return this.core.call(getUsageStatus, { requestId }, options);
  }
}
